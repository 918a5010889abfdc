/** log n! less Stirling's formula, ½ log 2πn + n log n − n: small, and exact where the difference would lose digits. */
function stirlingRest(n: number): number {
  if (n <= 15) {
    let factorial = 1;
    for (let k = 2; k <= n; k += 1) factorial *= k;
    return Math.log(factorial) - (0.5 * Math.log(2 * Math.PI * n) + n * Math.log(n) - n);
  }
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1_260 - (1 / 1_680 - 1 / 1_188 / square) / square) / square) / square) / n;
}

/** x log(x / m) + m − x, which is small where x is near m: a series there, since the difference would lose digits. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let power = 2 * x * v;
  for (let j = 1; ; j += 1) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * The chance of exactly k successes in n trials of chance p, with full precision for n of millions: C. Loader, Fast and
 * accurate computation of binomial probabilities, 2000. O(1).
 */
export function binomial(k: number, n: number, p: number): number {
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return p ** n;
  const log =
    stirlingRest(n) -
    stirlingRest(k) -
    stirlingRest(n - k) -
    deviance(k, n * p) -
    deviance(n - k, n * (1 - p));
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/**
 * The chance of k or more successes in n trials of chance p: the p-value of the one-sided exact binomial test. The terms
 * are added up from k away from the middle, until they add nothing: O(√n), 11 digits or more, however small it is.
 * @param p between 0 and 1, both not included
 * @throws RangeError of anything else, or when k and n are not whole numbers with 0 ≤ k ≤ n
 */
export function binomialTail(k: number, n: number, p: number): number {
  if (!(Number.isSafeInteger(n) && Number.isSafeInteger(k) && k >= 0 && k <= n))
    throw new RangeError(`there are no ${k} of ${n}`);
  if (!(p > 0 && p < 1)) throw new RangeError(`${p} is no chance between 0 and 1`);
  if (k === 0) return 1;
  if (k > n * p) return sumFrom(k, n, p);
  // Below the middle what is left out is the smaller part: the same sum, with successes and failures exchanged.
  return 1 - sumFrom(n - k + 1, n, 1 - p);
}

function sumFrom(k: number, n: number, p: number): number {
  const odds = p / (1 - p);
  let term = binomial(k, n, p);
  let sum = 0;
  for (let j = k; term > sum * Number.EPSILON; j += 1) {
    sum += term;
    term *= ((n - j) / (j + 1)) * odds;
  }
  return sum;
}
