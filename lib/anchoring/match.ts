/*
 * Which words of one text stand in another, in the same order. First the runs of words that occur
 * exactly once in both (patience, after Bram Cohen; long runs before short ones), the longest row of
 * them that stands in order, and what follows and precedes them; then, in the gaps that remain, the
 * shortest edit (Myers 1986), which past a bound goes on from the furthest point reached.
 */

/** Lengths of the runs that are looked for, in words; the last one again, for what is unique in a gap only. */
const RUNS = [8, 4, 2, 1, 1];
/** The edits after which a gap goes on from where it has got to: time is (edits²) for at least as many words. */
const MOST_EDITS = 192;

/** The words of a and b (by number): for word i of a, its counterpart in b or -1. Rising. */
export function matchWords(a: Int32Array, b: Int32Array): Int32Array {
  const match = new Int32Array(a.length).fill(-1);
  between({ a, b, match }, 0, a.length, 0, b.length, 0);
  return match;
}

interface Matching {
  a: Int32Array;
  b: Int32Array;
  match: Int32Array;
}

function between(of: Matching, a0: number, a1: number, b0: number, b1: number, level: number): void {
  const { a, b, match } = of;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    match[a0] = b0;
    a0 += 1;
    b0 += 1;
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    a1 -= 1;
    b1 -= 1;
    match[a1] = b1;
  }
  if (a0 === a1 || b0 === b1) return;
  const run = RUNS[level];
  if (run === undefined || Math.min(a1 - a0, b1 - b0) <= 24) {
    shortestEdit(of, a0, a1, b0, b1);
    return;
  }
  const anchors = rising(uniqueRuns(of, a0, a1, b0, b1, run));
  let [doneA, doneB] = [a0, b0];
  for (const [atA, atB] of anchors) {
    if (atA < doneA || atB < doneB) continue;
    let [startA, startB] = [atA, atB];
    while (startA > doneA && startB > doneB && a[startA - 1] === b[startB - 1]) {
      startA -= 1;
      startB -= 1;
    }
    between(of, doneA, startA, doneB, startB, level + 1);
    while (startA < a1 && startB < b1 && a[startA] === b[startB]) {
      match[startA] = startB;
      startA += 1;
      startB += 1;
    }
    [doneA, doneB] = [startA, startB];
  }
  between(of, doneA, a1, doneB, b1, level + 1);
}

/**
 * The same for sentences, of which most occur once: of those that cross each other the heavier ones stay
 * in order, and of those as heavy the ones that are nearer to where they were.
 */
export function matchSentences(a: Int32Array, b: Int32Array, weights: Int32Array): Int32Array {
  const match = new Int32Array(a.length).fill(-1);
  const pairs = uniqueRuns({ a, b, match }, 0, a.length, 0, b.length, 1);
  let [doneA, doneB] = [0, 0];
  const weightOf = ([x, y]: [number, number]) =>
    (weights[x] as number) * (2 - Math.abs(x / a.length - y / b.length));
  for (const [atA, atB] of [...heaviest(pairs, weightOf), [a.length, b.length] as const]) {
    between({ a, b, match }, doneA, atA, doneB, atB, RUNS.length);
    if (atA < a.length) match[atA] = atB;
    [doneA, doneB] = [atA + 1, atB + 1];
  }
  return match;
}

