import { expect } from 'vitest';
import { annotationsOf, claimOf, news, openWorkspace, selectByMouse } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';

const STATEMENT = 'The road was paid for by 2025.';

test('what was typed survives a failed request, a reload, and is saved once', async ({
  site,
  page,
  watch,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await selectByMouse(page, 'By 2025', '84 million');
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'New claim' });
  await form.getByLabel('The claim in one sentence').fill(STATEMENT);
  await form.getByText('Give your verdict').click();
  await form.getByRole('radio', { name: 'False' }).check();
  await form.getByRole('textbox', { name: 'Why' }).click();
  await page.keyboard.type('Look at the ledger.');

  watch.allowError(/failed: POST .*annotations/);
  watch.allowError(/console: Failed to load resource: net::ERR/);
  await page.route('**/api/articles/*/annotations', (route) => route.abort('connectionrefused'));
  await form.getByRole('button', { name: 'Save claim' }).click();
  await page.getByRole('alert').getByText('The server could not be reached').first().waitFor();
  expect(await form.getByLabel('The claim in one sentence').inputValue()).toBe(STATEMENT);

  await page.reload();
  await page.unroute('**/api/articles/*/annotations');
  await page.getByText('You began a claim on').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await form.getByLabel('The claim in one sentence').inputValue()).toBe(STATEMENT);
  expect(await form.getByRole('radio', { name: 'False' }).isChecked()).toBe(true);
  await form.getByText('Look at the ledger.').waitFor();
  await form.getByText('This was kept from before.').waitFor();

  // The answer is lost, not the request: saving again does the work once.
  const path = /\/api\/articles\/[^/]+\/annotations$/;
  await page.route(path, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await form.getByRole('button', { name: 'Save claim' }).click();
  await page.getByRole('alert').getByText('The server could not be reached').first().waitFor();
  await page.unroute(path);
  await form.getByRole('button', { name: 'Save claim' }).click();
  await page.getByRole('article', { name: STATEMENT }).waitFor();
  expect(await annotationsOf(page, article)).toHaveLength(1);
  await page.reload();
  await page.locator('.prose.ProseMirror').waitFor();
  expect(await page.getByText('You began a claim on').count()).toBe(0);
});

test('a session that ended says so, keeps the words and goes on after signing in', async ({
  site,
  page,
  watch,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const claim = await claimOf(site, ann, article, 'The road is nine kilometres long.');
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.goto(`/articles/${article.slug}#annotation-${claim.id}`);
  const card = page.getByRole('article', { name: claim.statement ?? '' });
  await card.getByRole('button', { name: 'Discuss' }).click();
  await card.getByRole('button', { name: 'What do you make of it?' }).click();
  await card.getByRole('textbox', { name: 'Your comment' }).click();
  await page.keyboard.type('Measured by whom?');
  await page.context().clearCookies();
  watch.allow(/\/comments$/, 401);
  await card.getByRole('button', { name: 'Post' }).click();
  await page.getByRole('alert').getByText('You are not signed in any more').first().waitFor();
  const link = card.getByRole('link', { name: 'Sign in in a new tab' });
  const back = `/articles/${article.slug}#annotation-${claim.id}`;
  expect(await link.getAttribute('href')).toBe(`/sign-in?next=${encodeURIComponent(back)}`);
  await signIn(page, site, ann);
  await card.getByRole('button', { name: 'Post' }).click();
  await card.locator('.comment').getByText('Measured by whom?').waitFor();
});

test('a draft is of one person: the next one at the same browser does not see it', async ({ site, page }) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await selectByMouse(page, 'By 2025', '84 million');
  await page.keyboard.press('c');
  await page.getByLabel('The claim in one sentence').fill(STATEMENT);
  await page.keyboard.press('Escape');
  await page.getByText('You began a claim on').waitFor();
  await signIn(page, site, bob);
  await openWorkspace(page, article);
  expect(await page.getByText('You began a claim on').count()).toBe(0);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.getByRole('button', { name: 'Discard it' }).click();
  await page.getByText('You began a claim on').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('a remark that is left with Escape waits, formatting and all', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await selectByMouse(page, 'By 2025', '84 million');
  await page.keyboard.press('r');
  const field = page.getByRole('textbox', { name: 'Your remark' });
  await field.click();
  await page.keyboard.type('A **bold** word');
  await page.keyboard.press('Escape');
  await page.getByText('You began a remark on').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.slice(0, 8)))
    .toBe('When the');
  await page.getByRole('button', { name: 'Continue' }).click();
  await field.locator('strong').getByText('bold').waitFor();
});

test('where storage is forbidden the forms work all the same', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openWorkspace(page, article);
  await selectByMouse(page, 'By 2025', '84 million');
  await page.keyboard.press('c');
  await page.getByLabel('The claim in one sentence').fill(STATEMENT);
  await page.getByRole('button', { name: 'Save claim' }).click();
  await page.getByRole('article', { name: STATEMENT }).waitFor();
});

test('a draft whose words moved is found again, and too many requests say how long to wait', async ({
  site,
  page,
  watch,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await selectByMouse(page, 'By 2025', '84 million');
  await page.keyboard.press('c');
  await page.getByLabel('The claim in one sentence').fill(STATEMENT);
  await page.keyboard.press('Escape');
  await page.getByText('You began a claim on').waitFor();
  await page.evaluate(() => {
    const [key = ''] = Object.keys(localStorage);
    const kept = JSON.parse(localStorage.getItem(key) ?? '');
    kept.data.target.start += 7;
    kept.data.target.end += 7;
    localStorage.setItem(key, JSON.stringify(kept));
  });
  await page.reload();
  await page.getByRole('button', { name: 'Continue' }).click();
  const form = page.getByRole('form', { name: 'New claim' });
  expect(await form.getByLabel('The claim in one sentence').inputValue()).toBe(STATEMENT);
  watch.allow(/\/annotations$/, 429);
  const body = JSON.stringify({
    type: '/problems/too-often',
    title: 'Too often',
    status: 429,
    code: 'too-often',
    retryAfter: 40,
  });
  await page.route('**/api/articles/*/annotations', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      headers: { 'retry-after': '40' },
      body,
    }),
  );
  await form.getByRole('button', { name: 'Save claim' }).click();
  await form.getByText('Wait 40 seconds').waitFor();
  await page.unroute('**/api/articles/*/annotations');
  await form.getByRole('button', { name: 'Save claim' }).click();
  await page.getByRole('article', { name: STATEMENT }).waitFor();
  const [stored] = await annotationsOf(page, article);
  expect(stored?.target.exact).toBe(
    'By 2025, she said, tolls would have covered every cent of the 84 million',
  );
});
