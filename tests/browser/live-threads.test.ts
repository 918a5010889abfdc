import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CommentView } from '#lib/comment/schema.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { claimOf, news, openWorkspace, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { joinServer, type TestServer } from '#tests/setup/server.ts';
import { still } from '#tests/setup/stillness.ts';
import { expectAccessible, lines, outline } from '#tests/setup/threads.ts';

const say = (site: TestServer, who: TestPerson, article: { id: string }, text: string, parentId?: string) =>
  send<CommentView>(site, who, 'POST', `/api/articles/${article.id}/comments`, { text, parentId });

async function openLive(page: Page, path: string): Promise<void> {
  const stream = page.waitForResponse(/\/api\/events\?/);
  await page.goto(path);
  expect((await stream).status()).toBe(200);
}

const comment = (page: Page, { id }: { id: string }) => page.locator(`#comment-${id}`);
const offers = (page: Page) => page.locator('.offer');

for (const kind of ['guest', 'member'] as const) {
  test(`${kind}: new comments and replies are counted, and shown when they are asked for`, async ({
    site,
    page,
  }) => {
    const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
    const first = await say(site, ann, article, 'The first.');
    if (kind === 'member') await signIn(page, site, ann);
    await openLive(page, `/articles/${article.slug}`);
    await comment(page, first).scrollIntoViewIfNeeded();
    const nothingMoved = await still(page);
    const second = await say(site, bob, article, 'The second.');
    const top = page.getByRole('button', { name: '1 new comment', exact: true });
    await top.waitFor();
    const third = await say(site, bob, article, 'The third.');
    await page.getByRole('button', { name: '2 new comments' }).waitFor();
    const reply = await say(site, bob, article, 'An answer.', first.id);
    await comment(page, first).getByRole('button', { name: '1 new reply', exact: true }).waitFor();
    await nothingMoved();
    expect(await page.locator('.comment').count()).toBe(1);
    await expectAccessible(page);

    await page.getByRole('button', { name: '2 new comments' }).click();
    for (const one of [second, third]) await comment(page, one).waitFor();
    await expect
      .poll(() => comment(page, second).evaluate((one) => one === document.activeElement))
      .toBe(true);
    // Only what was asked for has come.
    expect(await comment(page, reply).count()).toBe(0);
    await comment(page, first).getByRole('button', { name: '1 new reply' }).click();
    await comment(page, reply).waitFor();
    expect(await offers(page).count()).toBe(0);
    await page.getByText('4 comments').waitFor();
  });

  test(`${kind}: votes, edits and removals happen in their place`, async ({ site, page }) => {
    const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
    const [first, second, third] = [
      await say(site, ann, article, 'The first.'),
      await say(site, ann, article, 'The second, with a reply.'),
      await say(site, ann, article, 'The third.'),
    ];
    await say(site, bob, article, 'The reply.', second.id);
    if (kind === 'member') await signIn(page, site, bob);
    await openLive(page, `/articles/${article.slug}`);
    await comment(page, third).scrollIntoViewIfNeeded();
    const nothingMoved = await still(page);
    const carl = await newPerson(site);
    await send(site, carl, 'PUT', `/api/comments/${first.id}/vote`, { value: 1 });
    await expect.poll(() => comment(page, first).locator('.act').first().textContent()).toBe('▲1');
    await send(site, ann, 'PATCH', `/api/comments/${third.id}`, { text: 'The third, mended.', version: 1 });
    await comment(page, third).getByText('The third, mended.').waitFor();
    await comment(page, third).getByText('edited').waitFor();
    await send(site, ann, 'DELETE', `/api/comments/${second.id}`);
    await comment(page, second).getByText('Deleted by its author.').waitFor();
    const moderator = await newPerson(site, { role: 'moderator' });
    await send(site, moderator, 'POST', '/api/moderation/actions', {
      action: 'remove',
      targets: [{ type: 'comment', id: first.id }],
      reason: 'Off topic',
    });
    await comment(page, first).locator('.placeholder').waitFor();
    expect(await page.locator('.discussion').textContent()).not.toContain('The first.');
    await nothingMoved();
    expect(await offers(page).count()).toBe(0);
  });
}

test('guest: what was read into the page stays when new comments are shown', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const ids = await outline(site, { article: article.id }, lines(25, 'Comment'));
  await openLive(page, `/articles/${article.slug}`);
  const more = page.locator('.discussion > .more[rel="next"]');
  // Its place is known only when all before it is there.
  await say(site, ann, article, 'Among the last.');
  await page.getByRole('button', { name: '1 new comment', exact: true }).waitFor();
  await more.click();
  await page.locator(`#comment-${ids['Comment 25']}`).waitFor();
  // It came with the others.
  await expect.poll(() => offers(page).count()).toBe(0);
  const before = await page.locator('.comment').count();
  const last = await say(site, ann, article, 'The very last.');
  await page.locator('.thread-offer > .offer').click();
  await comment(page, last).waitFor();
  expect(await page.locator('.comment').count()).toBeGreaterThan(before);
  expect(await page.locator('.branches > li .said').last().textContent()).toBe('The very last.');
  await page.getByText('27 comments').waitFor();
  expect(await offers(page).count()).toBe(0);
});

