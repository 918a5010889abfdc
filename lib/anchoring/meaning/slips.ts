import { commonWords, isCommon, isConfused } from './common-words.ts';
import { relationOf } from './inflection.ts';
import type { Language } from './language.ts';
import { isKnownName } from './names.ts';
import { spellingOf } from './spelling.ts';

const VOWEL = /^[aeiouy]$/;
/** Consonants that are taken for each other, by ear. */
const ALIKE = new Set(['cs', 'ck', 'sz', 'cz', 'dt', 'mn', 'gj', 'fv', 'vw', 'bp', 'kq', 'gk', 'ij']);

/** What one letter for another costs: less where people mishear. */
function priceOf(a: string, b: string): number {
  if (VOWEL.test(a) && VOWEL.test(b)) return 1;
  return ALIKE.has(a < b ? a + b : b + a) ? 1 : 2;
}

/**
 * How unlikely it is that one word is a slip of the pen for the other: the cheapest edits between them
 * (Damerau, each letter touched once), where doubling a letter costs a half, a swap, a letter too many
 * or too few and a vowel for a vowel one, another letter two. Nobody errs in the first letter, but by
 * swapping it. Gives up above `most`.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > 2 * most) return Number.POSITIVE_INFINITY;
  if (a[0] !== b[0] && !(a[0] === b[1] && a[1] === b[0])) return Number.POSITIVE_INFINITY;
  let older: number[] = [];
  let old = [0];
  for (let y = 1; y <= b.length; y += 1) old.push((old[y - 1] as number) + gapPrice(b, y - 1));
  for (let x = 1; x <= a.length; x += 1) {
    const row = [(old[0] as number) + gapPrice(a, x - 1)];
    let least = row[0] as number;
    for (let y = 1; y <= b.length; y += 1) {
      const [here, there] = [a[x - 1] as string, b[y - 1] as string];
      let cost = (old[y - 1] as number) + (here === there ? 0 : priceOf(here, there));
      cost = Math.min(
        cost,
        (row[y - 1] as number) + gapPrice(b, y - 1),
        (old[y] as number) + gapPrice(a, x - 1),
      );
      if (x > 1 && y > 1 && here === b[y - 2] && a[x - 2] === there)
        cost = Math.min(cost, (older[y - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most + 1) return Number.POSITIVE_INFINITY;
    older = old;
    old = row;
  }
  return old[b.length] as number;
}

/** What a letter too many costs: little, next to its like. */
function gapPrice(word: string, at: number): number {
  return word[at] === word[at - 1] || word[at] === word[at + 1] ? 0.5 : 1;
}

/** Two words as they stand in their sentences. */
export interface Written {
  before: string;
  after: string;
  /** Whether both look like names where they stand. */
  name: boolean;
  language: Language | null;
}

/** Longest words that are compared letter by letter. */
const LONGEST = 64;
/** Up to so many letters most slips make another word, so that only the plainest are slips. */
const SHORT = 5;
/** From so many letters on no other word is near. */
const LONG = 10;

/**
 * Whether one of two words is a slip of the pen for the other: not both known to be words, not related
 * by grammar in a way that says something else, and few edits apart (see {@link slipsBetween}): one for
 * words of six letters, two from ten on. In a shorter word only a swap or a doubled letter is a slip, or
 * what makes no word at all. A name is only ever mistaken by a swap.
 */
export function isSlip({ before, after, name, language }: Written): boolean {
  if (isConfused(before.toLowerCase(), after.toLowerCase())) return true;
  const [a, b] = [spellingOf(before), spellingOf(after)];
  if (a === b) return true;
  const length = Math.max(a.length, b.length);
  if (length > LONGEST || /[0-9]/.test(a + b)) return false;
  const noun = LARGE.test(before) && LARGE.test(after);
  const relation = relationOf(a, b, language, noun);
  if (relation !== null) return relation === 'grammar';
  const [knowA, knowB] = [isKnown(a), isKnown(b)];
  if (knowA && knowB) return false;
  if (name && knowA === knowB && !isSwap(a, b)) return false;
  // Mutter, Mütter; and a last letter more is a form, or another word (Germany, German).
  if (knowA === knowB && (bare(before) === bare(after) || onlyEnds(a, b))) return false;
  if (length > SHORT) return slipsBetween(a, b, 2) <= (length < LONG ? 1 : 2);
  if (knowA === knowB) return isSwap(a, b) && length > 3 && slipsBetween(a, b, 1) <= 1;
  if (isOdd(knowA ? b : a)) return slipsBetween(a, b, 2) <= 2;
  return slipsBetween(a, b, 1) <= (isSwap(a, b) ? 1 : 0.5);
}

/** Without the dots of its letters. */
const bare = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

function onlyEnds(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.length > short.length && long.startsWith(short) && long.at(-1) !== short.at(-1);
}

const LARGE = /^\p{Lu}/u;

const isKnown = (word: string) => isCommon(word) || isKnownName(word);

function isSwap(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

let pairs: Set<string> | undefined;

/** Whether a word has two letters side by side, or at an end, that no common word has. */
function isOdd(word: string): boolean {
  pairs ??= letterPairs();
  const framed = `^${word}$`;
  for (let at = 1; at < framed.length; at += 1) if (!pairs.has(framed.slice(at - 1, at + 1))) return true;
  return false;
}

function letterPairs(): Set<string> {
  const all = new Set<string>();
  for (const word of commonWords()) {
    const framed = `^${word}$`;
    for (let at = 1; at < framed.length; at += 1) all.add(framed.slice(at - 1, at + 1));
  }
  return all;
}
