import { valueOfWord } from '#lib/anchoring/meaning/numbers.ts';
import { spellingOf } from '#lib/anchoring/meaning/spelling.ts';
import { tellingOf } from '#lib/anchoring/meaning/telling-words.ts';
import { similarityOf } from '#lib/anchoring/similarity.ts';

/** The same word, spelled otherwise. */
const SPELLED = 0.95;
/** Of two numbers somebody who quotes may have mistaken one for the other, the more so if the digits are the same. */
const NUMBERS = 0.4;
const SAME_DIGITS = 0.6;
/** "May" for "will", "all" for "most": what decides the same thing otherwise. */
const SAME_KIND = 0.4;
const SAME_MEANING = 0.8;
/** Forms of one word, and slips: alike by letters to this, from so many on, and never in the first one. */
const LEAST_ALIKE = 0.6;
const SHORTEST = 4;
const FORMS = 0.9;

/**
 * How much speaks for one word (in lower case) standing in the place of another: 1 for the same, 0 for two that have
 * nothing to do with each other. Not whether they say the same, which they mostly do not.
 */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (isNumber(a) || isNumber(b)) return numberLikeness(a, b);
  const [one, other] = [tellingOf(a), tellingOf(b)];
  if (one && other) {
    if (one.meaning === other.meaning) return SAME_MEANING;
    return one.kind === other.kind ? SAME_KIND : 0;
  }
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (short < SHORTEST || short < LEAST_ALIKE * long) return 0;
  if (spellingOf(a) === spellingOf(b)) return SPELLED;
  if (a[0] !== b[0]) return 0;
  const alike = similarityOf(a, b);
  return alike >= LEAST_ALIKE ? FORMS * alike : 0;
}

const DIGITS = /^[0-9]+(?:[.,][0-9]+)*$/;
const isNumber = (word: string) => DIGITS.test(word) || valueOfWord(word) !== undefined;

function numberLikeness(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return 0;
  const sorted = (word: string) => [...word].sort().join('');
  return DIGITS.test(a) && sorted(a) === sorted(b) ? SAME_DIGITS : NUMBERS;
}
