import { type Match, matchesIn } from '../marks.ts';
import { isSlipOf } from '../spelling.ts';
import type { Term } from '../terms.ts';
import { inPairs, partsOf, WORD } from '../typed.ts';

const NUMBER = /^\p{N}+$/u;
const WEIGHT_OF_NUMBER = 2;
/** In scripts without spaces, where every letter but the outer ones is in two pairs. */
const WEIGHT_OF_PAIR = 0.5;
/** A claim with another number in place of one says something else. */
const OTHER_NUMBERS = 0.7;
/** Words may stand in another order, letters forgive spelling. */
const SHARE_OF_WORDS = 0.6;
/** Trigrams of a script without spaces are of whole phrases. */
const SHARE_OF_PAIRS = 0.85;

/** A word of what is said, and in how many claims it stands: what many speak of tells little. */
export interface Counted {
  term: Term;
  claims: number;
}

/** What a word counts for that stands in so many claims: in one 0.8, in ten 0.4, in hundreds 0.2. */
const rarity = (claims: number) => 1 / Math.log(Math.E + claims);

/**
 * How much of what two statements say is the same, 0 to 1.
 *
 * The words that both have (in any form or with a slip of the pen, small ones such as “the” aside) out of all that
 * either has, rare ones counting for more, and how alike their letters are.
 *
 * @param said what the one statement says
 * @param statement the other
 * @param letters their similarity by trigrams, 0 to 1
 */
export function alikeness(said: readonly Counted[], statement: string, letters: number): number {
  const terms = said.map(({ term }) => term);
  const matches = matchesIn(statement, terms);
  const found = new Set(matches.map(({ term }) => term));
  const besides = saidBesides(statement, matches);
  const usual = usualRarity(said);
  let shared = 0;
  let all = 0;
  said.forEach(({ term, claims }, at) => {
    if (!term.needed) return;
    const weight =
      (claims > 0 ? rarity(claims) : usual) *
      (term.kind === 'run' ? WEIGHT_OF_PAIR : ofWord(term.words[0] ?? ''));
    all += weight;
    if (found.has(at) || takeSlip(term, besides)) shared += weight;
  });
  const others = besides.reduce((sum, word) => sum + usual * ofWord(word), 0);
  const words = all + others === 0 ? 0 : shared / (all + others);
  const share = terms.some(({ kind }) => kind === 'run') ? SHARE_OF_PAIRS : SHARE_OF_WORDS;
  const alike = share * words + (1 - share) * letters;
  const isOther =
    besides.some(isNumber) && terms.some((term, at) => isNumber(term.words[0] ?? '') && !found.has(at));
  return isOther ? OTHER_NUMBERS * alike : alike;
}

/** Of words of which it is not known: those that no claim has, other words for the same or misspelt, and the other's. */
function usualRarity(said: readonly Counted[]): number {
  const known = said.filter(({ term, claims }) => term.needed && claims > 0);
  return known.reduce((sum, { claims }) => sum + rarity(claims), 0) / known.length || 1;
}

const isNumber = (word: string) => NUMBER.test(word);
const ofWord = (word: string) => {
  if (isNumber(word)) return WEIGHT_OF_NUMBER;
  return partsOf(word)[0]?.kind === 'run' ? WEIGHT_OF_PAIR : 1;
};

/** Whether one of the words is the term misspelt, or rightly spelt where the term is not; it is taken out then. */
function takeSlip({ kind, words: [word = ''] }: Term, besides: string[]): boolean {
  if (kind !== 'word' || isNumber(word)) return false;
  const at = besides.findIndex((other) => isSlipOf(word, other.toLowerCase()));
  if (at < 0) return false;
  besides.splice(at, 1);
  return true;
}

/** What the other says besides; words too short to tell anything are not counted against it. */
function saidBesides(statement: string, matches: readonly Match[]): string[] {
  const found = new Set(matches.map(({ start, end }) => statement.slice(start, end)));
  return inPairs(partsOf(statement))
    .flatMap(({ kind, text }) =>
      kind === 'run' ? [text] : (text.match(WORD) ?? []).filter((word) => word.length > 3 || isNumber(word)),
    )
    .filter((one) => !found.has(one));
}
