// An article with so many annotations that their cards come as HTML that says what each shows, as everybody reads it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestPerson } from '#tests/factories/people.ts';
import { claimOf, send } from '#tests/setup/annotating.ts';
import { behind, CLAIMS, crowdedArticle, farthest, shifted, statement } from '#tests/setup/crowded.ts';
import { newPerson } from '#tests/setup/member.ts';
import { test as base } from '#tests/setup/page.ts';
import { still } from '#tests/setup/stillness.ts';

type Crowded = Awaited<ReturnType<typeof crowdedArticle>> & { path: string; ann: TestPerson };
const WIDE = { width: 1440, height: 900 };
const LAST = CLAIMS - 1;
const URL_OF_SOURCE = 'https://example.org/lamps';

/** Two people laid a source beside the last claim and found it false. */
const test = base.extend<{ crowded: Crowded }>({
  crowded: [
    async ({ site }, use) => {
      const [ann, bob] = [await newPerson(site), await newPerson(site)];
      const made = await crowdedArticle(site, ann);
      const path = `/api/annotations/${made.ids[LAST]}`;
      for (const [who, quote] of [
        [ann, 'None were counted.'],
        [bob, 'Who would count them?'],
      ] as const) {
        const given = { url: `${URL_OF_SOURCE}/${who.handle}`, stance: 'refutes', quote };
        const { id } = await send<{ id: string }>(site, who, 'POST', `${path}/sources`, given);
        const verdict = { verdict: 'false', rationaleText: `${quote} Nobody.`, sourceIds: [id] };
        await send(site, who, 'PUT', `${path}/assessment`, verdict);
        // Once its page was looked at, nothing more is told of it, so that nothing is asked for anew.
        const looked = () => send<{ state: string }>(site, who, 'GET', `/api/sources/${id}`);
        await expect.poll(async () => (await looked()).state).not.toBe('pending');
      }
      await use({ ...made, path: `/articles/${made.article.slug}`, ann });
    },
    { scope: 'file' },
  ],
});

async function open(page: Page, path: string) {
  await page.setViewportSize(WIDE);
  await page.goto(path);
  await page.locator('.page[data-placed]').waitFor();
}

const active = (page: Page) => page.locator('.card[data-active]');
const isLaidOut = (page: Page, id: string | undefined) =>
  page.locator(`#annotation-${id}`).evaluate((card) => card.checkVisibility({ contentVisibilityAuto: true }));

/** How many cards do not stand behind the text. */
const besideText = (page: Page) =>
  page.evaluate(() => {
    const { bottom } = document.querySelector('.text')?.getBoundingClientRect() ?? new DOMRect();
    const parts = [...document.querySelectorAll('.margin .part')];
    const beside = parts.filter((part) => {
      const [first] = part.hasAttribute('data-near') ? part.querySelectorAll('.slot') : [part];
      return (first?.getBoundingClientRect().top ?? bottom) < bottom;
    });
    return beside.reduce((sum, part) => sum + part.querySelectorAll('.card').length, 0);
  });

test('cards near the screen stand at their lines, far ones are not laid out, and nothing shifts', async ({
  page,
  crowded: { path, ids },
}) => {
  await open(page, path);
  expect(await page.locator('.margin .card').count()).toBe(CLAIMS);
  expect(await farthest(page)).toBeLessThan(3);
  expect([await isLaidOut(page, ids[0]), await isLaidOut(page, ids[LAST])]).toEqual([true, false]);
  const ticks = await page.locator('.rail .tick').count();
  expect(ticks).toBeGreaterThan(0);
  expect(ticks).toBeLessThan(CLAIMS / 2);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => isLaidOut(page, ids[LAST])).toBe(true);
  expect(await farthest(page)).toBeLessThan(3);
  expect(await isLaidOut(page, ids[0])).toBe(false);
  await page.setViewportSize({ width: 1150, height: 700 });
  await expect.poll(() => farthest(page)).toBeLessThan(3);
  expect(await shifted(page)).toBe(0);
});

