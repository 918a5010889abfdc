import type { Run } from './pdf-line.ts';

/** Runs on one baseline, from left to right. */
export type Row = readonly Run[];

/** So wide is what parts columns, in parts of the size, and so much of it stays empty over all lines beside it. */
const GUTTER = 0.55;
const COMMON = 0.45;
/** Over so many lines with words on both sides: fewer align by chance. */
const ROWS = 5;
/** So many letters a line has on either side: cells of a table have fewer. */
export const COLUMN_LETTERS = 18;
/** Gaps of so many sizes part what stands in a line, wherever they are. */
const CELL = 0.9;

interface Strip {
  left: number;
  right: number;
}

const endOf = ({ x, width }: Run) => x + width;
const middleOf = ({ left, right }: Strip) => (left + right) / 2;

/** The gaps of a row that are wider than a space. */
function gapsOf(row: Row, widest: number): Strip[] {
  const gaps: Strip[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const run of row) {
    if (run.x - end > widest * run.size) gaps.push({ left: end, right: run.x });
    end = end === Number.POSITIVE_INFINITY ? endOf(run) : Math.max(end, endOf(run));
  }
  return gaps;
}

/** The strip as far as a row leaves it empty; null where the row crosses it. */
function narrowed(strip: Strip, row: Row): { strip: Strip; hasBoth: boolean } | null {
  const x = middleOf(strip);
  let { left, right } = strip;
  let [hasLeft, hasRight] = [false, false];
  for (const run of row) {
    const isLeft = run.x + run.width / 2 < x;
    if (isLeft) left = Math.max(left, endOf(run));
    else right = Math.min(right, run.x);
    hasLeft ||= isLeft;
    hasRight ||= !isLeft;
  }
  const size = row[0]?.size ?? 0;
  return right - left > COMMON * size ? { strip: { left, right }, hasBoth: hasLeft && hasRight } : null;
}

/** The letters that a row has beside a place, up to the next gap on either side. */
function lettersBeside(row: Row, x: number): [number, number] {
  const cells = gapsOf(row, CELL);
  const from = Math.max(
    ...cells.map(({ right }) => right).filter((right) => right < x),
    Number.NEGATIVE_INFINITY,
  );
  const to = Math.min(...cells.map(({ left }) => left).filter((left) => left > x), Number.POSITIVE_INFINITY);
  const sides: [number, number] = [0, 0];
  for (const run of row) {
    const middle = run.x + run.width / 2;
    if (middle > from && middle < to) sides[middle < x ? 0 : 1] += run.text.length;
  }
  return sides;
}

/** How far down a gap of one row goes on, and over which rows with words on both sides. */
function followed(gap: Strip, rows: readonly Row[], from: number) {
  let strip = gap;
  const beside: number[] = [];
  for (let at = from; at < rows.length; at += 1) {
    const next = narrowed(strip, rows[at] as Row);
    if (!next) break;
    strip = next.strip;
    if (next.hasBoth) beside.push(at);
  }
  return { x: middleOf(strip), beside };
}

function isBetweenColumns(rows: readonly Row[], x: number): boolean {
  const sides = rows.map((row) => lettersBeside(row, x).map((letters) => letters / rows.length));
  return [0, 1].every(
    (side) => sides.reduce((sum, letters) => sum + (letters[side] ?? 0), 0) >= COLUMN_LETTERS,
  );
}

/**
 * Where the rows of a page are parted into columns, for each row: at a strip that stays empty over many rows, also if
 * it is no wider than the spaces of a justified line. O(n²) in the rows of one page.
 */
export function guttersOf(rows: readonly Row[]): number[][] {
  const gutters: number[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    for (const gap of gapsOf(row, GUTTER)) {
      if (gutters[at]?.some((x) => x > gap.left && x < gap.right)) continue;
      const { x, beside } = followed(gap, rows, at);
      if (beside.length < ROWS) continue;
      if (
        !isBetweenColumns(
          beside.map((index) => rows[index] as Row),
          x,
        )
      )
        continue;
      for (const index of beside) gutters[index]?.push(x);
    }
  }
  return gutters;
}
