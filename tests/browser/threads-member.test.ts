// What somebody signed in does in a thread: by mouse and by keyboard, when the line breaks, when somebody else was faster.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { news, openWorkspace, selectByMouse, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { commentOf, expectAccessible, lines, outline, saying, wordsOf } from '#tests/setup/threads.ts';

const field = (within: Page | Locator) => within.getByRole('textbox', { name: 'Your comment' });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
const opener = (page: Page) => page.getByRole('button', { name: /^What do you make of it/ });

test('a comment is written, posted by Control and Enter, edited and deleted', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site, { name: 'Anna Szabó' }), await news(site)];
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}`);
  await opener(page).click();
  await field(page).pressSequentially('The ledger is ');
  await field(page).press('Control+b');
  await field(page).pressSequentially('red');
  await field(page).press('Control+Enter');
  const mine = page.getByRole('article', { name: 'Comment by Anna Szabó' });
  await mine.locator('strong').getByText('red').waitFor();
  await mine.getByText('you', { exact: true }).waitFor();
  await mine.getByRole('img', { name: 'Nobody agrees' }).waitFor();
  expect(await mine.getByRole('button', { name: 'Agree: 0' }).count()).toBe(0);
  await expect.poll(() => focused(page)).toBe(await mine.getAttribute('id'));
  await page.getByText('1 comment', { exact: true }).waitFor();
  await page.getByText('Your comment is posted.').waitFor();
  await expectAccessible(page);

  await mine.getByRole('button', { name: /^More for/ }).click();
  await mine.getByRole('button', { name: 'Edit' }).click();
  await field(mine).press('End');
  await field(mine).pressSequentially(', still.');
  await mine.getByRole('button', { name: 'Save' }).click();
  await mine.getByText('The ledger is red, still.').waitFor();
  await mine.getByText('edited', { exact: true }).waitFor();
  await expect.poll(() => focused(page)).toBe(await mine.getAttribute('id'));

  await mine.getByRole('button', { name: /^More for/ }).click();
  await mine.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your comment?' });
  await dialog.getByText('The ledger is red, still.').waitFor();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await mine.waitFor({ state: 'detached' });
  await page.getByText('Nobody has said anything yet.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('composer-closed');
});

test('by keyboard alone: to a comment, its reply, and back to where one was', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const ids = await outline(site, { article: article.id }, lines(3, 'head'));
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}`);
  await opener(page).waitFor();
  await page.evaluate(() => document.querySelector('.discussion')?.scrollIntoView());
  await page.keyboard.press('n');
  await expect.poll(() => focused(page)).toBe(`comment-${ids['head 1']}`);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  await expect.poll(() => focused(page)).toBe(`comment-${ids['head 2']}`);
  const second = commentOf(page, ids['head 2']);
  while (
    !(await second.getByRole('button', { name: 'Reply' }).evaluate((one) => one === document.activeElement))
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await field(second).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox');
  await page.keyboard.type('By hand.');
  await page.keyboard.press('Escape');
  await field(second).waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe(`comment-${ids['head 2']}`);
  await second.getByRole('button', { name: 'Reply' }).press('Enter');
  await second.getByText('This was kept from before.').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox');
  await page.keyboard.press('Control+Enter');
  const reply = page.getByRole('article', { name: `Reply by ${ann.name} to Jonas Hale` });
  await reply.getByText('By hand.').waitFor();
  await expect.poll(() => focused(page)).toBe(await reply.getAttribute('id'));
  expect(await wordsOf(page)).toEqual(['head 1', 'head 2', 'By hand.', 'head 3']);
});

