// Somebody without an account writes, where a Setting allows it; a moderator lets it through.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { claimOf, news, send } from '#tests/setup/annotating.ts';
import { inDatabase, newPerson } from '#tests/setup/member.ts';
import { test as base } from '#tests/setup/page.ts';
import type { TestServer } from '#tests/setup/server.ts';
import { commentOf, expectAccessible, outline, overflows, wordsOf } from '#tests/setup/threads.ts';

/** The site with the Setting on. */
const test = base.extend<{ open: TestServer }>({
  open: [
    async ({ site }, use) => {
      await inDatabase(site, async () => {
        const { putSetting } = await import('#lib/settings/mutations.ts');
        await putSetting(null, 'comments.guests', true);
      });
      await use(site);
    },
    { scope: 'file' },
  ],
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

async function write(form: Page | Locator, text: string, name = 'Miriam K.', email = 'miriam@example.net') {
  await form.getByRole('textbox', { name: 'Your comment' }).fill(text);
  await form.getByRole('textbox', { name: 'Your name' }).fill(name);
  await form.getByRole('textbox', { name: 'Your mail address' }).fill(email);
}

test('a guest writes; it awaits approval in its place, also after a reload, until a moderator lets it through', async ({
  open,
  page,
}) => {
  const [moderator, article] = [await newPerson(open, { role: 'moderator' }), await news(open)];
  await outline(open, { article: article.id }, 'head');
  await page.goto(`/articles/${article.slug}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.getByText('Write something first.').waitFor();
  await page.getByText('Say under which name.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text');
  await write(page, 'Did anybody check?\n\nI did not.', 'Miriam K.', 'nonsense');
  await page.getByRole('checkbox', { name: /^Remember/ }).check();
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.getByText('Write a mail address').waitFor();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Your mail address' }).fill('miriam@example.net');
  await page.getByRole('textbox', { name: 'Your comment' }).press('Control+Enter');
  const mine = page.getByRole('article', { name: 'Comment by Miriam K.' });
  await mine.getByText('Awaits approval').waitFor();
  expect(await mine.locator('.said p').allInnerTexts()).toEqual(['Did anybody check?', 'I did not.']);
  await expect.poll(() => focused(page)).toBe(await mine.getAttribute('id'));
  expect((await wordsOf(page))[0]).toBe('head');
  await expectAccessible(page);

  await page.reload();
  await mine.getByText('Awaits approval').waitFor();
  await page.getByRole('textbox', { name: 'Your comment' }).focus();
  await expect.poll(() => page.getByRole('textbox', { name: 'Your name' }).inputValue()).toBe('Miriam K.');
  expect(await page.getByRole('textbox', { name: 'Your comment' }).inputValue()).toBe('');

  const id = (await mine.getAttribute('id'))?.slice('comment-'.length);
  const targets = [{ type: 'comment', id }];
  await send(open, moderator, 'POST', '/api/moderation/actions', { action: 'approve', targets });
  await page.reload();
  await mine.getByText('Did anybody check?').waitFor();
  expect(await page.getByText('Awaits approval').count()).toBe(0);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('obelus:pending:1'))).toBeNull();
});

test('a guest answers below a comment, and what was typed is kept', async ({ open, page }) => {
  const article = await news(open);
  const { head = '' } = await outline(open, { article: article.id }, 'head');
  await page.goto(`/articles/${article.slug}`);
  const reply = commentOf(page, head).getByRole('link', { name: 'Reply' });
  await reply.click();
  const form = page.getByRole('form', { name: 'Reply to Jonas Hale' });
  await write(form, 'To be kept.');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe(`comment-${head}`);
  await page.reload();
  await reply.press('Enter');
  const field = form.getByRole('textbox', { name: 'Your comment' });
  await expect.poll(() => field.inputValue()).toBe('To be kept.');
  await write(form, 'To be kept.');
  await form.getByRole('button', { name: 'Send for approval' }).click();
  await form.waitFor({ state: 'detached' });
  const waiting = page.locator('.replies .comment[data-state="pending"]');
  await waiting.getByText('To be kept.').waitFor();
  await page.reload();
  await waiting.getByText('To be kept.').waitFor();
});

test('refusals are said in words, and nothing is lost', async ({ open, page, watch }) => {
  const [ann, article] = [await newPerson(open, { name: 'Anna Szabó' }), await news(open)];
  await page.goto(`/articles/${article.slug}`);
  await write(page, 'I am Anna.', 'Somebody', ann.email);
  watch.allow(/\/comments$/, 409);
  watch.allow(/\/comments$/, 422);
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.locator('.guest-problem').getByText('belongs to somebody with an account').waitFor();
  await page.getByRole('textbox', { name: 'Your mail address' }).fill('somebody@example.net');

  watch.allow(/\/comments$/, 429);
  await page.route(
    '**/comments',
    (route) =>
      route.fulfill({
        status: 429,
        headers: { 'retry-after': '30' },
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'too-often', status: 429, retryAfter: 30 }),
      }),
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.locator('.guest-problem').getByText('Wait 30 seconds').waitFor();

  watch.allowError(/net::ERR_FAILED/);
  await page.route('**/comments', (route) => route.abort('failed'), { times: 1 });
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.locator('.guest-problem').getByText('The server could not be reached.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Your comment' }).inputValue()).toBe('I am Anna.');
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.getByRole('article', { name: 'Comment by Somebody' }).waitFor();
});

test('in a card, on a phone and in German', async ({ open, visitor }) => {
  const [ann, article] = [await newPerson(open), await news(open)];
  const claim = await claimOf(open, ann, article, 'It has three bridges.');
  await outline(open, { article: article.id }, 'one\ntwo');
  await outline(open, { annotation: claim.id }, 'three\nfour');
  const page = await visitor({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
  await page.goto(`/articles/${article.slug}`);
  await page.locator('[data-ready]').waitFor();
  await page.locator('.prose mark').first().click();
  const card = page.locator(`#annotation-${claim.id}`);
  await card.getByRole('link', { name: 'Diskutieren (2)' }).click();
  await card.getByRole('textbox', { name: 'Dein Kommentar' }).fill('Zwei, und eine Furt.');
  await card.getByRole('textbox', { name: 'Dein Name' }).fill('Miriam');
  await card.getByRole('textbox', { name: 'Deine Mailadresse' }).fill('miriam@example.net');
  expect(await overflows(page)).toBe(false);
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Zur Freigabe senden' }).click();
  const waiting = card.getByRole('article', { name: 'Kommentar von Miriam' });
  await waiting.getByText('Wartet auf Freigabe').waitFor();
  await page.goto(`/claims/${claim.id}`);
  await page
    .getByRole('article', { name: 'Kommentar von Miriam' })
    .getByText('Zwei, und eine Furt.')
    .waitFor();
});

test('without a script it is said that writing needs one', async ({ open, visitor, watch }) => {
  watch.allowError(/\/_next\/static\/.* csp$/);
  const article = await news(open);
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto(`/articles/${article.slug}`);
  await page.getByText('Writing here without an account needs JavaScript').waitFor();
  expect(await page.locator('.guest-form').isVisible()).toBe(false);
});
