// import { test } from '#tests/setup/page.ts';
//
// test('…', async ({ site, page, visitor, watch }) => { await page.goto('/'); … });
//
// `site` is a server with a database of its own, one a file. `page` is a fresh visitor's; `visitor({ … })` brings
// further ones (a second person, a phone, German, no JavaScript). Whatever the browser complains about fails the
// test, unless `watch.allow(/\/api\/session/, 401)` announced it.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { test as base, inject } from 'vitest';
import { joinChromium } from './chromium.ts';
import { startServer, type TestServer } from './server.ts';
import { Watch } from './watch.ts';

interface Fixtures {
  browser: Browser;
  site: TestServer;
  watch: Watch;
  visitor: (options?: BrowserContextOptions) => Promise<Page>;
  page: Page;
}

export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures' names from the pattern
    async ({}, use) => {
      const browser = await joinChromium(inject('chromiumUrl'));
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const server = await startServer(inject('postgresUrl'));
      await use(server);
      await server.stop();
    },
    { scope: 'file' },
  ],
  watch: async ({ site }, use) => {
    const watch = new Watch(site.url);
    await use(watch);
    watch.verify();
  },
  visitor: async ({ browser, site, watch }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL: site.url, locale: 'en-GB', ...options });
      contexts.push(context);
      watch.attach(context);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  page: async ({ visitor }, use) => {
    await use(await visitor());
  },
});
