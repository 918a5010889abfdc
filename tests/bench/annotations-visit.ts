import type { Browser, Page } from 'playwright-core';
import type { TestPerson } from '#tests/factories/people.ts';
import { signIn } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import { installProbe, type Probe } from './annotations-probe.ts';
import { median } from './statistics.ts';

declare global {
  interface Window {
    probe: Probe;
    measuring: Promise<number[]>;
  }
}

const SELECTIONS = 3;
const CARDS = 3;
const LETTERS = 15;
/** Longer than this nobody waits, nor does the bench. */
const PATIENCE_MS = 60_000;

/** What one visit to a page took; milliseconds, medians where it was done several times. */
export interface Visit {
  /** From the press on a link to the article until the marks and the cards on the screen are painted. */
  drawn: number;
  /** The part of it after the first byte had come: the browser's. */
  browser: number;
  /** Until tiptap has taken the text over and something can be written. */
  writable?: number;
  /** From letting the mouse go until the toolbar is painted; for a guest, until the selection is. */
  selection: number;
  /** From letting the mouse go on a marked word until its open card is painted beside the line. */
  card: number;
  /** The same, until what people laid beside the claim is painted in it. */
  evidence: number;
  /** From pressing a key in the form of a new claim until the letter is painted. */
  letter?: number;
  shift: number;
}

/** One reader in a browser with nothing in its cache: opens the page, leafs through it, and does what readers do. */
export async function visit(
  browser: Browser,
  site: TestServer,
  path: string,
  member: TestPerson | null,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    if (member) await signIn(page, site, member);
    await page.addInitScript(installProbe);
    await page.goto(new URL(path, site.url).href, { timeout: PATIENCE_MS });
    await page.waitForFunction(() => window.probe.drawn > 0);
    if (member) await page.waitForFunction(() => window.probe.surface > 0);
    const load = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const { drawn, surface } = window.probe;
      return { drawn, surface, browser: drawn - (navigation?.responseStart ?? 0) };
    });
    await leafThrough(page);
    const selection = await selections(page, member !== null);
    const opened = await openCards(page);
    const letter = member ? { letter: await letters(page) } : {};
    const shift = await page.evaluate(() => window.probe.shift);
    const { drawn, surface } = load;
    return {
      drawn,
      browser: load.browser,
      ...(member ? { writable: surface } : {}),
      selection,
      ...opened,
      ...letter,
      shift,
    };
  } finally {
    await context.close();
  }
}

/** As a reader does: some turns of the wheel, then a leap to the middle of the text. What shifts is counted. */
async function leafThrough(page: Page) {
  await page.mouse.move(720, 450);
  for (let turn = 0; turn < 8; turn += 1) {
    await page.mouse.wheel(0, 500);
    await nextFrames(page);
  }
  await page.evaluate(() => {
    const { top, height } = document.querySelector('.prose')?.getBoundingClientRect() ?? new DOMRect();
    scrollTo(0, scrollY + top + height / 2);
  });
  await nextFrames(page);
}

const nextFrames = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Somewhere in a line of a paragraph on the screen, and not on a link. A mouse stands on whole pixels. */
function wordsOnScreen(page: Page) {
  return page.evaluate(() => {
    for (const block of document.querySelectorAll('.prose > p')) {
      const { top, bottom, left } = block.getBoundingClientRect();
      if (top < 150 || bottom > innerHeight - 150 || bottom - top < 80) continue;
      const y = Math.round(top + 48);
      for (let x = Math.round(left + 12); x < left + 200; x += 5) {
        if (!document.elementFromPoint(x, y)?.closest('a')) return { x, y };
      }
    }
    throw new Error('no paragraph is on the screen');
  });
}

async function selections(page: Page, signedIn: boolean): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < SELECTIONS; n += 1) {
    await page.evaluate((hasToolbar) => {
      const toolbars = document.getElementsByClassName('selection-toolbar');
      const there = hasToolbar
        ? () => toolbars.length > 0
        : () => document.getSelection()?.isCollapsed === false;
      window.measuring = window.probe.afterPress(there).then((time) => [time]);
    }, signedIn);
    await selectWords(page, 140 + n * 20);
    times.push(...(await measured(page)));
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
    if (signedIn) await page.locator('.selection-toolbar').waitFor({ state: 'detached' });
  }
  return median(times);
}

/** What was begun before the act, so that the act cannot come first. */
const measured = (page: Page) => page.evaluate(() => window.measuring);

async function selectWords(page: Page, width: number) {
  const { x, y } = await wordsOnScreen(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y);
  await page.mouse.move(x + width, y);
  await page.mouse.up();
}

/** Presses some of the marked words around the middle of the text, one after another. */
async function openCards(page: Page): Promise<{ card: number; evidence: number }> {
  const cards: number[] = [];
  const evidence: number[] = [];
  for (let n = 0; n < CARDS; n += 1) {
    const { x, y } = await markedWords(page, n);
    await page.evaluate(() => {
      // The address names what is open.
      const open = () => {
        const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        return card?.hasAttribute('data-active') ? card : null;
      };
      const hasAll = () => {
        const card = open();
        return card !== null && card.dataset.light === undefined && card.querySelector('.card-more') !== null;
      };
      const { probe } = window;
      window.measuring = Promise.all([probe.afterPress(() => open() !== null), probe.afterPress(hasAll)]);
    });
    await page.mouse.click(x, y);
    const [card = Number.NaN, all = Number.NaN] = await measured(page);
    cards.push(card);
    evidence.push(all);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => location.hash === '');
  }
  return { card: median(cards), evidence: median(evidence) };
}

/** Brings the nth marked words after the middle into view; where to press them. */
async function markedWords(page: Page, nth: number): Promise<{ x: number; y: number }> {
  await page.evaluate((n) => {
    const marks = [...document.querySelectorAll('.prose p > mark:not([data-marker])')];
    const mark = marks[(marks.length >> 1) + n * 7];
    mark?.scrollIntoView({ block: 'center', behavior: 'instant' });
    Object.assign(window, { mark });
  }, nth);
  await nextFrames(page);
  return page.evaluate(() => {
    const { mark } = window as unknown as { mark: Element };
    for (const { left, top, width, height } of mark.getClientRects()) {
      const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
      if (mark.contains(document.elementFromPoint(x, y))) return { x, y };
    }
    throw new Error('the marked words cannot be pressed');
  });
}

async function letters(page: Page): Promise<number> {
  await selectWords(page, 160);
  await page.locator('.selection-toolbar').waitFor();
  await page.keyboard.press('c');
  await page.locator('.annotate-form textarea').waitFor();
  await page.waitForFunction(() => document.activeElement?.localName === 'textarea');
  await page.evaluate((count) => {
    window.measuring = window.probe.afterKeys(count);
  }, LETTERS);
  for (let n = 0; n < LETTERS; n += 1) await page.keyboard.press('x', { delay: 40 });
  return median(await measured(page));
}
