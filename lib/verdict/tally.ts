import type { Counts } from './shown.ts';
import { VERDICTS, type Verdict } from './verdicts.ts';

export interface Tally {
  /** All assessments of the present wording. */
  total: number;
  /** Those that name at least one source. */
  sourced: number;
  /** The verdicts that somebody gave, from right to wrong. */
  rows: { verdict: Verdict; total: number; sourced: number }[];
}

/** The spread of assessments. `given` has one entry an assessment of the present wording. */
export function tally(given: Iterable<{ verdict: Verdict; sourced: boolean }>): Tally {
  const rows = new Map<Verdict, { total: number; sourced: number }>();
  let total = 0;
  let sourced = 0;
  for (const one of given) {
    const row = rows.get(one.verdict) ?? { total: 0, sourced: 0 };
    row.total += 1;
    row.sourced += one.sourced ? 1 : 0;
    total += 1;
    sourced += one.sourced ? 1 : 0;
    rows.set(one.verdict, row);
  }
  return {
    total,
    sourced,
    rows: VERDICTS.flatMap((verdict) => {
      const row = rows.get(verdict);
      return row ? [{ verdict, ...row }] : [];
    }),
  };
}

/** The sourced part of a tally, as `shownVerdict` takes it. */
export function sourcedCounts({ rows }: Tally): Counts {
  return Object.fromEntries(rows.filter((row) => row.sourced > 0).map((row) => [row.verdict, row.sourced]));
}
