import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** CHROMIUM, else Debian's, else the one that came with the packages. */
async function executable(): Promise<string> {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium'].find((file) => file && existsSync(file));
  if (known) return known;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** A headless browser that asks nobody for anything. */
const options = async () => ({
  executablePath: await executable(),
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ],
});

export async function launchChromium(): Promise<Browser> {
  return chromium.launch(await options());
}

/** One that several processes use, by its address. */
export async function serveChromium(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = await chromium.launchServer({ ...(await options()), host: '127.0.0.1' });
  return { url: server.wsEndpoint(), stop: () => server.close() };
}

/** The browser at such an address; to close it leaves it to the others. */
export function joinChromium(url: string): Promise<Browser> {
  return chromium.connect(url);
}
