import type { Change } from '../changes.ts';
import { scaleOfWord } from './numbers.ts';
import { type Term, termsOf, tokensOf } from './terms.ts';

/** Words so near to a passage count, measure or compare what it begins (or ends) with. */
const NEAR = 2;
/** Longest stretch that is read for them. */
const REACH = 48;

/** Comparisons that say how many; others say how. */
const COUNTING = new Set(['more', 'less', 'fewer', 'up', 'down', 'above', 'below']);
const YEAR = /^[12][0-9]{3}$/;

/**
 * What stands right before (or behind) a passage and counts or measures it, if that is something else now: "120"
 * before "people were hurt", "percent" behind "rose to 5".
 */
export function beside(old: string, now: string, side: 'before' | 'after'): Change[] {
  const [one, other] = [counting(old, side), counting(now, side)];
  const keys = (terms: readonly Term[]) => terms.map(({ key }) => key).join(' ');
  if (keys(one) === keys(other)) return [];
  const words = (terms: readonly Term[]) => terms.map(({ text }) => text).join(' ');
  const terms = [...one, ...other];
  const kind = terms.some(({ kind }) => kind === 'unit')
    ? 'unit'
    : terms.some(measures)
      ? 'number'
      : 'quantifier';
  return [{ kind, before: words(one), after: words(other) }];
}

function counting(rest: string, side: 'before' | 'after'): Term[] {
  const near = side === 'before' ? rest.slice(-REACH) : rest.slice(0, REACH);
  // What a comma parts from it counts something else.
  const own = side === 'before' ? near.replace(/^.*[,;:()–—]/su, '') : near.replace(/[,;:()–—].*$/su, '');
  const terms = termsOf(own, tokensOf(own), null).filter(({ facts }) => !facts.slight);
  if (side === 'after') return terms.slice(0, 1).filter(measures);
  return terms.slice(-NEAR).filter((term) => counts(term) && !YEAR.test(term.text));
}

function measures({ kind, text }: Term): boolean {
  return kind === 'unit' || kind === 'number' || scaleOfWord(text.toLowerCase(), null) !== undefined;
}

function counts(term: Term): boolean {
  if (measures(term)) return true;
  const { telling } = term.facts;
  if (telling?.kind === 'quantifier') return telling.meaning !== 'again';
  return telling?.kind === 'comparison' && COUNTING.has(telling.meaning);
}
