// The pages of sources: the list that is narrowed down and searched, one page with its text and its passages, as a guest
// without a script and as somebody who is signed in, on a phone, in German and in the dark; one voice at the claim.
import { expect } from 'vitest';
import { AGENCY_DE, CUT_DE, OTHERS_EN } from '#tests/fixtures/wire.ts';
import { inDatabase, member } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import type { TestServer } from '#tests/setup/server.ts';
import { expectAccessible, overflows } from '#tests/setup/threads.ts';

/** What a browser says of scripts that it was told not to run. */
const unrun = /\/_next\/static\/.* csp$/;

const LEDGER = 'https://archive.example/ledger';
const line = (n: number) =>
  `On day ${n} the harbour master counted <b>${n + 30} ships</b> & wrote them down.`;

/** A claim with five papers that print one report, a long ledger that changed, and a page in Arabic. */
async function evidence(site: TestServer) {
  return inDatabase(site, async () => {
    const [{ claim }, { see, seenSource }] = await Promise.all([
      import('#tests/factories/articles.ts'),
      import('#tests/factories/sources.ts'),
    ]);
    const on = await claim({ statement: 'Forty ships lay in the ice of Lindow.' });
    for (const [at, text] of [AGENCY_DE, CUT_DE, AGENCY_DE, `Lokales\n${AGENCY_DE}`, AGENCY_DE].entries()) {
      const url = `https://paper-${at}.example/harbour`;
      await seenSource({ on, url, page: { title: `Paper ${at}`, lang: 'de', text } });
    }
    const lines = Array.from({ length: 1_000 }, (_, n) => line(n));
    const quote = 'On day 900 the harbour master counted <b>930 ships</b> & wrote them down.';
    const ledger = await seenSource({
      on,
      url: LEDGER,
      stance: 'refutes',
      quote,
      page: { title: 'The ledger', text: lines.join('\n') },
    });
    const other = await claim({ statement: 'Nobody counted ships in 1709.' });
    await seenSource({ on: other, url: LEDGER, quote: 'nobody has ever counted anything here' });
    await see(ledger.pageId, {
      url: LEDGER,
      title: 'The ledger',
      text: lines.join('\n').replace('On day 3 the', 'On day 3 no'),
    });
    const arabic = await seenSource({
      on: other,
      url: 'https://jarida.example/mina',
      quote: 'ميناء ليندو',
      page: {
        title: 'إغلاق ميناء ليندو',
        lang: 'ar',
        text: 'سيُغلق ميناء ليندو أمام السفن.\nوتستغرق الأعمال أسابيع.',
      },
    });
    const english = await seenSource({
      on,
      url: 'https://gazette.example/ships',
      quote: 'no vessel longer than forty metres may enter',
      page: { title: 'Big ships', text: OTHERS_EN[0] },
    });
    return { on, ledger, arabic, english, quote };
  });
}

let seeded: Awaited<ReturnType<typeof evidence>> | undefined;

test('without a script a guest narrows the list down, and reads what is quoted with its context', async ({
  site,
  visitor,
  watch,
}) => {
  watch.allowError(unrun);
  seeded ??= await evidence(site);
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sources' }).click();
  await page.waitForURL(/\/sources$/);
  const entries = page.locator('.source-entry');
  expect(await entries.locator('h3').allInnerTexts()).toEqual([
    'Big ships',
    'إغلاق ميناء ليندو',
    'The ledger',
    'Paper 4',
  ]);
  const papers = entries.filter({ hasText: 'Paper 4' });
  expect(await papers.innerText()).toContain('used 5 times');
  await papers.getByText('5 pages, one text').click();
  expect(await papers.getByRole('link', { name: /^Paper [0-3]$/ }).count()).toBe(4);

  await page.getByText('Narrow down').click();
  await page.getByLabel('How it fared').selectOption('quote not found');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL(/state=missing/);
  expect(await entries.locator('h3').allInnerTexts()).toEqual(['The ledger']);
  await page.goto('/sources');
  await page.getByLabel('Title or address').fill('http://www.archive.example/ledger/?utm_source=x');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  expect(await entries.locator('h3').allInnerTexts()).toEqual(['The ledger']);
  await page.goto('/sources?q=nothing+like+it&state=nonsense');
  await page.getByRole('heading', { name: 'No source fits that.' }).waitFor();
  await page.goto('/sources?cursor=none');
  await page.getByRole('main').getByRole('alert').waitFor();

  await page.goto(`/sources/${seeded.english.pageId}`);
  const passage = page.locator('.source-passages blockquote');
  expect(await passage.locator('mark').innerText()).toBe('no vessel longer than forty metres may enter');
  expect(await passage.innerText()).toContain('For harbour master Ingrid Holm');
  await page.getByText('Only what is quoted is shown here').waitFor();
  expect(await page.locator('.source-text').count()).toBe(1);
  expect((await page.request.get(`/sources/${seeded.english.id}`)).status()).toBe(404);
  for (const query of ['snapshot=x', 'part=0', 'cursor=x', `snapshot=${seeded.english.id}`])
    expect((await page.request.get(`/sources/${seeded.ledger.pageId}?${query}`)).status()).toBe(404);
});

