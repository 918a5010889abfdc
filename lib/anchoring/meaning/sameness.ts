import { isCommon } from './common-words.ts';
import { isListedVerb } from './inflection.ts';
import type { Language } from './language.ts';
import { isToldByFirst } from './letter-case.ts';
import { announcesName, isKnownName } from './names.ts';
import type { Compared, Side } from './reading.ts';
import { isSlip } from './slips.ts';
import type { Term } from './terms.ts';
import { turnOf } from './turning-words.ts';
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
export function isSame(compared: Compared, x: number, y: number): boolean {
  const { a, b, language } = compared;
  const [before, after] = [a.terms[x] as Term, b.terms[y] as Term];
  if (before.id === after.id) return true;
  if (before.kind !== 'word' || after.kind !== 'word')
    return isSameTime(before, after) || isSameTime(after, before);
  if (isShortFor(before, after) || isShortFor(after, before)) return true;
  const [one, other] = [before.facts, after.facts];
  if (one.slight && other.slight) return true;
  if (language === 'en' && one.large && other.large && isBareOf(one.lower, other.lower)) return true;
  if (one.spelling === other.spelling) return isSameCase(compared, x, y);
  // Of two words that decide something neither is a slip for the other.
  if (one.telling && other.telling) return false;
  if (lettersApart(one, other) > MOST_APART) return false;
  // Nobody errs in the first letter, but by swapping it.
  const [low, high] = [one.lower, other.lower];
  if (low[0] !== high[0] && low[0] !== high[1] && one.spelling[0] !== other.spelling[0]) return false;
  const name = isName(a, x, language) && isName(b, y, language);
  if (!name && mayBeNames(compared, x, y)) return false;
  return isSlip({ before: before.text, after: after.text, name, language });
}

/** English writes foreign names without the marks of their letters: Zürich, Zurich. */
function isBareOf(a: string, b: string): boolean {
  if (a.length !== b.length || (ASCII.test(a) && ASCII.test(b))) return false;
  const bare = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
  return bare(a) === bare(b);
}

const ASCII = /^[\0-\x7f]*$/;

/** "It's been" is "it has been", and "he'd gone" is "he had gone", though most often they are "is" and "would". */
function isShortFor(short: Term, long: Term): boolean {
  if (!/['’][sd]$/i.test(short.text)) return false;
  if (short.key === 't:is') return /^(?:is|has)$/.test(long.facts.lower);
  return short.key === 't:would' && /^(?:would|had)$/.test(long.facts.lower);
}

/** "7.30" is "7:30", if that is a time. */
function isSameTime(number: Term, time: Term): boolean {
  const [, hour, minutes] = /^([0-9]{1,2})\.([0-5][0-9])$/.exec(number.text) ?? [];
  return number.kind === 'number' && hour !== undefined && time.key === `time:${Number(hour)}:${minutes}`;
}

const SMALL_LETTER = /\p{Ll}/u;

const isSmall = ({ key }: Term['facts']) => key.endsWith('~');

/** Whether two words that differ in case are the same: where a sentence begins, or all is in capitals, nobody can tell. */
function isSameCase({ a, b }: Compared, x: number, y: number): boolean {
  const [before, after] = [a.terms[x] as Term, b.terms[y] as Term];
  if (!isSmall(before.facts) && !isSmall(after.facts)) return true;
  if (isToldByFirst(before.facts.lower)) return begins(a.terms, a.text, x) || begins(b.terms, b.text, y);
  return !SMALL_LETTER.test(a.text) || !SMALL_LETTER.test(b.text);
}

const VOWELS = /[aeiouy]/;
/** German nouns behind these have no article, and may be names. */
const BEFORE_BARE = new Set(
  `dass daß und aber von mit für gegen bei als wie durch nach vor zu an auf um sagte sagt so laut wenn weil`.split(
    /\s+/,
  ),
);

/** Large words that differ in one vowel, where a name may stand: Hansen, Hanson. */
function mayBeNames({ a, b, language }: Compared, x: number, y: number): boolean {
  const [one, other] = [(a.terms[x] as Term).facts, (b.terms[y] as Term).facts];
  if (!one.large || !other.large || !differInVowel(one.spelling, other.spelling)) return false;
  if (isCommon(one.spelling) || isCommon(other.spelling)) return false;
  return [[a, x] as const, [b, y] as const].every(([{ terms, text }, at]) => {
    if (begins(terms, text, at)) return isVerb(terms[at + 1]);
    return language !== 'de' || BEFORE_BARE.has((terms[at - 1] as Term).facts.lower);
  });
}

function differInVowel(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return (
    at > 0 && a.slice(at + 1) === b.slice(at + 1) && VOWELS.test(a.charAt(at)) && VOWELS.test(b.charAt(at))
  );
}

function isVerb(term: Term | undefined): boolean {
  if (term === undefined || term.kind !== 'word' || term.facts.large) return false;
  const { lower, telling } = term.facts;
  if (telling?.kind === 'tense' || telling?.kind === 'modal' || isListedVerb(lower)) return true;
  return turnOf(lower) !== null || /(?:[^aeiou]ed|ied|te)$/.test(lower);
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
