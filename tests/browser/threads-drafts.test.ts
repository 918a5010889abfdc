// What somebody writes in a thread outlives what happens around it: a comment that goes, a lost answer, a reload.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { news, send } from '#tests/setup/annotating.ts';
import { inDatabase, newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { commentOf, expectAccessible, saying, wordsOf } from '#tests/setup/threads.ts';

const field = (within: Page | Locator) => within.getByRole('textbox', { name: 'Your comment' });
const opener = (page: Page) => page.getByRole('button', { name: /^What do you make of it/ });

for (const [way, ending] of [
  ['deleted', 'Deleted by its author.'],
  ['removed', 'Taken away by a moderator.'],
] as const)
  test(`a reply stays open when its comment is ${way}, and becomes a comment of its own`, async ({
    site,
    page,
  }) => {
    const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
    const { id } = await saying(site, bob, { article: article.id }, 'To be answered.');
    await signIn(page, site, ann);
    const stream = page.waitForResponse(/\/api\/events\?/);
    await page.goto(`/articles/${article.slug}`);
    await stream;
    const answered = commentOf(page, id);
    await answered.getByRole('button', { name: 'Reply' }).click();
    await field(answered).pressSequentially('Words that took an hour.');
    if (way === 'deleted') await send(site, bob, 'DELETE', `/api/comments/${id}`);
    else
      await send(site, await newPerson(site, { role: 'moderator' }), 'POST', '/api/moderation/actions', {
        action: 'remove',
        targets: [{ type: 'comment', id }],
        reason: 'Off topic',
      });
    await answered.getByText(ending).waitFor();
    await answered.getByText('so nothing can be posted below it').waitFor();
    expect(await field(answered).innerText()).toBe('Words that took an hour.');
    // The caret is where it was, and Escape throws nothing away.
    await page.keyboard.type(' And more.');
    await page.keyboard.press('Escape');
    expect(await field(answered).innerText()).toBe('Words that took an hour. And more.');
    await expectAccessible(page);
    await answered.getByRole('button', { name: 'Post as a comment of its own' }).click();
    const own = page.getByRole('article', { name: `Comment by ${ann.name}` });
    await own.getByText('Words that took an hour. And more.').waitFor();
    await field(page).waitFor({ state: 'detached' });
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('reply:')));
    expect(kept).toEqual([]);
  });

test('a reply to a comment that goes can be discarded; one that the server refuses says so too', async ({
  site,
  page,
  watch,
}) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const { id } = await saying(site, bob, { article: article.id }, 'To be answered.');
  // This page is told of nothing.
  await page.route(/\/api\/events/, (route) => route.fulfill({ status: 204 }));
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}`);
  const answered = commentOf(page, id);
  await answered.getByRole('button', { name: 'Reply' }).click();
  await field(answered).pressSequentially('Too late.');
  await send(site, bob, 'DELETE', `/api/comments/${id}`);
  watch.allow(/\/comments$/, 422);
  await answered.getByRole('button', { name: 'Post', exact: true }).click();
  await answered.getByText('so nothing can be posted below it').waitFor();
  expect(await field(answered).innerText()).toBe('Too late.');
  await answered.getByRole('button', { name: 'Discard it' }).click();
  await field(answered).waitFor({ state: 'detached' });
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('reply:')));
  expect(kept).toEqual([]);
});

test('an answer that was lost and a reload: the same words are posted once, others anew', async ({
  site,
  page,
  watch,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}`);
  const isWrite = (url: URL) => url.pathname.endsWith(`/articles/${article.id}/comments`);
  const lose = () => loseAnswer(page, isWrite);
  watch.allowError(/net::ERR_FAILED/);
  await opener(page).click();
  await field(page).pressSequentially('Said once.');
  await lose();
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.locator('.form .notice').getByText('The server could not be reached.').waitFor();

  await page.reload();
  await opener(page).click();
  await page.getByText('This was kept from before.').waitFor();
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await opener(page).waitFor();
  expect(await wordsOf(page)).toEqual(['Said once.']);
  await page.reload();
  await opener(page).waitFor();
  expect(await wordsOf(page)).toEqual(['Said once.']);

  // Said again on purpose, and with other words after a lost answer: each is there.
  await opener(page).click();
  await field(page).pressSequentially('Said once.');
  await lose();
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.locator('.form .notice').getByText('The server could not be reached.').waitFor();
  await page.reload();
  await opener(page).click();
  await field(page).press('End');
  await field(page).pressSequentially(' No, twice.');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await opener(page).waitFor();
  expect(await wordsOf(page)).toEqual(['Said once.', 'Said once.', 'Said once. No, twice.']);
});

test('what a guest typed stands there again after a reload, and is posted once', async ({
  site,
  page,
  watch,
}) => {
  await inDatabase(site, async () => {
    const { putSetting } = await import('#lib/settings/mutations.ts');
    await putSetting(null, 'comments.guests', true);
  });
  const article = await news(site);
  await page.goto(`/articles/${article.slug}`);
  const [name, address] = ['Your name', 'Your mail address'].map((one) =>
    page.getByRole('textbox', { name: one }),
  ) as [Locator, Locator];
  await field(page).fill('Words of a guest.');
  await name.fill('Miriam K.');
  await address.fill('miriam@example.net');
  watch.allowError(/net::ERR_FAILED/);
  await loseAnswer(page, (url) => url.pathname.endsWith('/comments'));
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.locator('.guest-problem').getByText('The server could not be reached.').waitFor();

  await page.reload();
  // Nobody has touched the form.
  await expect.poll(() => field(page).inputValue()).toBe('Words of a guest.');
  expect(await name.inputValue()).toBe('Miriam K.');
  expect(await address.inputValue()).toBe('miriam@example.net');
  expect(await page.getByRole('checkbox', { name: /^Remember/ }).isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Send for approval' }).click();
  await page.getByRole('article', { name: 'Comment by Miriam K.' }).waitFor();
  expect(await written(site, article.id)).toBe(1);

  await page.reload();
  await page.getByText('Words of a guest.').waitFor();
  await field(page).focus();
  expect(await field(page).inputValue()).toBe('');
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')));
  expect(kept).toEqual([]);
});

/** The server does its work, and what it answers never comes. */
const loseAnswer = (page: Page, where: (url: URL) => boolean) =>
  page.route(
    where,
    async (route) => {
      await route.fetch();
      await route.abort('failed');
    },
    { times: 1 },
  );

const written = (site: Parameters<typeof inDatabase>[0], articleId: string) =>
  inDatabase(site, async () => {
    const { db } = await import('#lib/db/client.ts');
    return db().comment.count({ where: { articleId } });
  });
