import { commonWords, isCommon, isConfused } from './common-words.ts';
import { isListedVerb, relationOf } from './inflection.ts';
import type { Language } from './language.ts';
import { isKnownName } from './names.ts';
import { spellingOf } from './spelling.ts';

const VOWELS = 'aeiouy';
/** Consonants that are taken for each other, by ear. */
const ALIKE = 'cs ck sz cz dt mn gj fv vw bp kq gk ij'.split(' ');

const ASCII = 128;
/** What one letter for another costs, where people mishear. */
const CHEAP = new Uint8Array(ASCII * ASCII);
for (const a of VOWELS) for (const b of VOWELS) CHEAP[a.charCodeAt(0) * ASCII + b.charCodeAt(0)] = 1;
for (const pair of ALIKE) {
  const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  CHEAP[a * ASCII + b] = 1;
  CHEAP[b * ASCII + a] = 1;
}

/** What one letter for another costs. */
const priceOf = (a: number, b: number) => (a < ASCII && b < ASCII && CHEAP[a * ASCII + b] === 1 ? 1 : 2);

/** Longest words that are compared letter by letter. */
const LONGEST = 64;

// Kept between words, which are compared one pair at a time.
const rows = [0, 1, 2].map(() => new Float64Array(LONGEST + 1)) as [Float64Array, Float64Array, Float64Array];

/**
 * How unlikely it is that one word is a slip of the pen for the other: the cheapest edits between them
 * (Damerau, each letter touched once), where doubling a letter costs a half, a swap, a letter too many
 * or too few and a vowel for a vowel one, another letter two. Nobody errs in the first letter, but by
 * swapping it. Gives up above `most`.
 */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > 2 * most) return Number.POSITIVE_INFINITY;
  if (a[0] !== b[0] && !(a[0] === b[1] && a[1] === b[0])) return Number.POSITIVE_INFINITY;
  if (a.length > LONGEST || b.length > LONGEST) return Number.POSITIVE_INFINITY;
  let [older, old, row] = rows;
  old[0] = 0;
  for (let y = 1; y <= b.length; y += 1) old[y] = (old[y - 1] as number) + gapPrice(b, y - 1);
  for (let x = 1; x <= a.length; x += 1) {
    const here = a.charCodeAt(x - 1);
    const gap = gapPrice(a, x - 1);
    row[0] = (old[0] as number) + gap;
    let least = row[0] as number;
    for (let y = 1; y <= b.length; y += 1) {
      const there = b.charCodeAt(y - 1);
      let cost = (old[y - 1] as number) + (here === there ? 0 : priceOf(here, there));
      cost = Math.min(cost, (row[y - 1] as number) + gapPrice(b, y - 1), (old[y] as number) + gap);
      if (x > 1 && y > 1 && here === b.charCodeAt(y - 2) && a.charCodeAt(x - 2) === there)
        cost = Math.min(cost, (older[y - 2] as number) + 1);
      row[y] = cost;
      if (cost < least) least = cost;
    }
    if (least > most + 1) return Number.POSITIVE_INFINITY;
    [older, old, row] = [old, row, older];
  }
  return old[b.length] as number;
}

/** What a letter too many costs: little, next to its like. */
function gapPrice(word: string, at: number): number {
  const unit = word.charCodeAt(at);
  return unit === word.charCodeAt(at - 1) || unit === word.charCodeAt(at + 1) ? 0.5 : 1;
}

/** Two words as they stand in their sentences. */
export interface Written {
  before: string;
  after: string;
  /** Whether both look like names where they stand. */
  name: boolean;
  language: Language | null;
}

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
  if ((ROMAN.test(before) && ROMAN.test(after)) || isParticiple(a, b)) return false;
  const length = Math.max(a.length, b.length);
  if (length > LONGEST || DIGIT.test(a) || DIGIT.test(b)) return false;
  const apart = slipsBetween(a, b, 2);
  // Only forms of one word may differ more.
  if (apart > 2 && a.slice(0, 3) !== b.slice(0, 3)) return false;
  const noun = LARGE.test(before) && LARGE.test(after);
  const relation = relationOf(a, b, language, noun);
  if (relation !== null) return relation === 'grammar';
  if (apart > 2) return false;
  const [knowA, knowB] = [isKnown(a), isKnown(b)];
  if (knowA && knowB) return false;
  if (name && knowA === knowB && !isSwap(a, b)) return false;
  // Mutter, Mütter; and a last letter more is a form, or another word (Germany, German).
  if (knowA === knowB && (bare(before) === bare(after) || onlyEnds(a, b))) return false;
  if (length > SHORT) return apart <= (length < LONG ? 1 : 2);
  if (knowA === knowB) return isSwap(a, b) && length > 3 && apart <= 1;
  if (isOdd(knowA ? b : a)) return apart <= 2;
  return apart <= (isSwap(a, b) ? 1 : 0.5);
}

const DIGIT = /[0-9]/;
/** A number that is written in letters. */
const ROMAN = /^[IVXLC]{1,5}$/;

/** Whether one has a "ge" more, after a particle: umfahren, umgefahren. */
function isParticiple(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 2) return false;
  for (let at = long.indexOf('ge', 2); at > 0; at = long.indexOf('ge', at + 1))
    if (long.slice(0, at) + long.slice(at + 2) === short) return true;
  return false;
}

/** Without the dots of its letters. */
const bare = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

function onlyEnds(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.length > short.length && long.startsWith(short) && long.at(-1) !== short.at(-1);
}

const LARGE = /^\p{Lu}/u;

const isKnown = (word: string) => isCommon(word) || isKnownName(word) || isListedVerb(word);

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
