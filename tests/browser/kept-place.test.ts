// Where somebody was on a page that has grown to another height by the time its cards have their places.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openWorkspace } from '#tests/setup/annotating.ts';
import { crowdedArticle } from '#tests/setup/crowded.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { outline } from '#tests/setup/threads.ts';

const placed = (page: Page) => page.locator('.page[data-placed]').waitFor();

test('a reload and the way back lead to where one was, beside many cards', async ({ site, page }) => {
  const ann = await newPerson(site);
  const { article } = await crowdedArticle(site, ann, 200);
  await outline(
    site,
    { article: article.id },
    Array.from({ length: 18 }, (_, n) => `Comment ${n}`).join('\n'),
  );
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await placed(page);
  const comment = page.locator('.comment').nth(12);
  const id = await comment.getAttribute('id');
  await comment.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const top = () =>
    page.evaluate((one) => document.getElementById(one ?? '')?.getBoundingClientRect().top, id);
  const before = Number(await top());
  await page.reload();
  await placed(page);
  await expect.poll(async () => Math.abs(Number(await top()) - before)).toBeLessThan(3);
  await page.goto('/log');
  await page.goBack();
  await placed(page);
  await expect.poll(async () => Math.abs(Number(await top()) - before)).toBeLessThan(3);
});