test('a vote counts at once, is taken back, and rolls back in words when it is refused', async ({
  site,
  page,
  watch,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const { head = '' } = await outline(site, { article: article.id }, 'head');
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}`);
  const agree = commentOf(page, head).getByRole('button', { name: /^Agree/ });
  const stored = async () => (await send<{ votes: object }>(site, ann, 'GET', `/api/comments/${head}`)).votes;
  await agree.press('Enter');
  await expect.poll(() => agree.getAttribute('aria-pressed')).toBe('true');
  expect(await agree.getAttribute('aria-label')).toBe('Agree: 1');
  await expect.poll(stored).toEqual({ up: 1, down: 0, score: 1, mine: 1 });
  await commentOf(page, head)
    .getByRole('button', { name: /^Disagree/ })
    .click();
  await expect.poll(stored).toEqual({ up: 0, down: 1, score: -1, mine: -1 });
  await commentOf(page, head)
    .getByRole('button', { name: /^Disagree/ })
    .click();
  await expect.poll(stored).toEqual({ up: 0, down: 0, score: 0, mine: 0 });

  watch.allow(/\/vote$/, 401);
  await page.context().clearCookies();
  await agree.click();
  await page.getByText('Your vote was not counted.').waitFor();
  await expect.poll(() => agree.getAttribute('aria-pressed')).toBe('false');
});

test('what is typed survives a broken line, a reload and an ended session', async ({ site, page, watch }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}`);
  await opener(page).click();
  await field(page).pressSequentially('Kept.');
  watch.allowError(/\/comments net::ERR_FAILED|net::ERR_FAILED .*\/comments/);
  await page.route('**/comments', (route) => route.abort('failed'), { times: 1 });
  await page.getByRole('button', { name: 'Post' }).click();
  await page.locator('.thread-form').getByText('The server could not be reached.').waitFor();
  expect(await field(page).innerText()).toBe('Kept.');

  await page.reload();
  await opener(page).getByText('You began to write').waitFor();
  await opener(page).click();
  await expect.poll(() => field(page).innerText()).toBe('Kept.');
  watch.allow(/\/comments$/, 401);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Post' }).click();
  const again = page.getByRole('link', { name: 'Sign in in a new tab' });
  expect(await again.getAttribute('href')).toContain(encodeURIComponent(`/articles/${article.slug}`));
  await signIn(page, site, ann);
  await page.getByRole('button', { name: 'Post' }).click();
  await expect.poll(() => wordsOf(page)).toEqual(['Kept.']);
  await page.reload();
  await opener(page).waitFor();
  expect(await page.getByText('You began to write').count()).toBe(0);
});

test('words that were changed in another tab are shown beside one’s own', async ({ site, page, watch }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const said = await saying(site, ann, { article: article.id }, 'Mine.');
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}`);
  const mine = commentOf(page, said.id);
  await mine.getByRole('button', { name: /^More for/ }).click();
  await mine.getByRole('button', { name: 'Edit' }).click();
  await field(mine).fill('Mine, better.');
  await send(site, ann, 'PATCH', `/api/comments/${said.id}`, { text: 'From the other tab.', version: 1 });
  watch.allow(/\/comments\/[^/]+$/, 409);
  await mine.getByRole('button', { name: 'Save' }).click();
  await mine.locator('.conflict').getByText('From the other tab.').waitFor();
  expect(await field(mine).innerText()).toBe('Mine, better.');
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => wordsOf(page)).toEqual(['Mine, better.']);
});

test('a passage and a comment are quoted with one press, with a link to where they stand', async ({
  site,
  page,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const { Overheard = '' } = await outline(site, { article: article.id }, 'Overheard');
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await selectByMouse(page, 'a wet Monday in May');
  await page
    .getByRole('toolbar', { name: /selected words/ })
    .getByRole('button', { name: 'Quote' })
    .click();
  await field(page).locator('blockquote').getByText('a wet Monday in May').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox');
  await page.keyboard.type('A Tuesday.');
  await page.keyboard.press('Control+Enter');
  const posted = page.getByRole('article', { name: `Comment by ${ann.name}` });
  await posted.locator('blockquote').getByText('a wet Monday in May').waitFor();
  await posted.getByText('A Tuesday.').waitFor();
  const source = posted.locator('blockquote').getByRole('link', { name: article.title });
  expect(await source.getAttribute('href')).toContain(`/articles/${article.slug}#:~:text=a%20wet%20Monday`);

  await commentOf(page, Overheard).getByRole('button', { name: 'Quote' }).click();
  const reply = field(commentOf(page, Overheard));
  await reply.locator('blockquote').getByText('Overheard').waitFor();
  await reply.pressSequentially('By whom?');
  await reply.press('Control+Enter');
  const answer = page.getByRole('article', { name: /^Reply by/ });
  expect(await answer.locator('blockquote').getByRole('link').getAttribute('href')).toContain(
    `/comments/${Overheard}`,
  );
});

