// Claims that say the same, from the form to the page of a claim; the list of all claims; and what the place says of itself.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { claimOf, news, openWorkspace, selectByMouse, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { overflows } from '#tests/setup/threads.ts';

/** What a browser says of scripts that it was told not to run. */
const unrun = /\/_next\/static\/.* csp$/;

const PHONE = { viewport: { width: 320, height: 700 }, locale: 'de-DE', colorScheme: 'dark' } as const;

async function expectSound(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await overflows(page), `${page.url()} is too wide`).toBe(false);
}

/** On a wide page in the light, and on the narrowest in the dark and in German. */
async function expectSoundFor(pages: Page[], path: string) {
  for (const page of pages) {
    await page.goto(path);
    await expectSound(page);
  }
}

test('a new claim is linked with one that says the same, and takes its evidence over in a click', async ({
  site,
  page,
  visitor,
}) => {
  const [ann, boris] = [await newPerson(site, { name: 'Ann' }), await newPerson(site, { name: 'Boris' })];
  const [there, here] = [await news(site), await news(site)];
  const exact = 'tolls would have covered every cent of the 84 million';
  const known = await claimOf(site, boris, there, exact);
  await send(site, boris, 'POST', `/api/annotations/${known.id}/sources`, {
    url: 'https://town.example/accounts',
    stance: 'refutes',
    quote: 'Receipts: 31.4 million',
  });
  await signIn(page, site, ann);
  await openWorkspace(page, here);
  await selectByMouse(page, 'tolls would have', 'of the 84 million');
  const toolbar = page.getByRole('toolbar', { name: /selected words/ });
  await toolbar.getByRole('button', { name: 'Claim' }).click();
  const form = page.getByRole('form', { name: 'New claim' });
  await form.getByText('There is 1 claim that says much the same').click();
  await form.getByLabel(`It says the same as “${known.statement}”`).check();
  await form.getByRole('button', { name: 'Save claim' }).click();
  const card = page.locator('.card').filter({ hasText: exact });
  await card.getByRole('link', { name: '1 other claim says the same' }).click();

  await page.getByRole('heading', { name: 'Claims that say the same' }).waitFor();
  const relatives = page.getByRole('region', { name: 'Claims that say the same' });
  await relatives.getByRole('link', { name: known.statement ?? '', exact: true }).waitFor();
  const [path] = page.url().split('#');
  // A press before React has taken the page over goes nowhere.
  await page.waitForFunction(() => {
    const button = document.querySelector('.offered button');
    return button !== null && Object.keys(button).some((key) => key.startsWith('__reactProps'));
  });
  await page.getByRole('button', { name: /^Use it here too/ }).click();
  const taken = page.getByRole('region', { name: 'The sources' }).getByText('added there by Boris');
  await taken.waitFor();
  expect(await page.getByRole('button', { name: /^Use it here too/ }).count()).toBe(0);
  await expectSound(page);

  const guest = await visitor();
  await guest.goto(path ?? '');
  await guest.getByText('taken over from another claim').waitFor();
  await guest.getByText('Ann linked it with', { exact: false }).waitFor();
  expect(await guest.getByText('Link a claim that says the same').count()).toBe(0);

  await page.getByText('Take a claim out').click();
  await page
    .getByRole('button', { name: /^Take out/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Claims that say the same' }).waitFor({ state: 'detached' });
  await page.getByText('Link a claim that says the same').click();
  await page.getByLabel('Search for a claim').fill('every cent');
  await page.getByRole('button', { name: `It says the same: ${known.statement}` }).click();
  await page.getByRole('heading', { name: 'Claims that say the same' }).waitFor();
});

test('all claims are listed, chosen from and paged through without a script', async ({
  site,
  visitor,
  watch,
}) => {
  watch.allowError(unrun);
  const ann = await newPerson(site, { name: 'Ann Abel' });
  const article = await news(site);
  const words = [
    'ring road',
    'wet Monday in May',
    'nine kilometres long',
    'three bridges',
    'its mayor promised',
  ];
  for (const exact of words) await claimOf(site, ann, article, exact);
  for (let n = 0; n < 22; n += 1) await claimOf(site, ann, article, 'old town has fallen by 40 percent');
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Claims' }).click();
  await page.getByRole('heading', { level: 1, name: 'Claims' }).waitFor();
  expect(await page.locator('.listed-claim').count()).toBe(25);
  await page.getByRole('link', { name: 'Older claims' }).click();
  await page.getByText('It is said: ring road').waitFor();
  await page.getByRole('link', { name: 'Newest claims' }).click();
  await page.getByText('Choose which claims').click();
  await page.getByLabel('Verdict').selectOption('false');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByText('No claim fits all of that.').waitFor();
  await page.getByRole('link', { name: /^Verdict: False, take this away/ }).click();
  expect(await page.locator('.listed-claim').count()).toBe(25);
  await page.getByRole('searchbox', { name: 'Search the claims' }).fill('bridges');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?kind=claim&q=bridges/);
  const [wide, phone] = [await visitor(), await visitor(PHONE)];
  await expectSoundFor([wide, phone], `/claims?state=open&person=${ann.handle}`);
});

test('an admin changes how the place says it works, and a guest reads it at once', async ({
  site,
  page,
  visitor,
  watch,
}) => {
  const [guest, phone] = [await visitor(), await visitor(PHONE)];
  await expectSoundFor([phone, guest], '/corrections');
  await guest.getByText('No ruling has been corrected or retracted yet.').waitFor();
  await expectSoundFor([guest], '/methodology');
  expect(await guest.getByRole('button', { name: 'Change this text' }).count()).toBe(0);
  const admin = await newPerson(site, { role: 'admin' });
  await signIn(page, site, admin);
  await page.goto('/methodology');
  await page.getByRole('button', { name: 'Change this text' }).click();
  const field = page.getByRole('textbox', { name: 'The text' });
  await field.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' We answer within a week.');
  await expectSound(page);
  const theirs = { markdown: 'Somebody else was here.', version: 0 };
  await send(site, admin, 'PUT', '/api/texts/methodology/en', theirs);
  watch.allow(/\/api\/texts\//, 409);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Somebody else was here.').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.prose', { hasText: 'We answer within a week.' }).waitFor();
  await guest.reload();
  await guest.getByText('We answer within a week.').waitFor();
  await guest.getByRole('heading', { name: 'Rulings' }).waitFor();
});
