// An article with so many annotations that their cards come as HTML that says what each shows, for somebody signed in.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestPerson } from '#tests/factories/people.ts';
import { bothDrawings, claimOf, openWorkspace, selectByMouse, send } from '#tests/setup/annotating.ts';
import {
  behind,
  CLAIMS,
  crowdedArticle,
  farthest,
  sentence,
  shifted,
  statement,
} from '#tests/setup/crowded.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test as base } from '#tests/setup/page.ts';
import { still } from '#tests/setup/stillness.ts';

type Crowded = Awaited<ReturnType<typeof crowdedArticle>> & { ann: TestPerson; bob: TestPerson };
const WIDE = { width: 1440, height: 900 };
const SOURCE = { url: 'https://example.org/lamps', stance: 'supports', quote: 'All were counted.' };

/** Ann made all claims; each test works on some of its own. */
const test = base.extend<{ crowded: Crowded }>({
  crowded: [
    async ({ site }, use) => {
      const [ann, bob] = [await newPerson(site), await newPerson(site)];
      await use({ ...(await crowdedArticle(site, ann)), ann, bob });
    },
    { scope: 'file' },
  ],
});

async function open(page: Page, article: { slug: string }) {
  await page.setViewportSize(WIDE);
  await openWorkspace(page, article);
  await page.locator('.page[data-placed]').waitFor();
}

const markOf = (page: Page, id: string | undefined) =>
  page.locator(`.prose mark[data-annotation="${id}"]`).first();
const cardOf = (page: Page, id: string | undefined) => page.locator(`#annotation-${id}`);
/** How many claims the strip counts. */
const counted = async (page: Page) =>
  Number(/([\d,]+) claims/.exec((await page.locator('.fare-legend').textContent()) ?? '')?.[1]);

test('the served cards stay, and only what is opened is drawn anew', async ({
  site,
  page,
  crowded: { article, ids, ann, bob },
}) => {
  const { id } = await send<{ id: string }>(site, bob, 'POST', `/api/annotations/${ids[5]}/sources`, SOURCE);
  // Once its page was looked at, nothing more is told of it: what is told of later is drawn anew.
  const looked = () => send<{ state: string }>(site, bob, 'GET', `/api/sources/${id}`);
  await expect.poll(async () => (await looked()).state).not.toBe('pending');
  await signIn(page, site, ann);
  await open(page, article);
  await page.evaluate(() => {
    for (const card of document.querySelectorAll('.card')) Object.assign(card, { asServed: true });
  });
  expect(await farthest(page)).toBeLessThan(3);
  expect(await page.locator('.card:not([data-light])').count()).toBe(0);
  await markOf(page, ids[5]).click();
  const card = cardOf(page, ids[5]);
  await card.locator('.sources q').getByText(SOURCE.quote).waitFor();
  await card.getByRole('button', { name: 'Your verdict' }).waitFor();
  expect(await page.locator('.card:not([data-light])').count()).toBe(1);
  expect(
    await page.evaluate(
      () => [...document.querySelectorAll('.card')].filter((one) => 'asServed' in one).length,
    ),
  ).toBe(CLAIMS);
  // The keys walk on from it, through served cards and drawn ones alike.
  await page.keyboard.press('Escape');
  await markOf(page, ids[5]).click();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await cardOf(page, ids[7]).getByRole('button', { name: 'Your verdict' }).waitFor();
  await page.keyboard.press('k');
  expect(await page.locator('.card[data-active]').getAttribute('id')).toBe(`annotation-${ids[6]}`);
  expect(await shifted(page)).toBe(0);
  expect((await bothDrawings(page)).drawn).toBe((await bothDrawings(page)).served);
});

test('a verdict, an edit and a deletion show on card, words and strip', async ({
  site,
  page,
  crowded: { article, ids, ann, bob },
}) => {
  const given = await send<{ id: string }>(site, bob, 'POST', `/api/annotations/${ids[20]}/sources`, SOURCE);
  const theirs = { verdict: 'true', sourceIds: [given.id] };
  await send(site, bob, 'PUT', `/api/annotations/${ids[20]}/assessment`, theirs);
  await signIn(page, site, ann);
  await open(page, article);
  const before = await counted(page);
  await markOf(page, ids[20]).click();
  const card = cardOf(page, ids[20]);
  await card.getByRole('button', { name: 'Your verdict' }).click();
  await card.getByRole('radio', { name: 'Accurate', exact: true }).check();
  await card.getByRole('checkbox', { name: /example.org\/lamps/ }).check();
  await card.getByRole('button', { name: 'Give verdict' }).click();
  await page.getByText('The claim shows: Accurate.').waitFor();
  await expect.poll(() => card.getAttribute('class')).toContain('v-true');
  await expect.poll(() => markOf(page, ids[20]).getAttribute('class')).toContain('v-true');
  expect(await page.locator('.fare-legend').textContent()).toContain('1 accurate');
  expect(await counted(page)).toBe(before);

  await markOf(page, ids[21]).click();
  const other = cardOf(page, ids[21]);
  await other.getByRole('button', { name: 'Edit', exact: true }).click();
  await other.getByLabel('The claim in one sentence').fill('It had many lamps.');
  await other.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The change is saved.').waitFor();
  await other.locator('.statement').getByText('It had many lamps.').waitFor();

  await other.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await other.waitFor({ state: 'detached' });
  expect(await page.locator(`.prose [data-annotation="${ids[21]}"]`).count()).toBe(0);
  expect(await counted(page)).toBe(before - 1);
  const { served, drawn } = await bothDrawings(page);
  expect(drawn).toBe(served);
});

