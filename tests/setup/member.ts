import type { BrowserContextOptions, Page } from 'playwright-core';
import type { TestPerson } from '#tests/factories/people.ts';
import type { TestServer } from './server.ts';

type Visitor = (options?: BrowserContextOptions) => Promise<Page>;

/** Runs something that uses the database of the site, as the site's own code would, and lets go of it. */
export async function inDatabase<T>(site: TestServer, work: () => Promise<T>): Promise<T> {
  process.env.DATABASE_URL = site.databaseUrl;
  process.env.OBELUS_DATA = site.data;
  const [{ disconnect }, { rereadEnv }] = await Promise.all([
    import('#lib/db/client.ts'),
    import('#lib/env/env.ts'),
  ]);
  rereadEnv();
  try {
    return await work();
  } finally {
    await disconnect();
  }
}

/** Somebody with an account on the site. */
export async function newPerson(
  site: TestServer,
  given: { role?: TestPerson['role']; name?: string } = {},
): Promise<TestPerson> {
  return inDatabase(site, async () => {
    const { person } = await import('#tests/factories/people.ts');
    return person(given);
  });
}

/** Puts the person's session into the browser. */
export async function signIn(page: Page, site: TestServer, who: TestPerson): Promise<void> {
  const [name = '', value = ''] = who.cookie.split('=');
  await page.context().addCookies([{ name, value, url: site.url }]);
}

/** A page of somebody who is signed in. */
export async function member(
  site: TestServer,
  visitor: Visitor,
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await visitor(options);
  await signIn(page, site, await newPerson(site));
  return page;
}