test('more comes in both directions, without moving what is read, and the focus goes along', async ({
  site,
  page,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const ids = await outline(
    site,
    { article: article.id },
    `${lines(45, 'head')}\n${lines(26, 'answer', '  ')}`,
  );
  await signIn(page, site, ann);
  const middle = ids['head 22'] ?? '';
  await page.goto(`/articles/${article.slug}?comment=${middle}#comment-${middle}`);
  await opener(page).waitFor();
  expect((await wordsOf(page))[0]).toBe('head 22');
  const place = () => commentOf(page, middle).evaluate((one) => Math.round(one.getBoundingClientRect().top));
  await page.getByRole('link', { name: 'Earlier comments' }).scrollIntoViewIfNeeded();
  const before = await place();
  await page.getByRole('link', { name: 'Earlier comments' }).press('Enter');
  await expect.poll(async () => (await wordsOf(page))[0]).toBe('head 2');
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
  await expect.poll(() => focused(page)).toBe(`comment-${ids['head 2']}`);

  await page.getByRole('link', { name: 'More comments' }).click();
  await expect.poll(async () => (await wordsOf(page)).at(-1)).toBe('answer 3');
  await expect.poll(() => focused(page)).toBe(`comment-${ids['head 42']}`);
  await page.getByRole('link', { name: '23 more replies' }).click();
  await page.getByRole('link', { name: '6 more replies' }).click();
  await expect.poll(async () => (await wordsOf(page)).at(-1)).toBe('answer 26');
  expect(await page.getByRole('link', { name: /more repl|More comments/ }).count()).toBe(0);
  await expect.poll(() => focused(page)).toBe(`comment-${ids['answer 21']}`);
});

test('a comment is reported with a reason, and a moderator hides it for readers', async ({
  site,
  visitor,
}) => {
  const [ann, moderator, article] = [
    await newPerson(site),
    await newPerson(site, { role: 'moderator' }),
    await news(site),
  ];
  const { 'Buy my pills': id = '' } = await outline(site, { article: article.id }, 'Buy my pills');
  const reader = await visitor();
  await signIn(reader, site, ann);
  await reader.goto(`/articles/${article.slug}`);
  await commentOf(reader, id)
    .getByRole('button', { name: /^More for/ })
    .click();
  expect(await commentOf(reader, id).getByRole('button', { name: 'Hide' }).count()).toBe(0);
  await commentOf(reader, id).getByRole('button', { name: 'Report' }).click();
  const dialog = reader.getByRole('dialog', { name: 'Report this comment' });
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await dialog.getByText('Choose what is wrong.').waitFor();
  await dialog.getByRole('radio', { name: 'Spam or advertising' }).check();
  await expectAccessible(reader);
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await reader.getByText('Thank you. The moderators will look at it.').waitFor();

  const desk = await visitor();
  await signIn(desk, site, moderator);
  await desk.goto(`/articles/${article.slug}`);
  await commentOf(desk, id)
    .getByRole('button', { name: /^More for/ })
    .click();
  await commentOf(desk, id).getByRole('button', { name: 'Hide' }).click();
  await desk.getByRole('textbox', { name: 'Why' }).fill('Advertising');
  await desk.getByRole('dialog').getByRole('button', { name: 'Hide' }).click();
  await commentOf(desk, id).getByText('Hidden: only its author and moderators see it.').waitFor();
  await expectAccessible(desk);
  await reader.reload();
  await reader.getByText('Nobody has said anything yet.').waitFor();
});

for (const [link, why, role, name] of [
  ['Reply', 'Sign in to answer the comment.', 'textbox', 'Your comment'],
  ['Report', 'Sign in to report the comment', 'dialog', 'Report this comment'],
] as const)
  test(`${link} leads a guest to the sign-in, and is open afterwards`, async ({ site, page }) => {
    const [ann, article] = [await newPerson(site), await news(site)];
    const { 'Who says so?': id = '' } = await outline(site, { article: article.id }, 'Who says so?');
    await page.goto(`/articles/${article.slug}`);
    await commentOf(page, id).getByRole('link', { name: link }).click();
    await page.getByText(why).waitFor();
    await expectAccessible(page);
    await signIn(page, site, ann);
    await page.reload();
    await page.getByRole(role, { name }).waitFor();
    expect(new URL(page.url()).search).toBe(`?comment=${id}`);
  });
