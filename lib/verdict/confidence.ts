/** Standard deviations of the lower bound: one side of 90 percent. */
const Z = 1.281551565545;

/**
 * The share of votes for a thing that it would keep with 90 percent confidence if everybody voted: the lower bound of
 * Wilson's score interval (E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927).
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
