// `test` as in page.ts, of a site that may fetch from `pages`, which plays what people give as evidence.
import { inject } from 'vitest';
import { test as base } from './page.ts';
import { startServer, type TestServer } from './server.ts';
import { type SourcePages, startSourcePages } from './source-pages.ts';

const withPages = base.extend<{ pages: SourcePages }>({
  pages: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures' names from the pattern
    async ({}, use) => {
      const pages = await startSourcePages();
      await use(pages);
      pages.close();
    },
    { scope: 'file' },
  ],
});

export const test = withPages.extend<{ site: TestServer }>({
  site: [
    async ({ pages }, use) => {
      const host = new URL(pages.origin).host;
      const server = await startServer(inject('postgresUrl'), { OBELUS_FETCH_ALLOW: host });
      await use(server);
      await server.stop();
    },
    { scope: 'file' },
  ],
});
