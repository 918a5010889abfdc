// What a script adds for somebody who only reads: more comes into the page, branches fold, a card shows its discussion.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { claimOf, news } from '#tests/setup/annotating.ts';
import { newPerson } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { commentOf, crowd, expectAccessible, lines, outline, saying, wordsOf } from '#tests/setup/threads.ts';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('more heads and replies come into the page, in both directions, and the focus goes along', async ({
  site,
  page,
}) => {
  const article = await news(site);
  const ids = await outline(
    site,
    { article: article.id },
    `${lines(45, 'head')}\n${lines(26, 'answer', '  ')}`,
  );
  const middle = ids['head 22'] ?? '';
  await page.goto(`/articles/${article.slug}?comment=${middle}#comment-${middle}`);
  await page.evaluate(() => Object.assign(window, { same: true }));
  const place = () => commentOf(page, middle).evaluate((one) => Math.round(one.getBoundingClientRect().top));
  await page.getByRole('link', { name: 'Earlier comments' }).scrollIntoViewIfNeeded();
  const before = await place();
  await page.getByRole('link', { name: 'Earlier comments' }).press('Enter');
  await expect.poll(async () => (await wordsOf(page))[0]).toBe('head 2');
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
  await expect.poll(() => focused(page)).toBe(`comment-${ids['head 2']}`);
  await page.getByRole('link', { name: 'Earlier comments' }).click();
  await expect.poll(async () => (await wordsOf(page))[0]).toBe('head 1');
  expect(await page.getByRole('link', { name: 'Earlier comments' }).count()).toBe(0);

  await page.getByRole('link', { name: 'More comments' }).click();
  await expect.poll(async () => (await wordsOf(page)).at(-1)).toBe('answer 3');
  await expect.poll(() => focused(page)).toBe(`comment-${ids['head 42']}`);
  await page.getByRole('link', { name: '23 more replies' }).click();
  await page.getByRole('link', { name: '6 more replies' }).click();
  await expect.poll(async () => (await wordsOf(page)).at(-1)).toBe('answer 26');
  await expect.poll(() => focused(page)).toBe(`comment-${ids['answer 21']}`);
  const heads = lines(45, 'head').split('\n');
  expect(await wordsOf(page)).toEqual([...heads, ...lines(26, 'answer').split('\n')]);
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
});

test('a comment that was led to comes to its place when the gap before it is filled', async ({
  site,
  page,
}) => {
  const article = await news(site);
  const { replies } = await crowd(site, article.id, 24);
  const voice = replies[21] ?? '';
  await page.goto(`/comments/${voice}`);
  expect((await wordsOf(page)).at(-1)).toBe('Voice 22');
  await page.getByRole('link', { name: '20 more replies' }).click();
  // Four follow the twentieth, of which one is on the page: no number would be right for everybody.
  await page.getByRole('link', { name: 'More replies', exact: true }).click();
  await expect.poll(() => wordsOf(page)).toEqual(['The crowd gathers', ...lines(24, 'Voice').split('\n')]);
  expect(await page.locator('[data-current]').count()).toBe(1);
});

test('branches fold, long comments are read on, and n and p walk', async ({ site, page }) => {
  const article = await news(site);
  const long = Array.from({ length: 400 }, (_, n) => `word${n}`).join(' ');
  const ids = await outline(site, { article: article.id }, `head\n  reply\n    deeper\n${long}`);
  await page.goto(`/articles/${article.slug}`);
  const fold = page.getByRole('button', { name: 'Replies to Jonas Hale' }).first();
  await fold.click();
  expect(await fold.getAttribute('aria-expanded')).toBe('false');
  expect(await commentOf(page, ids.reply).isVisible()).toBe(false);
  await page.evaluate((id) => {
    location.hash = `comment-${id}`;
  }, ids.deeper);
  await commentOf(page, ids.deeper).waitFor();
  expect(await fold.getAttribute('aria-expanded')).toBe('true');

  const wall = commentOf(page, ids[long]);
  const height = () => wall.evaluate((one) => one.getBoundingClientRect().height);
  const short = await height();
  await wall.getByRole('button', { name: 'Read on' }).press('Enter');
  expect(await height()).toBeGreaterThan(short);
  await expect.poll(() => focused(page)).toBe(`comment-${ids[long]}`);
  await page.keyboard.press('p');
  await expect.poll(() => focused(page)).toBe(`comment-${ids.deeper}`);
  await page.keyboard.press('n');
  await expect.poll(() => focused(page)).toBe(`comment-${ids[long]}`);
  await expectAccessible(page);
});

test('an address that names a comment which is not on the page leads to it', async ({ site, page }) => {
  const article = await news(site);
  const { replies } = await crowd(site, article.id, 30);
  await page.goto(`/articles/${article.slug}#comment-${replies[28]}`);
  await commentOf(page, replies[28]).waitFor();
  expect(new URL(page.url()).searchParams.get('comment')).toBe(replies[28]);
});

test('the discussion of a claim opens in its card and in its sheet', async ({ site, visitor }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const claim = await claimOf(site, ann, article, 'It has three bridges.');
  const head = await saying(site, ann, { annotation: claim.id }, 'Two, and a ford.');
  for (let n = 1; n <= 5; n += 1) await saying(site, ann, { annotation: claim.id }, `Count ${n}`, head.id);
  for (const viewport of [
    { width: 1440, height: 1000 },
    { width: 390, height: 844 },
  ]) {
    const page = await visitor({ viewport });
    await page.goto(`/articles/${article.slug}`);
    await page.locator('[data-ready]').waitFor();
    await page.locator('.prose mark').first().click();
    const card = page.locator(`#annotation-${claim.id}`);
    await card.getByRole('link', { name: 'Discuss (6)' }).click();
    const thread = card.getByRole('region', { name: 'Discussion' });
    await thread.getByText('Count 3').waitFor();
    expect(await card.locator('.talk').isVisible()).toBe(false);
    await thread.getByRole('link', { name: '2 more replies' }).click();
    await thread.getByText('Count 5').waitFor();
    await thread.getByRole('link', { name: 'Newest' }).click();
    await expect
      .poll(() => thread.getByRole('link', { name: 'Newest' }).getAttribute('aria-current'))
      .toBe('page');
    expect(new URL(page.url()).pathname).toBe(`/articles/${article.slug}`);
    await expectAccessible(page);
  }
});
