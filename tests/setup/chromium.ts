import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** A headless browser that asks nobody for anything. */
const options = {
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ],
};

/**
 * CHROMIUM, else the one that came with the packages, else Debian's. That of the packages is a browser without windows:
 * a page costs it a ninth of what it costs a whole one, which draws itself around each.
 */
async function executables(): Promise<string[]> {
  if (process.env.CHROMIUM) return [process.env.CHROMIUM];
  const packaged = await import('@sparticuz/chromium').then(
    ({ default: { executablePath } }) => executablePath(),
    () => null,
  );
  return [packaged, '/usr/bin/chromium'].filter((file) => file !== null && existsSync(file)) as string[];
}

/** With the first that starts on this machine. */
async function start<T>(work: (executablePath: string) => Promise<T>): Promise<T> {
  let failure: unknown = new Error('There is no Chromium: name one in CHROMIUM.');
  for (const executable of await executables()) {
    try {
      return await work(executable);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

export function launchChromium(): Promise<Browser> {
  return start((executablePath) => chromium.launch({ ...options, executablePath }));
}

/** One that several processes use, by its address. */
export async function serveChromium(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = await start((executablePath) =>
    chromium.launchServer({ ...options, executablePath, host: '127.0.0.1' }),
  );
  return { url: server.wsEndpoint(), stop: () => server.close() };
}

/** The browser at such an address; to close it leaves it to the others. */
export function joinChromium(url: string): Promise<Browser> {
  return chromium.connect(url);
}
