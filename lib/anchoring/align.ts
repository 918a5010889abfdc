/*
 * Where a pattern lies in a stretch of text, letter by letter, when both may have been edited: the
 * cheapest edits (Levenshtein), with the text free to go on at both ends. 32 rows at once (Myers 1999,
 * in the blocks of Hyyrö 2003), each column kept, so that the way can be traced back.
 */

/** What the cheapest edits make of a pattern. Good until the next alignment. */
export interface Alignment {
  /** Edits of the whole pattern. */
  edits: number;
  /** Where it ends in the text. */
  end: number;
  /** For unit i of the pattern, the unit of the text that it is, or -1: replaced, or left out. */
  same: Int32Array;
  /** For unit i of the pattern (and its end), where in the text it stands, or would stand. */
  at: Int32Array;
}

const ASCII = 128;

// Kept between alignments: they are many and short, and one runs at a time.
let masks = new Int32Array(ASCII * 8);
let pluses = new Int32Array(4096);
let minuses = new Int32Array(4096);
let same = new Int32Array(512);
let places = new Int32Array(512);
const otherMasks = new Map<number, Int32Array>();
let none = new Int32Array(64);

/** The mask of a letter that the pattern has not. */
function noneOf(blocks: number): Int32Array {
  if (none.length < blocks) none = new Int32Array(blocks * 2);
  return none;
}

/** Longest pattern that is aligned, in units: what it costs grows with its square. */
export const LONGEST_PATTERN = 1024;

function prepare(pattern: string, blocks: number, columns: number): void {
  if (masks.length < ASCII * blocks) masks = new Int32Array(ASCII * blocks);
  else masks.fill(0, 0, ASCII * blocks);
  otherMasks.clear();
  const size = (columns + 1) * blocks;
  if (pluses.length < size) {
    pluses = new Int32Array(size * 2);
    minuses = new Int32Array(size * 2);
  }
  if (same.length <= pattern.length) {
    same = new Int32Array(pattern.length * 2);
    places = new Int32Array(pattern.length * 2);
  }
  for (let at = 0; at < pattern.length; at += 1) {
    const unit = pattern.charCodeAt(at);
    const bit = 1 << (at & 31);
    if (unit < ASCII) {
      const slot = unit * blocks + (at >> 5);
      masks[slot] = (masks[slot] as number) | bit;
      continue;
    }
    let mask = otherMasks.get(unit);
    if (!mask) {
      mask = new Int32Array(blocks);
      otherMasks.set(unit, mask);
    }
    mask[at >> 5] = (mask[at >> 5] as number) | bit;
  }
}

/**
 * Aligns a pattern (1 to {@link LONGEST_PATTERN} units) with the text where it would begin at `at`, which
 * may lie outside, or up to `slack` units before or after that. Only what is that near to its place is
 * looked at. Of several ends that cost the same the first. O(pattern · (slack + 16) / 16).
 */
export function align(pattern: string, text: string, at: number, slack: number): Alignment {
  const blocks = (pattern.length + 31) >> 5;
  const from = Math.max(0, at - slack);
  const to = Math.min(text.length, at + pattern.length + slack);
  prepare(pattern, blocks, to - from);
  const rows = pattern.length;
  let [best, end, bottom, score] = [rows, from, -1, 0];
  for (let here = from; here < to; here += 1) {
    const old = (here - from) * blocks;
    // A block of rows comes in where it may begin, and goes where it must have ended.
    while (bottom < blocks - 1 && at + 32 * (bottom + 1) - slack <= here) {
      bottom += 1;
      pluses[old + bottom] = -1;
      minuses[old + bottom] = 0;
      score += Math.min(32, rows - 32 * bottom);
    }
    const top = Math.max(0, (here - slack - at) >> 5);
    score += column(text.charCodeAt(here), old, old + blocks, blocks, top, bottom, rows, top > 0 ? 1 : 0);
    if (score < best && bottom === blocks - 1) {
      best = score;
      end = here + 1;
    }
  }
  trace(pattern, text, { at, slack, from, blocks }, end);
  return { edits: best, end, same, at: places };
}

/** The edits between two texts (Levenshtein). O(a · b / 32). */
export function edits(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const blocks = (a.length + 31) >> 5;
  prepare(a, blocks, 0);
  pluses.fill(-1, 0, blocks);
  minuses.fill(0, 0, blocks);
  let score = a.length;
  for (let at = 0; at < b.length; at += 1)
    score += column(b.charCodeAt(at), 0, 0, blocks, 0, blocks - 1, a.length, 1);
  return score;
}

/**
 * Computes the blocks `top` to `bottom` of a column at `to` from those at `old`; how much the last row of
 * them grew. The row above the first grows by `above`: nothing where the text is free to begin anywhere.
 */
function column(
  unit: number,
  old: number,
  to: number,
  blocks: number,
  top: number,
  bottom: number,
  rows: number,
  above: 0 | 1,
): number {
  const ascii = unit < ASCII;
  const mask = ascii ? masks : (otherMasks.get(unit) ?? noneOf(blocks));
  const first = ascii ? unit * blocks : 0;
  let plusIn: number = above;
  let minusIn = 0;
  let last = 31;
  for (let block = top; block <= bottom; block += 1) {
    if (block === blocks - 1) last = (rows - 1) & 31;
    const plus = pluses[old + block] as number;
    const minus = minuses[old + block] as number;
    const equal = mask[first + block] as number;
    const entering = equal | minusIn;
    const horizontal = ((((entering & plus) + plus) | 0) ^ plus) | entering;
    const up = minus | ~(horizontal | plus);
    const down = plus & horizontal;
    const upper = (up << 1) | plusIn;
    const vertical = equal | minus;
    pluses[to + block] = (down << 1) | minusIn | ~(vertical | upper);
    minuses[to + block] = upper & vertical;
    plusIn = (up >>> last) & 1;
    minusIn = (down >>> last) & 1;
  }
  return plusIn - minusIn;
}

/** What was looked at: each block of rows from where it may begin to where it must have ended. */
interface Band {
  at: number;
  slack: number;
  from: number;
  blocks: number;
}

/** Follows the cheapest way back from the end of the pattern at `end`. */
function trace(pattern: string, text: string, { at, slack, from, blocks }: Band, end: number): void {
  let row = pattern.length;
  let here = end;
  places[row] = here;
  while (row > 0) {
    const block = (row - 1) >> 5;
    const begins = Math.max(from, at + 32 * block - slack);
    if (here > at + 32 * block + 32 + slack) {
      here -= 1;
      continue;
    }
    const slot = (here - from) * blocks + block;
    const bit = 1 << ((row - 1) & 31);
    if (here <= begins || ((pluses[slot] as number) & bit) !== 0) {
      // Left out.
      row -= 1;
      same[row] = -1;
      places[row] = here;
      continue;
    }
    here -= 1;
    if (((minuses[slot - blocks] as number) & bit) !== 0) continue;
    row -= 1;
    same[row] = pattern.charCodeAt(row) === text.charCodeAt(here) ? here : -1;
    places[row] = here;
  }
}
