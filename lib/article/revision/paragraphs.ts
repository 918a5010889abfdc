import { type Run, wordDiff } from '#lib/anchoring/word-diff.ts';

/** A stretch of a text, ends exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Paragraphs of both texts that belong together, or one of either that has no counterpart beside it. */
export type Pairing = { old: Span; now: Span } | { old: Span; now: null } | { old: null; now: Span };

/** From this share of the shorter one's letters on, two paragraphs are one that was edited, split or merged. */
const ALIKE = 0.5;
/** Fewer letters in a row ("the", a full stop) are common to any two paragraphs, but to very short ones. */
const LEAST_LETTERS = 4;

/**
 * Pairs the paragraphs of two texts, in their order: those that are alike enough where the difference of the texts maps
 * them; of what is left each stands alone, what went before what came. Every unit of either text lies in exactly one.
 * O(length).
 */
export function pairParagraphs(oldText: string, newText: string): Pairing[] {
  const [old, now] = [paragraphsOf(oldText), paragraphsOf(newText)];
  const links = linksOf(old, now, oldText, newText);
  const pairings: Pairing[] = [];
  let [x, y] = [0, 0];
  const aloneUntil = (toX: number, toY: number) => {
    for (; x < toX; x += 1) pairings.push({ old: old[x] as Span, now: null });
    for (; y < toY; y += 1) pairings.push({ old: null, now: now[y] as Span });
  };
  for (const { oldFrom, oldTo, newFrom, newTo } of joined(links)) {
    aloneUntil(oldFrom, newFrom);
    const spanOf = (list: Span[], from: number, to: number) => ({
      start: list[from]?.start ?? 0,
      end: list[to]?.end ?? 0,
    });
    pairings.push({ old: spanOf(old, oldFrom, oldTo), now: spanOf(now, newFrom, newTo) });
    [x, y] = [oldTo + 1, newTo + 1];
  }
  aloneUntil(old.length, now.length);
  return pairings;
}

/** The paragraphs of a text, each with the white space behind it; of an empty text none. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index, 0: space } of text.matchAll(/\n\s*/g)) {
    const end = index + space.length;
    if (index === 0 || text.slice(start, index).trim() === '') continue;
    spans.push({ start, end });
    start = end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

interface Link {
  oldAt: number;
  newAt: number;
}

/** Which paragraphs have enough of each other, in the order of both texts. */
function linksOf(old: readonly Span[], now: readonly Span[], oldText: string, newText: string): Link[] {
  const common = new Map<string, Link & { letters: number }>();
  const [oldPlace, newPlace] = [placer(old), placer(now)];
  const lettersIn = (text: string, list: readonly Span[]) =>
    list.map(({ start, end }) => countLetters(text.slice(start, end)));
  const [oldLetters, newLetters] = [lettersIn(oldText, old), lettersIn(newText, now)];
  for (const run of wordDiff(oldText, newText)) {
    if (run.kind !== 'equal') continue;
    for (const { oldAt, newAt, letters } of shares(run, oldText, newText, oldPlace, newPlace)) {
      const least = Math.min(oldLetters[oldAt] ?? 0, newLetters[newAt] ?? 0);
      if (letters < LEAST_LETTERS && letters < least) continue;
      const key = `${oldAt} ${newAt}`;
      const link = common.get(key) ?? { oldAt, newAt, letters: 0 };
      link.letters += letters;
      common.set(key, link);
    }
  }
  return [...common.values()].filter(
    ({ oldAt, newAt, letters }) =>
      letters >= ALIKE * Math.min(oldLetters[oldAt] ?? 0, newLetters[newAt] ?? 0) && letters > 0,
  );
}

/** An unchanged run by the paragraphs that it lies in: the words of both sides are the same, one by one. */
function shares(
  { oldStart, oldEnd, newStart, newEnd }: Run,
  oldText: string,
  newText: string,
  oldPlace: (at: number) => number,
  newPlace: (at: number) => number,
): (Link & { letters: number })[] {
  const words = (text: string, start: number) =>
    [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ at: start + index, word }));
  const before = words(oldText.slice(oldStart, oldEnd), oldStart);
  const after = words(newText.slice(newStart, newEnd), newStart);
  const found: (Link & { letters: number })[] = [];
  for (const [n, { at, word }] of before.entries()) {
    const link = {
      oldAt: oldPlace(at),
      newAt: newPlace(after[Math.min(n, after.length - 1)]?.at ?? newStart),
    };
    const last = found.at(-1);
    const letters = countLetters(word);
    if (last?.oldAt === link.oldAt && last.newAt === link.newAt) last.letters += letters;
    else found.push({ ...link, letters });
  }
  return found;
}

const countLetters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Tells in which span an offset lies; asked in ascending order. */
function placer(spans: readonly Span[]): (at: number) => number {
  let place = 0;
  return (at) => {
    while (place < spans.length - 1 && at >= (spans[place]?.end ?? 0)) place += 1;
    return place;
  };
}

/** Links that share a paragraph, as one stretch of paragraphs in either text. */
function joined(links: readonly Link[]) {
  const groups: { oldFrom: number; oldTo: number; newFrom: number; newTo: number }[] = [];
  for (const { oldAt, newAt } of links) {
    const last = groups.at(-1);
    if (last && (oldAt <= last.oldTo || newAt <= last.newTo)) {
      last.oldTo = Math.max(last.oldTo, oldAt);
      last.newTo = Math.max(last.newTo, newAt);
    } else groups.push({ oldFrom: oldAt, oldTo: oldAt, newFrom: newAt, newTo: newAt });
  }
  return groups;
}
