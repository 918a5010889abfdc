import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import type { TestServer } from '#tests/setup/server.ts';
import { type Figure, figure } from './figure.ts';

const KILO = 1_000;

/** What the page and all that it names weigh on their way, in kB: texts by gzip, each file once; fonts as they are. */
export async function weighPage(site: TestServer, path: string): Promise<Figure[]> {
  const html = await (await fetch(site.url + path)).text();
  const { document } = parseHTML(html);
  const all = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '');
  const scripts = await weigh(site, all('script[src]', 'src'));
  const styles = await weigh(site, all('link[rel="stylesheet"]', 'href'));
  const fonts = await weigh(site, all('link[rel="preload"][as="font"]', 'href'));
  return [
    figure('HTML, gzip', gzipSync(html).byteLength / KILO, 'kB'),
    figure('HTML, unpacked', Buffer.byteLength(html) / KILO, 'kB'),
    figure('scripts, gzip', scripts, 'kB', { atMost: 20 }),
    figure('styles, gzip', styles, 'kB'),
    figure('fonts that are preloaded', fonts, 'kB'),
  ];
}

async function weigh(site: TestServer, addresses: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const address of new Set(addresses)) {
    const answer = await fetch(new URL(address, site.url));
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    const body = Buffer.from(await answer.arrayBuffer());
    bytes += address.endsWith('.woff2') ? body.byteLength : gzipSync(body).byteLength;
  }
  return bytes / KILO;
}
