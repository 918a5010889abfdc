import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  annotationsOf,
  bothDrawings,
  claimOf,
  news,
  openWorkspace,
  selectByHandles,
  selectByMouse,
  send,
} from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';

test('tiptap takes the served text over: nothing moves, and it draws the same', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  // Over each other, over a link, from one paragraph into the next, to the end of a block.
  for (const exact of [
    'By 2025, she said, tolls would have covered every cent of the 84 million',
    'covered every cent of the 84 million. The toll gates',
    'The toll gates were opened on a wet Monday in May.\nSome 11,300 vehicles pass the gates',
    'on a working day, says the report of the town',
    'It has three bridges.',
    'cafe\u0301 owners',
  ]) {
    await claimOf(site, ann, article, exact);
  }
  await send(site, ann, 'POST', `/api/articles/${article.id}/annotations`, {
    kind: 'remark',
    target: { exact: 'the report' },
    comment: 'Which one?',
  });
  await signIn(page, site, ann);
  await page.addInitScript(() => {
    const state = { shift: 0, before: [] as string[] };
    Object.assign(window, { state });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) state.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    const places = () =>
      [...document.querySelectorAll('.prose :not(.ProseMirror-trailingBreak)')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.localName, x, y + scrollY, width, height].join(' ');
      });
    Object.assign(window, { places });
    addEventListener('DOMContentLoaded', () => {
      void document.fonts.ready.then(() => {
        state.before = places();
      });
    });
  });
  await openWorkspace(page, article);
  const { shift, before, after } = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { state, places } = window as unknown as {
      state: { shift: number; before: string[] };
      places(): string[];
    };
    return { ...state, after: places() };
  });
  expect(shift).toBe(0);
  expect(after).toEqual(before);
  const { served, drawn } = await bothDrawings(page);
  expect(served).toContain('<mark');
  expect(drawn).toBe(served);
  const text = page.locator('.prose');
  expect(await text.getAttribute('role')).toBe('group');
  expect(await text.getAttribute('contenteditable')).toBe('false');
});

test('what is drawn after a change is what the server would send', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await claimOf(site, ann, article, 'tolls would have covered every cent');
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  // Over the one that stands, over a link and a border of paragraphs.
  for (const [from, to] of [
    ['By 2025', 'covered every'],
    ['wet Monday', 'a working day'],
    ['pass the gates', 'the report of the'],
    ['bridges', 'Ellingsen'],
  ] as const) {
    await selectByMouse(page, from, to);
    await page.getByRole('button', { name: 'Claim' }).click();
    await page.getByRole('button', { name: 'Save claim' }).click();
    await page.getByRole('form').waitFor({ state: 'detached' });
    await page.locator('.prose').click({ position: { x: 4, y: 4 } });
  }
  const { served, drawn } = await bothDrawings(page);
  expect(drawn).toBe(served);
  const stored = await annotationsOf(page, article);
  expect(stored).toHaveLength(5);
  for (const { target, anchor } of stored) {
    expect(article.revision.text.slice(anchor.start ?? 0, anchor.end ?? 0)).toBe(target.exact);
  }
  expect(stored.map(({ target }) => target.exact)).toContain(
    'wet Monday in May.\nSome 11,300 vehicles pass the gates on a working day',
  );
});

/** The editor comes when the test says so: there is time to do something before. */
async function holdIdle(page: Page) {
  await page.addInitScript(() => {
    window.requestIdleCallback = (act) => {
      Object.assign(window, { idle: act });
      return 0;
    };
  });
  return () => page.evaluate(() => (window as unknown as { idle(): void }).idle());
}

test('it does not mount under a selection', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  const idle = await holdIdle(page);
  await page.goto(`/articles/${article.slug}`);
  await page.waitForFunction(() => 'idle' in window);
  await selectByHandles(page, 'Traffic in the old town', 'by 40 percent');
  const loaded = page.waitForResponse((response) => response.url().endsWith('.js'));
  await idle();
  await loaded;
  await page.getByRole('toolbar', { name: /selected words/ }).waitFor();
  expect(await page.locator('.prose.ProseMirror').count()).toBe(0);
  expect(await page.evaluate(() => String(getSelection()))).toBe(
    'Traffic in the old town has fallen by 40 percent',
  );
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.locator('.prose.ProseMirror').waitFor();
});

test('the focus and the place of the page survive the mounting', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  const idle = await holdIdle(page);
  await page.setViewportSize({ width: 1200, height: 400 });
  await page.goto(`/articles/${article.slug}`);
  await page.waitForFunction(() => 'idle' in window);
  await page.locator('.prose a').first().focus();
  await page.evaluate(() => scrollTo(0, 333));
  await idle();
  await page.locator('.prose.ProseMirror').waitFor();
  expect(await page.evaluate(() => [document.activeElement?.textContent, scrollY])).toEqual([
    'says the report',
    333,
  ]);
});

test('a new annotation draws its own paragraph anew, and no other card', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  for (const exact of [
    'its mayor promised',
    'pass the gates',
    'Traffic in the old town',
    'nine kilometres',
    'three bridges',
  ]) {
    await claimOf(site, ann, article, exact);
  }
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('.prose mark, .card'))
      Object.assign(element, { asBefore: true });
  });
  await selectByMouse(page, 'Dr. Ellingsen', 'brigade');
  await page.getByRole('button', { name: 'Claim' }).click();
  const asBefore = () =>
    page.evaluate(() =>
      ['.prose mark', '.card'].map(
        (selector) =>
          [...document.querySelectorAll(selector)].filter((element) => 'asBefore' in element).length,
      ),
    );
  await page.getByRole('form').waitFor();
  expect(await asBefore()).toEqual([10, 5]);
  await page.getByRole('button', { name: 'Save claim' }).click();
  await page.getByRole('form').waitFor({ state: 'detached' });
  expect(await asBefore()).toEqual([10, 5]);
  expect(await page.locator('.card').count()).toBe(6);
});
