/** Standard deviations of the lower bound: one side of 90 percent. */
const Z = 1.281551565545;

/** What the orders of a thread sort by. */
export interface Standing {
  up: number;
  down: number;
  /** "Most voted": votes for minus votes against. */
  score: number;
  /** "Best", between 0 and 1: see `confidence`. */
  best: number;
}

/**
 * The share of votes for a comment that it would keep with 90 percent confidence if everybody voted: the lower bound
 * of Wilson's score interval (E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927).
 * Many votes of which most are for it stand above a few of which all are. 0 without a vote for it. O(1).
 */
export function confidence(up: number, down: number): number {
  const n = up + down;
  if (up === 0) return 0;
  const share = up / n;
  const square = Z * Z;
  const middle = share + square / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share) + square / (4 * n)) / n);
  return Math.max(0, (middle - spread) / (1 + square / n));
}

/** The standing after one vote changed from `before` to `after` (each -1, 0 or 1). */
export function revote({ up, down }: Pick<Standing, 'up' | 'down'>, before: number, after: number): Standing {
  const ups = up - Number(before === 1) + Number(after === 1);
  const downs = down - Number(before === -1) + Number(after === -1);
  return { up: ups, down: downs, score: ups - downs, best: confidence(ups, downs) };
}
