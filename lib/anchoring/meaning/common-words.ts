import { ENGLISH } from './english-words.ts';
import { GERMAN, NEAR_GERMAN } from './german-words.ts';
import { NEAR_ENGLISH } from './near-english.ts';
import { spellingOf } from './spelling.ts';

const COMMON = new Set(
  `${ENGLISH} ${NEAR_ENGLISH} ${GERMAN} ${NEAR_GERMAN}`.split(/\s+/).filter(Boolean).map(spellingOf),
);

/** Whether a word (in the spelling of `spellingOf`, lower case) is known to be one. */
export function isCommon(word: string): boolean {
  return COMMON.has(word);
}

export function commonWords(): Iterable<string> {
  return COMMON;
}

/** Pairs that are confused so often that one for the other is a slip, though both are words. */
const CONFUSED = new Set(
  `its it's|their there|their they're|there they're|your you're|whose who's|then than|to too|das dass|seid seit
  |wider wieder|den denn|lose loose|affect effect|loosing losing|alot a|whom who|less fewer_`
    .split('|')
    .map((pair) => pair.trim()),
);

const CONFUSED_WORDS = new Set([...CONFUSED].flatMap((pair) => pair.split(' ')));

export function isConfused(a: string, b: string): boolean {
  if (!CONFUSED_WORDS.has(a) || !CONFUSED_WORDS.has(b)) return false;
  return CONFUSED.has(`${a} ${b}`) || CONFUSED.has(`${b} ${a}`);
}

/** Words that may come and go without a sentence saying anything else. */
const SLIGHT = new Set(
  `a an the that which who whom of der die das den dem des dass welche welcher welches ein eine einen einem einer eines
  es so also auch und and`.split(/\s+/),
);

export function isSlight(word: string): boolean {
  return SLIGHT.has(word);
}

/** Words whose place in a sentence is free. */
const FREE = new Set(
  `yesterday today tomorrow however therefore meanwhile later earlier now then there here also too still already
  gestern heute morgen jedoch dagegen inzwischen mittlerweile spaeter frueher nun jetzt dann dort hier auch noch schon
  bereits aber sich`.split(/\s+/),
);

export function isFree(word: string): boolean {
  return FREE.has(word);
}
