import { isFree, isSlight } from './common-words.ts';
import { maySayHowMany } from './compounds.ts';
import { namesDecade } from './decades.ts';
import { englishIn, germanIn } from './language.ts';
import { areInitials, isSmallOfTwo } from './letter-case.ts';
import { monthOf, unitOf, weekdayOf } from './measures.ts';
import { scaleOfWord, valueOfWord } from './numbers.ts';
import { PHRASES } from './phrases.ts';
import { spellingOf } from './spelling.ts';
import { type Telling, tellingOf } from './telling-words.ts';

/*
 * What is known of a word by itself, wherever it stands. A text is made of few different words, so it is
 * worked out once for each and remembered.
 */

/** `plain`: nothing but a word can begin with it. `silent`: a mark that means nothing. `other`: look closer. */
export type Role = 'plain' | 'silent' | 'other';

export interface WordFacts {
  role: Role;
  /** Lower case, composed. */
  lower: string;
  /** The one spelling, see `spellingOf`. */
  spelling: string;
  telling: Telling | undefined;
  /** The same for words that mean the same, if it is a word; and its number. */
  key: string;
  id: number;
  /** Whether it is written large. */
  large: boolean;
  /** Whether it may come and go. */
  slight: boolean;
  /** Whether its place in a sentence is free. */
  free: boolean;
  /** How often it speaks for a language. */
  german: number;
  english: number;
  /** A bit for each letter that the spelling has, its place in the alphabet modulo 32. */
  letters: number;
}

const known = new Map<string, WordFacts>();
const ids = new Map<string, number>();
const MOST_KNOWN = 20_000;

/** Forgets the words if they have become many, and says so: a long-running process sees no end of different ones. */
export function forgetSome(): boolean {
  if (known.size + ids.size < 2 * MOST_KNOWN) return false;
  known.clear();
  ids.clear();
  return true;
}

/** The facts of a word as it is written. */
export function factsOf(word: string): WordFacts {
  let facts = known.get(word);
  if (facts === undefined) {
    facts = read(word);
    known.set(word, facts);
  }
  return facts;
}

/** A number for a key, the same until {@link forgetSome}. */
export function idOf(key: string): number {
  let id = ids.get(key);
  if (id === undefined) {
    id = ids.size;
    ids.set(key, id);
  }
  return id;
}

function read(word: string): WordFacts {
  const lower = word.toLowerCase().normalize('NFC');
  const spelling = spellingOf(word);
  const telling = tellingOf(lower);
  const key = telling ? `t:${telling.meaning}` : `w:${spelling}${isSmallOfTwo(word, lower) ? SMALL : ''}`;
  let letters = 0;
  for (let at = 0; at < spelling.length; at += 1) letters |= 1 << (spelling.charCodeAt(at) & 31);
  return {
    role: roleOf(word, lower),
    lower,
    spelling,
    telling,
    key,
    id: idOf(key),
    large: LARGE.test(word),
    slight: isSlight(lower) && !areInitials(word, lower),
    free: isFree(word.toLowerCase()),
    german: germanIn(word),
    english: englishIn(word),
    letters,
  };
}

const LARGE = /^\p{Lu}/u;
/** What the key of a small word has that is another one than the large. */
const SMALL = '~';
/** At least two letters, and no apostrophe: what is shortened is read otherwise. */
const LETTERS = /^\p{L}[\p{L}\p{M}]+$/u;
/** Words that begin a number, a price or a phrase, or that may be cut off from a number. */
const BEGINS_OTHER = new Set([
  ...'hundert tausend hundred thousand usd eur gbp chf cannot er no mo di mi do fr sa so mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
  ...[...PHRASES.keys()].map((phrase) => phrase.slice(0, phrase.indexOf(' '))),
]);
/** "Don't" without the mark that it should have. */
export const NOT_BARE = /^(do|does|did|is|are|was|were|has|have|had|would|could|should|must|ca)nt$/;
const MEANS = /[\p{L}\p{N}\p{S}]/u;
const MARKS_OF_NUMBERS = /^[-−–?%°$€£¥]$/;
const MEANINGLESS = /^[`´^~|]$/;

function roleOf(word: string, lower: string): Role {
  if (MARKS_OF_NUMBERS.test(word)) return 'other';
  if (!MEANS.test(word) || MEANINGLESS.test(word)) return 'silent';
  const isOther =
    !LETTERS.test(word) ||
    BEGINS_OTHER.has(lower) ||
    monthOf.has(lower) ||
    weekdayOf.has(lower) ||
    unitOf.has(lower) ||
    (lower.endsWith('nt') && NOT_BARE.test(lower)) ||
    maySayHowMany(lower) ||
    namesDecade(lower) ||
    valueOfWord(lower) !== undefined ||
    scaleOfWord(lower, null) !== undefined;
  return isOther ? 'other' : 'plain';
}

/** How many letters two words do not share, at least. */
export function lettersApart(a: WordFacts, b: WordFacts): number {
  let bits = a.letters ^ b.letters;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