/** Of pairs in the order of a the heaviest row that stands in order in b, too. O(n log n) (Fenwick 1994). */
function heaviest(
  pairs: [number, number][],
  weightOf: (pair: [number, number]) => number,
): [number, number][] {
  const ranks = new Map(pairs.toSorted((p, q) => p[1] - q[1]).map((pair, rank) => [pair, rank + 1]));
  const tree = new Int32Array(pairs.length + 1).fill(-1);
  const sums = new Float64Array(pairs.length);
  const before = new Int32Array(pairs.length).fill(-1);
  const heavier = (one: number, other: number) =>
    other < 0 || (one >= 0 && (sums[one] as number) > (sums[other] as number)) ? one : other;
  let best = -1;
  pairs.forEach((pair, at) => {
    const rank = ranks.get(pair) as number;
    let last = -1;
    for (let slot = rank - 1; slot > 0; slot -= slot & -slot) last = heavier(last, tree[slot] as number);
    before[at] = last;
    sums[at] = weightOf(pair) + (last < 0 ? 0 : (sums[last] as number));
    for (let slot = rank; slot < tree.length; slot += slot & -slot)
      tree[slot] = heavier(at, tree[slot] as number);
    best = heavier(at, best);
  });
  const row: [number, number][] = [];
  for (let at = best; at >= 0; at = before[at] as number) row.push(pairs[at] as [number, number]);
  return row.reverse();
}

/** Runs of fewer words are said again anywhere; they have not moved. */
const MOVED_RUN = 5;

/**
 * The words that stand in both texts, unmatched, in another order: for word i of a, its counterpart in b
 * or -1. Runs of at least {@link MOVED_RUN} words that occur once among the unmatched words of each text,
 * with what goes along with them. O(a + b).
 */
export function movedWords(a: Int32Array, b: Int32Array, match: Int32Array): Int32Array {
  const taken = new Uint8Array(b.length);
  for (const to of match) if (to >= 0) taken[to] = 1;
  const moved = new Int32Array(a.length).fill(-1);
  const left = {
    a: unmatched(a, (at) => (match[at] as number) >= 0),
    b: unmatched(b, (at) => taken[at] === 1),
  };
  const of = { a: left.a.ids, b: left.b.ids, match: moved };
  for (const [atA, atB] of uniqueRuns(of, 0, of.a.length, 0, of.b.length, MOVED_RUN)) {
    let [x, y] = [atA, atB];
    if ((moved[left.a.from[x] as number] as number) >= 0) continue;
    while (x > 0 && y > 0 && of.a[x - 1] === of.b[y - 1]) {
      x -= 1;
      y -= 1;
    }
    for (; x < of.a.length && y < of.b.length && of.a[x] === of.b[y]; x += 1, y += 1) {
      moved[left.a.from[x] as number] = left.b.from[y] as number;
    }
  }
  return moved;
}

/** The words that are not matched, with where they come from; a number that no word has between stretches. */
function unmatched(
  ids: Int32Array,
  isMatched: (at: number) => boolean,
): { ids: Int32Array; from: Int32Array } {
  const left: number[] = [];
  const from: number[] = [];
  for (let at = 0; at < ids.length; at += 1) {
    if (isMatched(at)) continue;
    if (from.length > 0 && from.at(-1) !== at - 1) {
      // Negative, and never twice: no run goes over it.
      left.push(-from.length);
      from.push(-1);
    }
    left.push(ids[at] as number);
    from.push(at);
  }
  return { ids: Int32Array.from(left), from: Int32Array.from(from) };
}

/** Places [in a, in b] of runs of words that occur once in both stretches, in the order of a. */
function uniqueRuns(of: Matching, a0: number, a1: number, b0: number, b1: number, run: number) {
  const places = new Map<number, { a: number; b: number; inA: number; inB: number }>();
  rolling(of.a, a0, a1, run, (hash, at) => {
    const known = places.get(hash);
    if (known) known.inA += 1;
    else places.set(hash, { a: at, b: -1, inA: 1, inB: 0 });
  });
  rolling(of.b, b0, b1, run, (hash, at) => {
    const known = places.get(hash);
    if (!known) return;
    known.inB += 1;
    known.b = at;
  });
  const unique: [number, number][] = [];
  for (const { a, b, inA, inB } of places.values()) {
    if (inA === 1 && inB === 1 && sameRun(of, a, b, run)) unique.push([a, b]);
  }
  return unique;
}

function sameRun({ a, b }: Matching, atA: number, atB: number, run: number): boolean {
  for (let k = 0; k < run; k += 1) if (a[atA + k] !== b[atB + k]) return false;
  return true;
}

const BASE = 0x01000193;

