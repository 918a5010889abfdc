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
 * Aligns a pattern (1 to {@link LONGEST_PATTERN} units) with the text from `from` to `to`. Of several
 * ends that cost the same the first. O(pattern · (to - from) / 32).
 */
export function align(pattern: string, text: string, from: number, to: number): Alignment {
  const blocks = (pattern.length + 31) >> 5;
  prepare(pattern, blocks, to - from);
  pluses.fill(-1, 0, blocks);
  minuses.fill(0, 0, blocks);
  const lastBit = (pattern.length - 1) & 31;
  let score = pattern.length;
  let best = score;
  let end = from;
  for (let at = from; at < to; at += 1) {
    const old = (at - from) * blocks;
    score += column(text.charCodeAt(at), old, old + blocks, blocks, lastBit, 0);
    if (score < best) {
      best = score;
      end = at + 1;
    }
  }
  trace(pattern, text, from, end, blocks);
  return { edits: best, end, same, at: places };
}

/** The edits between two texts (Levenshtein). O(a · b / 32). */
export function edits(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const blocks = (a.length + 31) >> 5;
  prepare(a, blocks, 0);
  pluses.fill(-1, 0, blocks);
  minuses.fill(0, 0, blocks);
  const lastBit = (a.length - 1) & 31;
  let score = a.length;
  for (let at = 0; at < b.length; at += 1) score += column(b.charCodeAt(at), 0, 0, blocks, lastBit, 1);
  return score;
}

/**
 * Computes a column at `to` from the one at `old`; how much the last row grew. The row above the first
 * grows by `top`: nothing where the text is free to begin anywhere.
 */
function column(unit: number, old: number, to: number, blocks: number, lastBit: number, top: 0 | 1): number {
  const ascii = unit < ASCII;
  const mask = ascii ? masks : (otherMasks.get(unit) ?? noneOf(blocks));
  const first = ascii ? unit * blocks : 0;
  let plusIn: number = top;
  let minusIn = 0;
  let grew = 0;
  for (let block = 0; block < blocks; block += 1) {
    const plus = pluses[old + block] as number;
    const minus = minuses[old + block] as number;
    const equal = mask[first + block] as number;
    const vertical = equal | minus;
    const entering = equal | minusIn;
    const horizontal = ((((entering & plus) + plus) | 0) ^ plus) | entering;
    let up = minus | ~(horizontal | plus);
    let down = plus & horizontal;
    if (block === blocks - 1) grew = ((up >>> lastBit) & 1) - ((down >>> lastBit) & 1);
    const plusOut = up >>> 31;
    const minusOut = down >>> 31;
    up = (up << 1) | plusIn;
    down = (down << 1) | minusIn;
    pluses[to + block] = down | ~(vertical | up);
    minuses[to + block] = up & vertical;
    plusIn = plusOut;
    minusIn = minusOut;
  }
  return grew;
}

/** Follows the cheapest way back from the end of the pattern at `end`. */
function trace(pattern: string, text: string, from: number, end: number, blocks: number): void {
  let row = pattern.length;
  let at = end;
  places[row] = at;
  while (row > 0) {
    const slot = (at - from) * blocks + ((row - 1) >> 5);
    const bit = 1 << ((row - 1) & 31);
    if (at === from || ((pluses[slot] as number) & bit) !== 0) {
      // Left out.
      row -= 1;
      same[row] = -1;
      places[row] = at;
      continue;
    }
    at -= 1;
    if (((minuses[slot - blocks] as number) & bit) !== 0) continue;
    row -= 1;
    same[row] = pattern.charCodeAt(row) === text.charCodeAt(at) ? at : -1;
    places[row] = at;
  }
}