test('a press on marked words opens the card with all that lies beside the claim', async ({
  page,
  crowded: { path, ids },
}) => {
  await open(page, path);
  const card = page.locator(`#annotation-${ids[LAST]}`);
  await page.locator(`.prose mark[data-annotation="${ids[LAST]}"]`).first().click();
  await card.locator('.sources q').getByText('None were counted.').waitFor();
  await card.getByText('None were counted. Nobody.').waitFor();
  expect(await card.getAttribute('data-light')).toBeNull();
  const line = await page
    .locator(`.prose mark[data-annotation="${ids[LAST]}"]`)
    .first()
    .evaluate((mark) => mark.getClientRects()[0]?.top ?? Number.NaN);
  const box = await card.boundingBox();
  expect(Math.abs((box?.y ?? 0) - line)).toBeLessThan(3);
  // It goes into the page once.
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/card')) asked += 1;
  });
  await page.keyboard.press('Escape');
  await page.locator(`.prose mark[data-annotation="${ids[LAST]}"]`).first().click();
  await card.locator('.sources q').getByText('None were counted.').waitFor();
  expect(asked).toBe(0);
});

test('j and k walk through all of them, the folded ones too, and the address leads back', async ({
  page,
  crowded: { path, ids },
}) => {
  await open(page, path);
  await page.locator('.slot[data-folded]').first().waitFor({ state: 'attached' });
  expect(await page.locator('.slot[data-more]').first().getAttribute('data-more')).toMatch(/^\d+$/);
  for (let n = 0; n < 10; n += 1) {
    await page.keyboard.press('j');
    await expect.poll(() => active(page).getAttribute('id')).toBe(`annotation-${ids[n]}`);
    // It lies on top of its neighbours and has the focus.
    const reached = await active(page).evaluate((card) => {
      const { left, top } = card.getBoundingClientRect();
      const isOnTop = card.contains(document.elementFromPoint(left + 40, top + 12));
      return isOnTop && card.contains(document.activeElement);
    });
    expect(reached, `card ${n}`).toBe(true);
  }
  await page.keyboard.press('k');
  await expect.poll(() => active(page).getAttribute('id')).toBe(`annotation-${ids[8]}`);
  await page.goto(`${path}#annotation-${ids[LAST]}`);
  await page.reload();
  await expect.poll(() => active(page).getAttribute('id')).toBe(`annotation-${ids[LAST]}`);
  await active(page).locator('.sources q').getByText('None were counted.').waitFor();
  await expect.poll(() => isLaidOut(page, ids[LAST])).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('mark-end');
});

test('what does not come is said on the card, and the next press asks again', async ({
  page,
  watch,
  crowded: { path, ids },
}) => {
  watch.allowError(/failed: GET .*\/card/);
  watch.allowError(/console: Failed to load resource: net::ERR/);
  await open(page, path);
  await page.route('**/card', (route) => route.abort('connectionrefused'));
  const mark = page.locator(`.prose mark[data-annotation="${ids[2]}"]`).first();
  await mark.click();
  const card = page.locator(`#annotation-${ids[2]}`);
  const failed = await page.locator('.margin').getAttribute('data-failed');
  await expect.poll(() => card.locator('.card-more').textContent()).toBe(failed);
  expect(await card.locator('.card-meta a').getAttribute('href')).toBe(`/claims/${ids[2]}`);
  await page.unroute('**/card');
  await mark.click();
  await card.locator('.card-origin').waitFor();
});

test('on a phone the cards stand behind the text, and a press opens one as a sheet', async ({
  visitor,
  crowded: { path, ids },
}) => {
  const page = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(path);
  await page.locator('[data-ready]').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await besideText(page)).toBe(0);
  await page.locator(`.prose mark[data-annotation="${ids[100]}"]`).first().tap();
  const sheet = page.locator('.card:popover-open');
  await sheet.locator('.card-origin').waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.locator(`.prose mark[data-annotation="${ids[LAST]}"]`).first().tap();
  await sheet.locator('.sources q').getByText('None were counted.').waitFor();
  await expect
    .poll(async () => {
      const box = await sheet.boundingBox();
      return Math.round((box?.y ?? 0) + (box?.height ?? 0));
    })
    .toBe(844);
});

