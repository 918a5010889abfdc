import type { Tally } from './tally.ts';
import { VERDICTS, type Verdict } from './verdicts.ts';

/** All of a bar, in the units of its segments: tenths of a percent. */
export const WHOLE = 1_000;

/** A piece of a bar: one verdict's. */
export interface Segment {
  verdict: Verdict;
  /** How many gave it. */
  n: number;
  /** Where it begins and how long it is, of {@link WHOLE}; the sizes of a bar add up to exactly that. */
  start: number;
  size: number;
  /** Its share in whole percent, for words; those of a bar add up to exactly 100. */
  percent: number;
}

/** One bar, and what its text equivalent needs. */
export interface Bar {
  total: number;
  /** The verdicts that somebody gave, from right to wrong. */
  segments: Segment[];
  /** The verdicts that most gave: one, or several that are level; none where nobody gave any. */
  most: Verdict[];
  /** What more than half gave; null where no verdict has that. */
  majority: Verdict | null;
}

/** Assessments with a source, which decide, apart from those without. */
export interface Spread {
  sourced: Bar;
  unsourced: Bar;
}

/** The picture of a tally, and the same as data for words. O(verdicts). */
export function spread({ rows }: Tally): Spread {
  return {
    sourced: barOf(new Map(rows.map((row) => [row.verdict, row.sourced]))),
    unsourced: barOf(new Map(rows.map((row) => [row.verdict, row.total - row.sourced]))),
  };
}

function barOf(counts: Map<Verdict, number>): Bar {
  const given = VERDICTS.flatMap((verdict) => {
    const n = counts.get(verdict) ?? 0;
    return n > 0 ? [{ verdict, n }] : [];
  });
  const numbers = given.map(({ n }) => n);
  const total = numbers.reduce((sum, n) => sum + n, 0);
  const [sizes, percents] = [divide(WHOLE, numbers), divide(100, numbers)];
  let start = 0;
  const segments = given.map((one, at): Segment => {
    const size = sizes[at] as number;
    start += size;
    return { ...one, start: start - size, size, percent: percents[at] as number };
  });
  const highest = Math.max(...numbers);
  const most = given.filter(({ n }) => n === highest).map(({ verdict }) => verdict);
  return { total, segments, most, majority: highest * 2 > total ? (most[0] as Verdict) : null };
}

/**
 * Divides a whole number of units in proportion, so that they add up to exactly that (largest remainders; of equal ones
 * the earlier). Whatever is not nothing gets one unit at least, taken from the largest, so that it can be seen.
 * @param parts above 0, and no more of them than units; none gives none
 */
export function divide(units: number, parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const shares = parts.map((part) => Math.floor((part * units) / total));
  const rest = (at: number) => ((parts[at] as number) * units) % total;
  const order = [...parts.keys()].sort((a, b) => rest(b) - rest(a) || a - b);
  let left = units - shares.reduce((sum, share) => sum + share, 0);
  for (const at of order) {
    if (left === 0) break;
    shares[at] = (shares[at] as number) + 1;
    left -= 1;
  }
  for (const at of shares.keys()) {
    if (shares[at] !== 0) continue;
    const largest = shares.indexOf(Math.max(...shares));
    shares[largest] = (shares[largest] as number) - 1;
    shares[at] = 1;
  }
  return shares;
}
