import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import { news, send } from '#tests/setup/annotating.ts';
import { newPerson } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';

const STREAM = /\/api\/events\?/;
const oneNew = (page: Page) => page.getByRole('button', { name: '1 new comment', exact: true });

/** The streams that a browser has open, by their addresses. */
function openStreams(context: BrowserContext): Set<string> {
  const open = new Map<object, string>();
  const urls = new Set<string>();
  const forget = (request: object) => {
    urls.delete(open.get(request) ?? '');
    open.delete(request);
  };
  context.on('request', (request) => {
    if (!STREAM.test(request.url())) return;
    open.set(request, request.url());
    urls.add(request.url());
    // Of those of a page that closes nothing more is told.
    request
      .frame()
      .page()
      .once('close', () => forget(request));
  });
  context.on('requestfinished', forget);
  context.on('requestfailed', forget);
  return urls;
}

async function openLive(page: Page, { slug }: { slug: string }): Promise<void> {
  const stream = page.waitForResponse(STREAM);
  await page.goto(`/articles/${slug}`);
  expect((await stream).status()).toBe(200);
}

/** As when another tab comes to the front, or this one does again. */
async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

test('eight tabs load and share one stream, and when the one that holds it closes another takes it', async ({
  site,
  page,
}) => {
  const ann = await newPerson(site);
  const articles: ArticleView[] = [];
  for (let n = 0; n < 8; n += 1) articles.push(await news(site));
  const context = page.context();
  const streams = openStreams(context);
  const say = (n: number) =>
    send(site, ann, 'POST', `/api/articles/${articles[n]?.id}/comments`, { text: 'Something.' });
  const tabs = [page, ...(await Promise.all(articles.slice(1).map(() => context.newPage())))];
  for (const [n, tab] of tabs.entries()) {
    await tab.goto(`/articles/${articles[n]?.slug}`);
    await tab.locator('.discussion').waitFor();
  }
  const about = () => articles.filter(({ id }) => [...streams].some((url) => url.includes(id))).length;
  await expect.poll(about).toBe(8);
  await expect.poll(() => streams.size).toBe(1);
  for (const n of [7, 3]) {
    await say(n);
    await oneNew(tabs[n] as Page).waitFor();
  }
  expect(streams.size).toBe(1);
  // The first tab asked first.
  await tabs[0]?.close();
  await say(5);
  await oneNew(tabs[5] as Page).waitFor();
  await expect.poll(() => streams.size).toBe(1);
});

test('two tabs with one article are both told', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const streams = openStreams(page.context());
  const other = await page.context().newPage();
  await openLive(page, article);
  await other.goto(`/articles/${article.slug}`);
  await expect.poll(() => [...streams].join().split(article.id).length).toBe(2);
  await send(site, ann, 'POST', `/api/articles/${article.id}/comments`, { text: 'Something.' });
  for (const tab of [page, other]) await oneNew(tab).waitFor();
  expect(streams.size).toBe(1);
});

test('a tab that nobody sees holds no stream, and catches up when it is seen again', async ({
  site,
  page,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const say = () => send(site, ann, 'POST', `/api/articles/${article.id}/comments`, { text: 'Something.' });
  const streams = openStreams(page.context());
  await page.clock.install();
  await openLive(page, article);
  await setVisibility(page, 'hidden');
  await say();
  // Somebody who only looks something up elsewhere misses nothing.
  await oneNew(page).waitFor();
  await page.clock.fastForward(31_000);
  await expect.poll(() => streams.size).toBe(0);
  await say();
  const resumed = page.waitForRequest(STREAM);
  await setVisibility(page, 'visible');
  expect((await resumed).url()).toMatch(/@\d+-\d+$/);
  await page.getByRole('button', { name: '2 new comments' }).waitFor();
});

test('a page that the browser puts aside lets go of its stream, and takes it up when it is shown again', async ({
  site,
  page,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const streams = openStreams(page.context());
  await openLive(page, article);
  const tell = (name: string) =>
    page.evaluate((type) => dispatchEvent(new PageTransitionEvent(type, { persisted: true })), name);
  await tell('pagehide');
  await expect.poll(() => streams.size).toBe(0);
  expect(await page.evaluate(async () => (await navigator.locks.query()).held)).toEqual([]);
  await send(site, ann, 'POST', `/api/articles/${article.id}/comments`, { text: 'Something.' });
  await tell('pageshow');
  await oneNew(page).waitFor();
});

test('without a network nothing is asked; when it is back what was missed comes', async ({
  site,
  page,
  watch,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await openLive(page, article);
  // What breaks at the moment itself is the browser's to complain about.
  watch.allowError(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
  const streams = openStreams(page.context());
  await page.context().setOffline(true);
  await send(site, ann, 'POST', `/api/articles/${article.id}/comments`, { text: 'Something.' });
  const resumed = page.waitForRequest(STREAM);
  expect(streams.size).toBe(0);
  await page.context().setOffline(false);
  await resumed;
  await oneNew(page).waitFor();
});

test('a server that refuses is asked again, ever more seldom', async ({ site, page, watch }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  watch.allow(STREAM, 503);
  let refused = 0;
  await page.route(STREAM, (route) => {
    refused += 1;
    return refused <= 2 ? route.fulfill({ status: 503 }) : route.continue();
  });
  await page.clock.install();
  await page.goto(`/articles/${article.slug}`);
  await expect.poll(() => refused).toBe(1);
  await send(site, ann, 'POST', `/api/articles/${article.id}/comments`, { text: 'Something.' });
  await page.clock.fastForward(1_000);
  await expect.poll(() => refused).toBe(2);
  await page.clock.fastForward(400);
  expect(refused).toBe(2);
  await page.clock.fastForward(2_000);
  await oneNew(page).waitFor();
});

test('where tabs cannot agree on one, each has a stream of its own', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const streams = openStreams(page.context());
  await page.context().addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  });
  const other = await page.context().newPage();
  for (const tab of [page, other]) await openLive(tab, article);
  await send(site, ann, 'POST', `/api/articles/${article.id}/comments`, { text: 'Something.' });
  for (const tab of [page, other]) await oneNew(tab).waitFor();
  // Both have the same address where both know the same; both are open.
  expect(streams.size).toBeGreaterThan(0);
});

test('a tab that leads and hangs loses the lead', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const other = await page.context().newPage();
  await openLive(page, article);
  await other.clock.install();
  await other.goto(`/articles/${article.slug}`);
  await other.locator('.discussion').waitFor();
  // It holds the lock and says nothing any more, as a frozen tab does.
  await page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  const stolen = other.waitForRequest(STREAM);
  for (let n = 0; n < 4; n += 1) await other.clock.fastForward(10_000);
  await stolen;
  await send(site, ann, 'POST', `/api/articles/${article.id}/comments`, { text: 'Something.' });
  await oneNew(other).waitFor();
});
