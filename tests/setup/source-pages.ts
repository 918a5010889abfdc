import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands at an address; a status alone is an answer without a page. */
export interface SourcePage {
  status?: number;
  title?: string;
  /** The paragraph that matters; others stand around it. */
  body?: string;
  type?: string;
  /** The address that it gives itself. */
  canonical?: string;
  headers?: Record<string, string>;
  /** The whole of the answer, as it goes over the wire. */
  bytes?: string | Buffer;
  /** Where the page went. */
  to?: string;
  /** It comes drop by drop, is larger than any page, or full of what would be markup elsewhere. */
  plays?: 'slow' | 'huge' | 'hostile';
}

const FILLER =
  'The book is kept in the town archive and may be read there by anybody who asks for it in writing.';

/** A server on loopback that plays the pages which people give as evidence; allows itself to be fetched from. */
export async function startSourcePages() {
  const pages = new Map<string, SourcePage>();
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    asked.push(pathname);
    answerWith(answer, pages.get(pathname) ?? { status: 404 });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Before anything reads the configuration.
  process.env.OBELUS_FETCH_ALLOW = host;
  let count = 0;
  return {
    origin: `http://${host}`,
    pages,
    asked,
    /** A path of its own with a page. */
    put(page: SourcePage): string {
      count += 1;
      pages.set(`/page-${count}`, page);
      return `/page-${count}`;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type SourcePages = Awaited<ReturnType<typeof startSourcePages>>;

function answerWith(answer: ServerResponse, page: SourcePage): void {
  const { status = 200, title = 'A ledger', body = '', type = 'text/html', headers, bytes, to, plays } = page;
  const { canonical } = page;
  if (to) return void answer.writeHead(301, { location: to }).end();
  answer.writeHead(status, { 'content-type': type, ...headers });
  if (bytes !== undefined) return void answer.end(bytes);
  if (plays === 'slow') return drip(answer, html(title, body));
  if (plays === 'huge') return flood(answer);
  if (plays === 'hostile') return void answer.end(HOSTILE);
  answer.end(type === 'text/html' ? html(title, body, canonical) : body);
}

function html(title: string, body: string, canonical?: string): string {
  const link = canonical === undefined ? '' : `<link rel="canonical" href="${canonical}">`;
  return `<!doctype html><html lang="en"><head><title>${title}</title>${link}
    <meta property="og:site_name" content="Town archive"><meta property="article:published_time" content="2020-02-03">
    </head><body><article><h1>${title}</h1><p>${body}</p><p>${FILLER}</p></article></body></html>`;
}

/** Byte by byte would take for ever: a tenth at a time. */
function drip(answer: ServerResponse, rest: string): void {
  const piece = Math.max(50, Math.ceil(rest.length / 10));
  if (rest.length <= piece) return void answer.end(rest);
  answer.write(rest.slice(0, piece));
  setTimeout(() => drip(answer, rest.slice(piece)), 20);
}

const MEGABYTE = `<p>${'Some more words of a page that has no end. '.repeat(23_000)}</p>`;

function flood(answer: ServerResponse): void {
  while (answer.writable && answer.write(MEGABYTE));
  if (answer.writable) answer.once('drain', () => flood(answer));
}

/** Words that would be markup, run, or turn the reading order around if they were taken for more than words. */
export const HOSTILE_WORDS =
  'Counted <img src=x onerror=alert(1)> ships \u202Eyraunaj fo tsrif eht no and wrote them down';
const HOSTILE = `<!doctype html><html lang="en"><head><title>&lt;script&gt;alert(1)&lt;/script&gt;</title>
  <script>document.title = 'forged'</script></head><body><article><h1>A ledger</h1>
  <p onclick="alert(1)">${HOSTILE_WORDS.replaceAll('<', '&lt;')}.</p><p>${FILLER}</p>
  <iframe src="javascript:alert(1)"></iframe></article></body></html>`;
