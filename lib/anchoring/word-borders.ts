import type { Place } from './locate.ts';
import { bordersOf } from './words.ts';

/** Without white space at the end. */
export function endWithin(text: string, low: number, at: number): number {
  while (at > low && /\s/.test(text[at - 1] as string)) at -= 1;
  return at;
}

const WORDLY = /[\p{L}\p{N}\p{M}]/u;

/** Whether a unit is part of a word: a letter, a digit or a mark. */
export function isWordly(unit: string | undefined): boolean {
  if (unit === undefined) return false;
  const code = unit.charCodeAt(0);
  if (code >= 128) return WORDLY.test(unit);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Whether an offset splits a word. */
export const joins = (text: string, at: number) => isWordly(text[at - 1]) && isWordly(text[at]);

/** The word that ends before an offset. */
export function wordBefore(text: string, before: number): Place | null {
  const from = Math.max(0, before - REACH);
  const words = bordersOf(text.slice(from, before));
  const last = words.count - 1;
  return last < 0
    ? null
    : { start: from + (words.starts[last] as number), end: from + (words.ends[last] as number) };
}

export function wordAfter(text: string, after: number): Place | null {
  const words = bordersOf(text.slice(after, after + REACH));
  return words.count === 0
    ? null
    : { start: after + (words.starts[0] as number), end: after + (words.ends[0] as number) };
}

/** Longest word that is looked for beside a passage. */
const REACH = 48;
