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
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
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
}
