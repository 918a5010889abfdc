import { type Match, matchesIn } from '../marks.ts';
import type { Term } from '../terms.ts';
import { inPairs, partsOf } from '../typed.ts';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const NUMBER = /^\p{N}+$/u;
/** A claim with another number says something else. */
const WEIGHT_OF_NUMBER = 2;
/** Words may stand in another order, letters forgive spelling. */
const SHARE_OF_WORDS = 0.6;

/**
 * How much of what two statements say is the same, 0 to 1.
 *
 * The words that both have (in any form, small ones such as “the” aside) out of all that either has, and how alike their
 * letters are.
 *
 * @param terms what the one statement says
 * @param statement the other
 * @param letters their similarity by trigrams, 0 to 1
 */
export function alikeness(terms: readonly Term[], statement: string, letters: number): number {
  const needed = terms.filter((term) => term.needed);
  const matches = matchesIn(statement, terms);
  const found = new Set(matches.map(({ term }) => term));
  const weight = ({ words }: Term) => (NUMBER.test(words[0] ?? '') ? WEIGHT_OF_NUMBER : 1);
  const shared = terms.reduce((sum, term, at) => sum + (term.needed && found.has(at) ? weight(term) : 0), 0);
  const all = needed.reduce((sum, term) => sum + weight(term), 0);
  const others = saidBesides(statement, matches);
  const words = all + others === 0 ? 0 : shared / (all + others);
  return SHARE_OF_WORDS * words + (1 - SHARE_OF_WORDS) * letters;
}

/** What the other says besides; words too short to tell anything are not counted against it. */
function saidBesides(statement: string, matches: readonly Match[]): number {
  const found = new Set(matches.map(({ start, end }) => statement.slice(start, end)));
  const said = inPairs(partsOf(statement)).flatMap(({ kind, text }) =>
    kind === 'run' ? [text] : (text.match(WORD) ?? []).filter((word) => word.length > 3 || NUMBER.test(word)),
  );
  return said
    .filter((one) => !found.has(one))
    .reduce((sum, one) => sum + (NUMBER.test(one) ? WEIGHT_OF_NUMBER : 1), 0);
}
