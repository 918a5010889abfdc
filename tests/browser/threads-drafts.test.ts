// What somebody writes in a thread outlives what happens around it: a comment that goes, a lost answer, a reload.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { news, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { commentOf, expectAccessible, saying } from '#tests/setup/threads.ts';

const field = (within: Page | Locator) => within.getByRole('textbox', { name: 'Your comment' });

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
