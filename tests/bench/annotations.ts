import type { Browser, Page } from 'playwright-core';
import type { TestPerson } from '#tests/factories/people.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import type { TestServer } from '#tests/setup/server.ts';
import { installProbe, type Probe } from './annotations-probe.ts';
import type { Bench } from './bench.ts';
import { type Figure, figure, ratio } from './figure.ts';
import { fill } from './ground.ts';
import { median } from './statistics.ts';

declare global {
  interface Window {
    probe: Probe;
    measuring: Promise<number[]>;
  }
}

const SIZES = [200, 1_000, 5_000] as const;
const CHARACTERS = 100_000;
/** Each page is opened so often. */
const VISITS = 3;
const SELECTIONS = 3;
const LETTERS = 15;
/** Longer than this nobody waits, nor does the bench. */
const PATIENCE_MS = 60_000;

/** What one visit to a page took; milliseconds, medians where it was done several times. */
interface Visit {
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

/** Articles of one length with more and more annotations, read by a guest and by somebody who is signed in. */
export const annotations: Bench = async (ground, tell) => {
  const site = await ground.site({ environment: { OBELUS_LIMITS: 'off' } });
  const member = await newPerson(site);
  const browser = await ground.browser();
  const paths = new Map<number, string>();
  for (const size of SIZES) {
    const [slug] = await fill(site, { annotations: size, comments: size, characters: CHARACTERS });
    paths.set(size, `/articles/${slug}`);
  }
  const figures: Figure[] = [];
  for (const who of ['guest', 'signed in'] as const) {
    const medians = new Map<number, Visit>();
    for (const [size, path] of paths) {
      const visits: Visit[] = [];
      for (let n = 0; n < VISITS; n += 1) {
        visits.push(await visit(browser, site, path, who === 'guest' ? null : member));
      }
      const one = medianOf(visits);
      medians.set(size, one);
      tell(`${size} annotations, ${who}: ${JSON.stringify(one)}`);
      figures.push(...figuresOf(`${size.toLocaleString('en')}, ${who}`, one));
    }
    const growth = ratio(
      `drawn: 5,000 to 1,000, ${who}`,
      medians.get(1_000)?.drawn ?? Number.NaN,
      medians.get(5_000)?.drawn ?? Number.NaN,
      { atMost: 3 },
    );
    figures.push(growth);
  }
  return figures;
};

function figuresOf(what: string, visit: Visit): Figure[] {
  return [
    figure(`${what}: drawn`, visit.drawn, 'ms'),
    figure(`${what}: drawn, after the first byte`, visit.browser, 'ms'),
    ...(visit.writable === undefined ? [] : [figure(`${what}: ready to write`, visit.writable, 'ms')]),
    figure(`${what}: selection`, visit.selection, 'ms', { atMost: 50 }),
    figure(`${what}: card open`, visit.card, 'ms'),
    figure(`${what}: its evidence there`, visit.evidence, 'ms'),
    ...(visit.letter === undefined ? [] : [figure(`${what}: a letter typed`, visit.letter, 'ms')]),
    figure(`${what}: layout shift`, visit.shift, '', { atMost: 0 }),
  ];
}

function medianOf(visits: readonly Visit[]): Visit {
  const [first] = visits;
  const keys = Object.keys(first ?? {}) as (keyof Visit)[];
  return Object.fromEntries(
    keys.map((key) => [key, median(visits.map((one) => one[key] ?? Number.NaN))]),
  ) as unknown as Visit;
}

async function visit(
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

/** The beginning of the second line of a paragraph that is on the screen. */
function wordsOnScreen(page: Page) {
  return page.evaluate(() => {
    for (const block of document.querySelectorAll('.prose > p')) {
      const { top, bottom, left } = block.getBoundingClientRect();
      if (top > 150 && bottom < innerHeight - 150 && bottom - top > 80) return { x: left + 12, y: top + 48 };
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

/** Presses some of the marked words on the screen, one after another. */
async function openCards(page: Page): Promise<{ card: number; evidence: number }> {
  const points = await page.evaluate(() => {
    const found = new Map<string, { x: number; y: number }>();
    for (const mark of document.querySelectorAll<HTMLElement>('.prose p > mark')) {
      const { top, left, width, height } = mark.getClientRects()[0] ?? new DOMRect();
      if (top < 200 || width < 20) continue;
      if (top > innerHeight - 200 || found.size === 3) break;
      found.set(mark.dataset.annotation ?? '', { x: left + 8, y: top + height / 2 });
    }
    return [...found.values()];
  });
  if (points.length === 0) throw new Error('no mark is on the screen');
  const cards: number[] = [];
  const evidence: number[] = [];
  for (const { x, y } of points) {
    await page.evaluate(() => {
      const open = () => {
        const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        return card?.hasAttribute('data-active') ? card : null;
      };
      const before = open();
      const isNew = () => open() !== null && open() !== before;
      const hasAll = () =>
        isNew() && open()?.querySelector('.card-more')?.getAttribute('aria-busy') !== 'true';
      window.measuring = Promise.all([window.probe.afterPress(isNew), window.probe.afterPress(hasAll)]);
    });
    await page.mouse.click(x, y);
    const [card = Number.NaN, all = Number.NaN] = await measured(page);
    cards.push(card);
    evidence.push(all);
  }
  await page.keyboard.press('Escape');
  return { card: median(cards), evidence: median(evidence) };
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