test('a new claim gets its place among the others, and its draft is kept', async ({
  site,
  page,
  crowded: { article, ann },
}) => {
  await signIn(page, site, ann);
  await open(page, article);
  const before = await counted(page);
  await selectByMouse(page, behind(40));
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'New claim' });
  await form.getByLabel('The claim in one sentence').fill('A page says so.');
  const place = await form.evaluate((element) => element.getBoundingClientRect().top);
  const { first } = await page.evaluate(() => {
    const mark =
      document.querySelector('.prose mark[data-annotation="new"]') ?? document.querySelector('.prose');
    return { first: mark?.getClientRects()[0]?.top ?? Number.NaN };
  });
  expect(Math.abs(place - first)).toBeLessThan(60);
  await page.keyboard.press('Escape');
  await page.getByText('You began a claim on').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await form.getByLabel('The claim in one sentence').inputValue()).toBe('A page says so.');
  await form.getByRole('button', { name: 'Save claim' }).click();
  const card = page.getByRole('article', { name: 'A page says so.' });
  await card.waitFor();
  expect(await counted(page)).toBe(before + 1);
  const neighbours = await card.evaluate((element) => {
    const cards = [...document.querySelectorAll('.margin .card')];
    const at = cards.indexOf(element);
    return [at - 1, at + 1].map((one) => cards[one]?.querySelector('.statement')?.textContent);
  });
  expect(neighbours).toEqual([statement(40), statement(41)]);
  await expect.poll(() => farthest(page)).toBeLessThan(3);
  const { served, drawn } = await bothDrawings(page);
  expect(drawn).toBe(served);
});

test('what others took part in is withdrawn into the list under the text', async ({
  site,
  page,
  crowded: { article, ids, ann, bob },
}) => {
  await send(site, bob, 'POST', `/api/annotations/${ids[60]}/comments`, { text: 'I was there.' });
  await signIn(page, site, ann);
  await open(page, article);
  expect(await page.locator('.set-aside:visible').count()).toBe(0);
  await markOf(page, ids[60]).click();
  const card = cardOf(page, ids[60]);
  await card.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Withdrawn. It can be read below the article.').waitFor();
  const aside = page.locator('.set-aside:visible');
  expect(await aside.locator('summary').textContent()).toContain('(1)');
  await aside.locator('summary').click();
  await aside.getByText('I was there.').first().waitFor();
  expect(await page.locator(`.margin #annotation-${ids[60]}`).count()).toBe(0);
  expect(await markOf(page, ids[60]).count()).toBe(0);
  await page.reload();
  await aside.locator('summary').click();
  await aside.getByText(statement(60)).or(aside.getByText('I was there.')).first().waitFor();
});

test('a second window shows what is written in the first', async ({
  site,
  page,
  visitor,
  crowded: { article, ids, ann, bob },
}) => {
  const other = await visitor({ viewport: WIDE });
  await signIn(other, site, bob);
  const stream = other.waitForResponse(/\/api\/events\?/);
  await open(other, article);
  await stream;
  await markOf(other, ids[80]).click();
  await cardOf(other, ids[80]).getByRole('button', { name: 'Your verdict' }).waitFor();
  const before = await counted(other);
  const nothingMoved = await still(other);
  await signIn(page, site, ann);
  await open(page, article);
  await markOf(page, ids[80]).click();
  const card = cardOf(page, ids[80]);
  await card.getByRole('button', { name: 'Add a source' }).click();
  await card.getByLabel('Address of the source').fill(SOURCE.url);
  await card.getByText('supports it').click();
  await card.getByRole('button', { name: 'Add source' }).click();
  await cardOf(other, ids[80]).locator('.sources').getByText('example.org/lamps').waitFor();
  // One that nobody opened there is drawn as it is now.
  await send(site, ann, 'POST', `/api/annotations/${ids[81]}/sources`, SOURCE);
  await cardOf(other, ids[81]).getByText('1 source').first().waitFor({ state: 'attached' });
  await send(site, ann, 'DELETE', `/api/annotations/${ids[82]}`);
  await cardOf(other, ids[82]).waitFor({ state: 'detached' });
  await nothingMoved();
  expect(await counted(other)).toBe(before - 1);
  const made = await claimOf(site, ann, article, behind(83));
  await other.getByRole('button', { name: '1 new annotation', exact: true }).click();
  await expect
    .poll(() => cardOf(other, made.id).evaluate((element) => element === document.activeElement))
    .toBe(true);
  expect(await counted(other)).toBe(before);
});

test('on a phone: the sheet, a verdict in it, and nothing wider than the screen', async ({
  site,
  visitor,
  crowded: { article, ids, bob },
}) => {
  const page = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await signIn(page, site, bob);
  await openWorkspace(page, article);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await markOf(page, ids[100]).tap();
  const sheet = page.locator('.card:popover-open');
  await sheet.getByRole('button', { name: 'Your verdict' }).tap();
  await sheet.getByRole('radio', { name: 'False' }).check();
  await sheet.getByRole('button', { name: 'Give verdict' }).tap();
  await page.getByText('Your verdict is saved: False.').waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
});

test('in German, with a card open and words selected, axe finds nothing', async ({
  site,
  visitor,
  crowded: { article, ids, bob },
}) => {
  const page = await visitor({ locale: 'de-DE', colorScheme: 'dark' });
  await signIn(page, site, bob);
  await open(page, article);
  await markOf(page, ids[120]).click();
  await cardOf(page, ids[120]).getByRole('button', { name: 'Dein Urteil' }).waitFor();
  await selectByMouse(page, sentence(122));
  await page.locator('.selection-toolbar').waitFor();
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
