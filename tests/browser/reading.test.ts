// The article page as everybody reads it: cards beside their lines, the sheet on a phone, the keys, and no script at all.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { inDatabase } from '#tests/setup/member.ts';
import { test as base } from '#tests/setup/page.ts';

const PASSAGES = 40;
const sentence = (n: number) =>
  `In the year ${1500 + n} the town counted its lamps and found ${n} more than before`;
const TEXT = Array.from({ length: PASSAGES / 4 }, (_, paragraph) =>
  Array.from({ length: 4 }, (_, at) => `${sentence(paragraph * 4 + at)}, says the chronicle.`).join(' '),
).join('\n\n');

/** The path of an article with a claim in every sentence, and one that lies across two of them. */
const test = base.extend<{ path: string }>({
  path: [
    async ({ site }, use) => {
      const made = await inDatabase(site, async () => {
        const { article, claim } = await import('#tests/factories/articles.ts');
        const { person } = await import('#tests/factories/people.ts');
        const by = await person();
        const on = await article({ by, text: TEXT, title: 'Lamps of a small town' });
        for (let n = 0; n < PASSAGES; n += 1) await claim({ by, on, exact: sentence(n) });
        await claim({ by, on, exact: 'found 0 more than before, says the chronicle. In the year 1501' });
        return on;
      });
      await use(`/articles/${made.slug}`);
    },
    { scope: 'file' },
  ],
});

async function open(page: Page, path: string) {
  await page.goto(path);
  await page.locator('[data-ready]').waitFor();
}

/** How many cards begin before the one above them has ended. */
const covering = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.margin .cards > li')].map((card) =>
      card.getBoundingClientRect(),
    );
    return boxes.filter((box, at) => at > 0 && box.top < (boxes[at - 1] as DOMRect).bottom - 1).length;
  });

const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          );
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );

const active = (page: Page) => page.locator('.card[data-active]');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '');

test('cards stand beside their lines, never cover each other, and nothing shifts', async ({ page, path }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, path);
  expect([await covering(page), await shifts(page)]).toEqual([0, 0]);
  await page.locator('.mark-end').nth(20).click();
  const line = await page.locator('.prose mark[data-annotation]').evaluateAll((marks) => {
    const id = document.querySelector<HTMLElement>('.card[data-active]')?.dataset.annotation;
    return marks.find((mark) => (mark as HTMLElement).dataset.annotation === id)?.getClientRects()[0]?.top;
  });
  const card = await active(page).boundingBox();
  expect(Math.abs((card?.y ?? 0) - (line ?? 0))).toBeLessThan(3);
  expect(await covering(page)).toBe(0);
  await page.setViewportSize({ width: 1150, height: 700 });
  await expect.poll(() => covering(page)).toBe(0);
});

test('j and k walk, Escape goes back to the words, the address names what is open', async ({
  page,
  path,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, path);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = await active(page).getAttribute('id');
  await expect.poll(() => focused(page)).toContain('card');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  expect(new URL(page.url()).hash).toBe(`#${second}`);
  await page.reload();
  await expect.poll(() => active(page).getAttribute('id')).toBe(second);
  await page.keyboard.press('Escape');
  expect([await active(page).count(), await focused(page)]).toEqual([0, 'mark-end v-open']);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
});

test('where passages lie over each other, a second press opens the next one', async ({ page, path }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, path);
  const inner = page.locator('.prose mark mark').first();
  await inner.click();
  const first = await active(page).getAttribute('id');
  await inner.click();
  expect(await active(page).getAttribute('id')).not.toBe(first);
});

test('on a phone a press opens a sheet; beside it, Escape and a pull put it away', async ({
  visitor,
  path,
}) => {
  const page = await visitor({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  await open(page, path);
  const sheet = page.locator('.card:popover-open');
  const mark = page.locator('.prose > p mark').nth(2);
  await mark.tap();
  await sheet.waitFor();
  await expect.poll(() => focused(page)).toContain('card');
  // The sheet stands at the foot of the screen, the words that were pressed above it.
  const stands = async () => {
    const [box, words] = [await sheet.boundingBox(), await mark.boundingBox()];
    return [(box?.y ?? 0) + (box?.height ?? 0), (words?.y ?? 999) < (box?.y ?? 0)];
  };
  await expect.poll(stands).toEqual([844, true]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toContain('mark-end');
  await mark.tap();
  await sheet.waitFor();
  await expect.poll(stands).toEqual([844, true]);
  const handle = await page.locator('.card:popover-open .card-handle').boundingBox();
  await page.mouse.move(195, (handle?.y ?? 0) + 15);
  await page.mouse.down();
  await page.mouse.move(195, (handle?.y ?? 0) + 160, { steps: 3 });
  await page.mouse.up();
  await sheet.waitFor({ state: 'hidden' });
  await mark.tap();
  await sheet.waitFor();
  await page.touchscreen.tap(200, 30);
  await sheet.waitFor({ state: 'hidden' });
  await expect.poll(() => page.locator('.card[popover]').count()).toBe(0);
});

test('without a script everything can be read, and a marker leads to its card', async ({
  visitor,
  watch,
  path,
}) => {
  // What a browser says of scripts that it was told not to run.
  watch.allowError(/\/_next\/static\/.* csp$/);
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto(path);
  expect(await page.locator('.margin .card').count()).toBe(PASSAGES + 1);
  expect(await page.locator('.card .card-origin').first().isVisible()).toBe(true);
  const link = page.locator('.mark-end').first();
  expect(await link.getAttribute('aria-label')).toBe('Open: Forty ships lay in the ice of Lindow in 1709.');
  await link.click();
  expect(new URL(page.url()).hash).toBe(await link.getAttribute('href'));
  expect(await page.content()).not.toMatch(/\sstyle="/);
});

test.for([
  ['light', 1440],
  ['dark', 1440],
  ['light', 320],
] as const)(
  '%s at %i px: accessible, and nothing sticks out',
  async ([colorScheme, width], { visitor, path }) => {
    const page = await visitor({ colorScheme, viewport: { width, height: 900 }, locale: 'de-DE' });
    await open(page, path);
    await page.locator('.mark-end').first().press('Enter');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
);

test('colours and language are kept', async ({ page, path }) => {
  await open(page, path);
  await page.getByLabel('Colours').selectOption('dark');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.getByLabel('Language').selectOption('de');
  await page.getByLabel('Sprache').waitFor();
  expect(
    await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]),
  ).toEqual(['de', 'dark']);
});
