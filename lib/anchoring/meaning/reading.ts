import type { Language } from './language.ts';
import { type Term, type Token, termsOf, tokensOf } from './terms.ts';
import { forgetSome } from './word-facts.ts';

/** A passage as it is read. */
export interface Side {
  text: string;
  terms: Term[];
}

/** Two passages that are compared, read in the language that both are in. */
export interface Compared {
  a: Side;
  b: Side;
  language: Language | null;
}

/** Terms of both sides that replace each other; indexes, ends exclusive. */
export interface Gap {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/** So many units tell the language. */
const TELLING = 2000;

/** One passage is compared with several places, one after the other. */
let last: { text: string; tokens: Token[]; language: Language | null; terms: Term[] } | undefined;

/** Reads two passages. O(both). */
export function readBoth(before: string, after: string): Compared {
  if (forgetSome()) last = undefined;
  const tokens = last?.text === before ? last.tokens : tokensOf(before);
  const others = tokensOf(after);
  const language = languageOf([tokens, others]);
  if (last?.text !== before || last.language !== language)
    last = { text: before, tokens, language, terms: termsOf(before, tokens, language) };
  return {
    a: { text: before, terms: last.terms },
    b: { text: after, terms: termsOf(after, others, language) },
    language,
  };
}

/** English or German, by function words; null when neither shows. */
function languageOf(sides: readonly Token[][]): Language | null {
  let [german, english] = [0, 0];
  for (const tokens of sides) {
    for (const { start, facts } of tokens) {
      if (start >= TELLING) break;
      german += facts.german;
      english += facts.english;
    }
  }
  if (german === english) return null;
  return german > english ? 'de' : 'en';
}