function rolling(
  ids: Int32Array,
  start: number,
  end: number,
  run: number,
  each: (hash: number, at: number) => void,
): void {
  let power = 1;
  for (let k = 1; k < run; k += 1) power = Math.imul(power, BASE);
  let hash = 0;
  for (let at = start; at < end; at += 1) {
    if (at - start >= run) hash = (hash - Math.imul(power, scatter(ids[at - run] as number))) | 0;
    hash = (Math.imul(hash, BASE) + scatter(ids[at] as number)) | 0;
    if (at - start >= run - 1) each(hash, at - run + 1);
  }
}

function scatter(id: number): number {
  const mixed = Math.imul(id ^ (id >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 12);
}

/** The longest row of pairs, given in the order of a, that stands in order in b too. O(n log n). */
function rising(pairs: [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, b], at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as [number, number])[1] < b) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = at;
  });
  const row: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number)
    row.push(pairs[at] as [number, number]);
  return row.reverse();
}

/** Myers's greedy search; gives up optimality, never time, after {@link MOST_EDITS}. */
function shortestEdit(of: Matching, a0: number, a1: number, b0: number, b1: number): void {
  let [x, y] = [a0, b0];
  while (x < a1 && y < b1) [x, y] = stretch(of, x, a1, y, b1);
}

// Kept between searches, which run one at a time: how far each diagonal reaches, now and in every round.
const reach = new Int32Array(2 * MOST_EDITS + 3);
let traced = new Int32Array(1024);

/** Where the reaches of a round stand among those of all, each with one more at both ends. */
const roundAt = (round: number) => round * (round + 2);

function stretch(of: Matching, a0: number, a1: number, b0: number, b1: number): [number, number] {
  const { a, b } = of;
  const [n, m] = [a1 - a0, b1 - b0];
  const most = Math.min(n + m, MOST_EDITS);
  const zero = MOST_EDITS + 1;
  let [bestRound, bestK, bestX] = [0, 0, 0];
  reach[zero + 1] = 0;
  for (let round = 0; round <= most; round += 1) {
    keepRound(round, zero);
    for (let k = -round; k <= round; k += 2) {
      const down =
        k === -round || (k !== round && (reach[zero + k - 1] as number) < (reach[zero + k + 1] as number));
      let x = down ? (reach[zero + k + 1] as number) : (reach[zero + k - 1] as number) + 1;
      const inside = x <= n && x - k <= m;
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x += 1;
      reach[zero + k] = x;
      if (inside && 2 * x - k > 2 * bestX - bestK) [bestRound, bestK, bestX] = [round, k, x];
      if (x === n && x - k === m) return trace(of, a0, b0, bestRound, bestK, bestX);
    }
  }
  return trace(of, a0, b0, bestRound, bestK, bestX);
}

function keepRound(round: number, zero: number): void {
  const start = roundAt(round);
  const size = 2 * round + 3;
  if (traced.length < start + size) {
    const more = new Int32Array(2 * (start + size));
    more.set(traced);
    traced = more;
  }
  for (let at = 0; at < size; at += 1) traced[start + at] = reach[zero - round - 1 + at] as number;
}

/** Follows the way back that led to the furthest point; where it led to. */
function trace(
  of: Matching,
  a0: number,
  b0: number,
  last: number,
  lastK: number,
  lastX: number,
): [number, number] {
  let [k, x] = [lastK, lastX];
  const end: [number, number] = [a0 + x, b0 + x - k];
  for (let round = last; round >= 0; round -= 1) {
    const middle = roundAt(round) + round + 1;
    const [below, above] = [traced[middle + k - 1] as number, traced[middle + k + 1] as number];
    const down = k === -round || (k !== round && below < above);
    const from = round === 0 ? 0 : down ? above : below + 1;
    while (x > from) {
      x -= 1;
      of.match[a0 + x] = b0 + x - k;
    }
    if (round === 0) break;
    x = down ? from : from - 1;
    k += down ? 1 : -1;
  }
  return end;
}
