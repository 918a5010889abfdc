import type { Language } from './language.ts';
import { announcesName, isKnownName } from './names.ts';
import type { Compared, Side } from './reading.ts';
import { isSlip } from './slips.ts';
import type { Term } from './terms.ts';
import { lettersApart } from './word-facts.ts';

/** Whether a term may come and go: an article, or a word that stands there twice. */
export function isIdle({ terms }: Side, at: number): boolean {
  const term = terms[at] as Term;
  if (term.kind !== 'word') return false;
  if (term.facts.slight) return true;
  return terms[at - 1]?.id === term.id || terms[at + 1]?.id === term.id;
}

/** Words with more letters that only one of them has are neither slips for each other nor confused. */
const MOST_APART = 4;

/** Whether a term of one side says what a term of the other says. */
export function isSame({ a, b, language }: Compared, x: number, y: number): boolean {
  const [before, after] = [a.terms[x] as Term, b.terms[y] as Term];
  if (before.id === after.id) return true;
  if (before.kind !== 'word' || after.kind !== 'word') return false;
  const [one, other] = [before.facts, after.facts];
  if (one.slight && other.slight) return true;
  // Of two words that decide something neither is a slip for the other.
  if (one.telling && other.telling) return false;
  if (lettersApart(one, other) > MOST_APART) return false;
  // Nobody errs in the first letter, but by swapping it.
  const [low, high] = [one.lower, other.lower];
  if (low[0] !== high[0] && low[0] !== high[1] && one.spelling[0] !== other.spelling[0]) return false;
  const name = isName(a, x, language) && isName(b, y, language);
  return isSlip({ before: before.text, after: after.text, name, language });
}

const COMMON_NOUN =
  /(?:ung|ungen|heit|keit|schaft|tion|tionen|taet|nis|tum|chen|lein|ismus|ment|ei|ende|enden|er|ern|innen)$/;

/** Whether a term looks like a name where it stands. */
export function isName({ terms, text }: Side, at: number, language: Language | null): boolean {
  const term = terms[at] as Term;
  if (!isLarge(term)) return false;
  const { spelling } = term.facts;
  if (isKnownName(spelling)) return true;
  const before = terms[at - 1];
  if (before && announcesName(before.facts.spelling)) return true;
  if (language !== 'de') return begins(terms, text, at) ? isLarge(terms[at + 1]) : true;
  // German writes all nouns large; two in a row are a name, most of the time.
  if (COMMON_NOUN.test(spelling) || !before) return false;
  if (isKnownName(before.facts.spelling)) return true;
  const beside = term.start === before.end + 1 && text[before.end] === ' ';
  return beside && isLarge(before) && !begins(terms, text, at - 1);
}

const isLarge = (term: Term | undefined) => term?.kind === 'word' && term.facts.large;

/** Whether a sentence begins with a term, so that it is written large whatever it is. */
function begins(terms: Term[], text: string, at: number): boolean {
  const before = terms[at - 1];
  return before === undefined || /[.!?:\n“„"]\s*$/.test(text.slice(before.end, (terms[at] as Term).start));
}