test('a window that gets narrow and wide again sets the cards anew', async ({ page, crowded: { path } }) => {
  await open(page, path);
  await page.setViewportSize({ width: 800, height: 900 });
  await expect.poll(() => besideText(page)).toBe(0);
  expect(await page.locator('.page[data-placed]').count()).toBe(0);
  await page.setViewportSize(WIDE);
  await page.locator('.page[data-placed]').waitFor();
  await expect.poll(() => farthest(page)).toBeLessThan(3);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => farthest(page)).toBeLessThan(3);
  expect(await besideText(page)).toBe(CLAIMS);
});

test('without a script everything can be read, and printed', async ({ visitor, watch, crowded }) => {
  watch.allowError(/\/_next\/static\/.* csp$/);
  const page = await visitor({ javaScriptEnabled: false, viewport: WIDE });
  await page.goto(crowded.path);
  const cards = page.locator('.margin .card');
  expect(await cards.count()).toBe(CLAIMS);
  expect(await cards.last().locator('.statement').textContent()).toBe(statement(LAST));
  expect(await cards.last().locator('.card-meta a').getAttribute('href')).toBe(
    `/claims/${crowded.ids[LAST]}`,
  );
  await page.locator('.mark-end').last().click();
  expect(new URL(page.url()).hash).toBe(`#annotation-${crowded.ids[LAST]}`);
  await cards.last().locator('.statement').waitFor();
  expect(await page.content()).not.toMatch(/\sstyle="/);
});

test('on paper every card stands, none on another', async ({ page, crowded: { path } }) => {
  await open(page, path);
  await page.emulateMedia({ media: 'print' });
  const boxes = await page.locator('.margin .card').evaluateAll((cards) =>
    cards.map((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return [top, bottom, Number(getComputedStyle(card.parentElement as Element).opacity)] as const;
    }),
  );
  expect(boxes).toHaveLength(CLAIMS);
  expect(boxes.filter(([top, bottom, opacity]) => bottom - top < 10 || opacity < 1)).toEqual([]);
  expect(boxes.filter(([top], at) => at > 0 && top < (boxes[at - 1]?.[1] ?? 0) - 1)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in German, ${colorScheme}, axe finds nothing`, async ({ visitor, crowded: { path, ids } }) => {
    const page = await visitor({ locale: 'de-DE', colorScheme });
    await open(page, path);
    const card = page.locator(`#annotation-${ids[LAST]}`);
    expect(await card.locator('.verdict').textContent()).toBe('Falsch');
    await page.locator(`.prose mark[data-annotation="${ids[LAST]}"]`).first().click();
    await card.locator('.sources q').getByText('None were counted.').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

test('what others write is shown in its place, also in a card that is open', async ({
  site,
  page,
  crowded: { path, ids, ann, article },
}) => {
  const bob = await newPerson(site);
  const stream = page.waitForResponse(/\/api\/events\?/);
  await open(page, path);
  await stream;
  const opened = page.locator(`#annotation-${ids[3]}`);
  await page.locator(`.prose mark[data-annotation="${ids[3]}"]`).first().click();
  await opened.locator('.card-origin').waitFor();
  const nothingMoved = await still(page);
  const source = { url: URL_OF_SOURCE, stance: 'supports', quote: 'All were counted.' };
  await send(site, bob, 'POST', `/api/annotations/${ids[3]}/sources`, source);
  await opened.locator('.sources q').getByText('All were counted.').waitFor();
  expect(await opened.getAttribute('data-light')).toBeNull();
  // One that was not opened says how much hangs on it.
  await send(site, bob, 'POST', `/api/annotations/${ids[4]}/sources`, source);
  await expect
    .poll(() => page.locator(`#annotation-${ids[4]} .card-meta`).textContent())
    .toContain('1 source');
  await send(site, ann, 'DELETE', `/api/annotations/${ids[6]}`);
  await page.locator(`#annotation-${ids[6]}`).waitFor({ state: 'detached' });
  await nothingMoved();

  const made = await claimOf(site, bob, article, behind(200));
  await page.getByRole('button', { name: '1 new annotation', exact: true }).click();
  const card = page.locator(`#annotation-${made.id}`);
  await expect.poll(() => card.evaluate((element) => element === document.activeElement)).toBe(true);
  await card.locator('.card-origin').waitFor();
  await expect.poll(() => farthest(page)).toBeLessThan(3);
});
