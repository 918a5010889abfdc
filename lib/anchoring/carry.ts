import type { Carried } from './carried.ts';
import { compare } from './changes.ts';
import type { Place } from './locate.ts';
import { matchWords } from './match.ts';
import { resolver } from './resolve.ts';
import { describe } from './selector.ts';
import { Lexicon, type Words, wordsOf } from './words.ts';

/** Less than this of a passage's words (by their length) in place, and it is searched for elsewhere. */
const STAYED = 0.5;

/**
 * Carries passages of a text over to what became of it: result i belongs to passage i. Offsets are
 * UTF-16 units, ends exclusive; a passage is not empty and lies in the old text (else RangeError).
 */
export function carry(oldText: string, newText: string, spans: readonly Place[]): Carried[] {
  const lexicon = new Lexicon();
  const a = wordsOf(oldText, lexicon);
  const b = wordsOf(newText, lexicon);
  const match = matchWords(a.ids, b.ids);
  const find = resolver(newText);
  return spans.map(({ start, end }) => {
    const selector = describe(oldText, start, end);
    return (
      untouched(a, b, match, start, end) ?? touched(a, b, match, start, end) ?? elsewhere(find(selector))
    );
  });
}

/** The words from `first` (inclusive) to `last` (exclusive) that lie in the passage, in part at least. */
function wordsIn(words: Words, start: number, end: number): [number, number] {
  return [firstAfter(words.ends, start), firstAfter(words.starts, end - 1)];
}

/** The first index whose value is greater than `value`. */
function firstAfter(rising: Int32Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function untouched(a: Words, b: Words, match: Int32Array, start: number, end: number): Carried | null {
  const [first, last] = wordsIn(a, start, end);
  if (first === last) return null;
  const to = match[first] as number;
  if (to < 0) return null;
  for (let at = first; at < last; at += 1) if (match[at] !== to + at - first) return null;
  const lastTo = to + last - 1 - first;
  const newStart = Math.min(
    (b.starts[to] as number) + Math.max(0, start - (a.starts[first] as number)),
    b.ends[to] as number,
  );
  const newEnd = Math.max(
    (b.ends[lastTo] as number) - Math.max(0, (a.ends[last - 1] as number) - end),
    b.starts[lastTo] as number,
  );
  if (newStart >= newEnd) return null;
  return { found: true, start: newStart, end: newEnd, state: 'exact', similarity: 1, changes: [] };
}

function touched(a: Words, b: Words, match: Int32Array, start: number, end: number): Carried | null {
  const [first, last] = wordsIn(a, start, end);
  let stayed = 0;
  let all = 0;
  let low = -1;
  let high = -1;
  for (let at = first; at < last; at += 1) {
    const size = (a.ends[at] as number) - (a.starts[at] as number);
    all += size;
    const to = match[at] as number;
    if (to < 0) continue;
    stayed += size;
    if (low < 0) low = to;
    high = to;
  }
  if (stayed < all * STAYED || low < 0) return null;
  if ((match[first] as number) < 0 && first > 0 && (match[first - 1] as number) >= 0)
    low = (match[first - 1] as number) + 1;
  if ((match[last - 1] as number) < 0 && last < a.count && (match[last] as number) >= 0)
    high = (match[last] as number) - 1;
  const newStart = b.starts[low] as number;
  const newEnd = b.ends[high] as number;
  const comparison = compare(a.text.slice(start, end), b.text.slice(newStart, newEnd));
  return { found: true, start: newStart, end: newEnd, ...comparison };
}

function elsewhere(found: Carried): Carried {
  return found.found && found.state === 'exact' ? { ...found, state: 'moved' } : found;
}
