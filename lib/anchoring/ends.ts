import type { Alignment } from './align.ts';
import { isWordly, joins } from './word-borders.ts';

/** Whether unit `at` of the pattern and the one after (or before) it both stand in the text, side by side. */
const firm = ({ same }: Alignment, at: number, step: 1 | -1) =>
  (same[at] as number) >= 0 && same[at + step] === (same[at] as number) + step;

/**
 * Where the words begin: where the context ends, if it is whole up to there; else where their own first
 * letters stand; at the border of a word, if they began at one.
 */
export function startOf(way: Alignment, pattern: string, first: number, last: number, text: string): number {
  let context = first - 1;
  while (context >= 1 && !firm(way, context, -1)) context -= 1;
  let own = first;
  while (own < last - 1 && !firm(way, own, 1)) own += 1;
  const low = context >= 1 ? (way.same[context] as number) + 1 : 0;
  const high = own < last - 1 ? (way.same[own] as number) : text.length;
  let start: number;
  if (context === first - 1 && context >= 1) start = low;
  else if (own === first) start = high;
  else start = way.at[first] as number;
  if (joins(pattern, first) || !isWordly(pattern[first])) return skipSpace(text, start, pattern[first]);
  return wordStart(text, start, low, high);
}

function wordStart(text: string, at: number, low: number, high: number): number {
  let left = at;
  while (left > low && joins(text, left)) left -= 1;
  let right = at;
  while (right < high && (joins(text, right) || !isWordly(text[right]))) right += 1;
  if (left === at) return isWordly(text[at]) || right > high ? at : right;
  return at - left <= right - at || joins(text, right) ? left : right;
}

function skipSpace(text: string, at: number, first: string | undefined): number {
  return text[at] === ' ' && first !== ' ' ? at + 1 : at;
}

/** Where the words end; as {@link startOf}. */
export function endOf(way: Alignment, pattern: string, first: number, last: number, text: string): number {
  let context = last;
  while (context < pattern.length - 1 && !firm(way, context, 1)) context += 1;
  let own = last - 1;
  while (own > first && !firm(way, own, -1)) own -= 1;
  const high = context < pattern.length - 1 ? (way.same[context] as number) : text.length;
  const low = own > first ? (way.same[own] as number) + 1 : 0;
  let end: number;
  if (context === last && context < pattern.length - 1) end = high;
  else if (own === last - 1) end = low;
  else end = way.at[last] as number;
  if (joins(pattern, last) || !isWordly(pattern[last - 1])) return dropSpace(text, end);
  return wordEnd(text, end, low, high);
}

function wordEnd(text: string, at: number, low: number, high: number): number {
  let right = at;
  while (right < high && joins(text, right)) right += 1;
  let left = at;
  while (left > low && (joins(text, left) || !isWordly(text[left - 1]))) left -= 1;
  if (right === at) return isWordly(text[at - 1]) || left < low ? at : left;
  return right - at <= at - left || joins(text, left) ? right : left;
}

function dropSpace(text: string, at: number): number {
  return text[at - 1] === ' ' ? at - 1 : at;
}