test('guest: the discussion in a card is live', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const claim = await claimOf(site, ann, article, 'It has three bridges.');
  const about = `/api/annotations/${claim.id}/comments`;
  await send(site, ann, 'POST', about, { text: 'I counted them.' });
  await openLive(page, `/articles/${article.slug}`);
  const card = page.locator(`#annotation-${claim.id}`);
  await page.locator('.prose mark').first().click();
  await card.locator('[data-discuss]').click();
  await card.locator('.comment').getByText('I counted them.').waitFor();
  const { id } = await send<CommentView>(site, ann, 'POST', about, { text: 'Four, by now.' });
  await card.getByText('2 comments').first().waitFor();
  await card.getByRole('button', { name: '1 new comment', exact: true }).click();
  await card.locator('.comment').getByText('Four, by now.').waitFor();
  await send(site, ann, 'DELETE', `/api/comments/${id}`);
  await card.locator('.comment .placeholder').waitFor();
});

test('what one says oneself is not offered, and in the second window it is', async ({
  site,
  page,
  visitor,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const other = await visitor();
  for (const one of [page, other]) {
    await signIn(one, site, ann);
    await openLive(one, `/articles/${article.slug}`);
  }
  await page.locator('.composer-closed').click();
  await page.locator('.thread-form .ProseMirror-focused').waitFor();
  await page.keyboard.type('From the first window.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.comment').getByText('From the first window.').waitFor();
  await other.getByRole('button', { name: '1 new comment', exact: true }).click();
  await other.locator('.comment').getByText('From the first window.').waitFor();
  expect(await offers(page).count()).toBe(0);
});

test('a comment that awaits approval is offered when it is approved, and one that is hidden is not there any more', async ({
  site,
  page,
}) => {
  const [ann, moderator, article] = [
    await newPerson(site),
    await newPerson(site, { role: 'admin' }),
    await news(site),
  ];
  const act = (action: string, id: string) =>
    send(site, moderator, 'POST', '/api/moderation/actions', {
      action,
      targets: [{ type: 'comment', id }],
      ...(action === 'hide' ? { reason: 'Off topic' } : {}),
    });
  await openLive(page, `/articles/${article.slug}`);
  const moderate = (value: string) =>
    send(site, moderator, 'PATCH', '/api/settings/comments.pre-moderation', { value });
  await moderate('all');
  const waiting = await say(site, ann, article, 'May I?');
  expect(waiting.state).toBe('pending');
  await moderate('off');
  await say(site, ann, article, 'Another one.');
  await page.getByRole('button', { name: '1 new comment', exact: true }).waitFor();
  await act('approve', waiting.id);
  await page.getByRole('button', { name: '2 new comments' }).waitFor();
  await act('hide', waiting.id);
  await page.getByRole('button', { name: '1 new comment', exact: true }).click();
  await page.locator('.comment').getByText('Another one.').waitFor();
  expect(await page.locator('.comment').count()).toBe(1);
});

test('what is written through another server is seen within a second', async ({ site, page }) => {
  const second = await joinServer(site);
  try {
    const [ann, article] = [await newPerson(site), await news(site)];
    const claim = await claimOf(site, ann, article, 'It has three bridges.');
    await openLive(page, `/articles/${article.slug}`);
    const said = await say(second, ann, article, 'From elsewhere.');
    await page.getByRole('button', { name: '1 new comment', exact: true }).click({ timeout: 1_000 });
    await comment(page, said).waitFor();
    await send(second, ann, 'DELETE', `/api/comments/${said.id}`);
    await comment(page, said).locator('.placeholder').waitFor({ timeout: 1_000 });
    await send(second, ann, 'DELETE', `/api/annotations/${claim.id}`);
    await page.locator('.card').waitFor({ state: 'detached', timeout: 1_000 });
    await claimOf(second, ann, article, 'The road is nine kilometres long.');
    await page.getByRole('button', { name: '1 new annotation' }).waitFor({ timeout: 1_000 });
  } finally {
    await second.stop();
  }
});

test('the page of a claim offers what was laid beside it, and has its discussion live', async ({
  site,
  page,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const claim = await claimOf(site, ann, article, 'It has three bridges.');
  await openLive(page, `/claims/${claim.id}`);
  await send(site, ann, 'POST', `/api/annotations/${claim.id}/sources`, {
    url: 'https://example.org/bridges',
    stance: 'supports',
  });
  await page.getByRole('button', { name: 'This page has changed' }).click();
  await page.getByRole('link', { name: /example.org/ }).waitFor();
  // Nobody has to ask for how the page fared that was given: it cannot be had here.
  await page.getByText('the page could not be reached').waitFor();
  await send(site, ann, 'POST', `/api/annotations/${claim.id}/comments`, { text: 'I counted them.' });
  await page.getByRole('button', { name: '1 new comment', exact: true }).click();
  await page.locator('.comment').getByText('I counted them.').waitFor();
  expect(await offers(page).count()).toBe(0);
});

test('words of one’s own that are being changed are not overwritten by what comes in', async ({
  site,
  page,
  watch,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const claim = await claimOf(site, ann, article, 'It has three bridges.');
  await signIn(page, site, ann);
  const stream = page.waitForResponse(/\/api\/events\?/);
  await openWorkspace(page, article);
  await stream;
  await page.locator('.prose mark').first().click();
  const card = page.locator(`#annotation-${claim.id}`);
  await card.getByRole('button', { name: 'Edit', exact: true }).click();
  const field = card.getByLabel('The claim in one sentence');
  await field.fill('Mine.');
  await send(site, ann, 'PATCH', `/api/annotations/${claim.id}`, { statement: 'Theirs.', version: 1 });
  // The card shows it at once; the form stays as it is.
  await card.locator('.statement').getByText('Theirs.').waitFor();
  expect(await field.inputValue()).toBe('Mine.');
  watch.allow(/\/annotations\/[^/]+$/, 409);
  await card.getByRole('button', { name: 'Save' }).click();
  await card.locator('.conflict').getByText('Theirs.').waitFor();
});