test('somebody who is signed in reads the text, a part at a time, and what changed in it', async ({
  site,
  visitor,
}) => {
  seeded ??= await evidence(site);
  const page = await member(site, visitor);
  await page.goto(`/claims/${seeded.on.id}`);
  const voice = page.locator('.sources .voice').filter({ hasText: '5 sources, one text' });
  expect(await voice.count()).toBe(1);
  expect(
    await page.locator('.claim-stance').filter({ hasText: 'For it' }).locator('h3 .num').innerText(),
  ).toBe('2');
  await page
    .locator('.claim-stance')
    .filter({ hasText: 'Against it' })
    .getByRole('link', { name: 'what it said' })
    .click();
  await page.waitForURL(/\/sources\//);
  await page.getByRole('heading', { level: 1, name: 'The ledger' }).waitFor();
  // The part that holds the first passage is the one that is shown.
  const mark = page.locator('.source-text mark');
  expect((await mark.innerText()).trim()).toBe(seeded.quote);
  expect(await mark.getByRole('link').getAttribute('href')).toBe(`/claims/${seeded.on.id}`);
  expect(await mark.getByRole('link').getAttribute('aria-label')).toContain(
    'Forty ships lay in the ice of Lindow.',
  );
  expect(await page.locator('.source-text p').count()).toBeLessThan(400);
  await page
    .getByRole('navigation', { name: 'Parts of the text' })
    .first()
    .getByRole('link', { name: 'Part before' })
    .click();
  await page.waitForURL(/part=3/);
  expect(await mark.count()).toBe(0);
  await page.getByRole('link', { name: 'See it in the text' }).click();
  await page.waitForURL(/part=4#passage-/);
  expect(await page.evaluate(() => document.querySelector(':target + .mark')?.textContent?.trim())).toBe(
    seeded.quote,
  );
  await page.getByRole('link', { name: 'Compare with the one before' }).click();
  await page.getByRole('heading', { name: /^What changed between/ }).waitFor();
  expect(await page.locator('.diff del').allInnerTexts()).toContain('the');
  expect(await page.locator('.diff ins').allInnerTexts()).toContain('no');
});

test('they are accessible and fit, on a phone and wide, in German, in the dark; an Arabic text runs its own way', async ({
  site,
  visitor,
}) => {
  seeded ??= await evidence(site);
  const page = await member(site, visitor, { viewport: { width: 320, height: 720 }, locale: 'de-DE' });
  const paths = ['/sources', `/sources/${seeded.ledger.pageId}`, `/sources/${seeded.arabic.pageId}`];
  for (const path of paths) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await overflows(page), path).toBe(false);
    // The last one has nothing that the one before has not.
    if (path !== paths.at(-1)) await expectAccessible(page);
  }
  const first = page.locator('.source-text p').first();
  expect(await first.evaluate((paragraph) => getComputedStyle(paragraph).direction)).toBe('rtl');
  expect(await page.locator('.source-text').getAttribute('lang')).toBe('ar');
  // The bar holds as much as there is room for.
  for (const width of [380, 500, 640, 700, 800, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflows(page), `${width} px`).toBe(false);
  }
  await page.goto(`/claims/${seeded.on.id}`);
  await page.getByText('5 Quellen, ein Text').waitFor();
  await expectAccessible(page);
});
