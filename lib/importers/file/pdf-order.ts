import { COLUMN_LETTERS } from './pdf-gutter.ts';
import { type Line, RIGHT_TO_LEFT } from './pdf-line.ts';

/** A column has at least so many lines: else it is a table or a list. */
const COLUMN_LINES = 4;
/** Between so many letters a line and those of a column, it can be either: a narrow column, or a table. */
const CELL_LETTERS = 12;
/** Columns in columns are not looked for further. */
const DEPTH = 3;
/** How far a line reaches into the other column to be one that parts the columns above from those below. */
const REACH = 4;
/** From so large a part of its rows on that are sentences of their own on both sides, a pair of columns may be a table. */
const TABLE_ROWS = 0.5;

interface Gutter {
  left: number;
  right: number;
}

export interface Reading {
  lines: Line[];
  /** What stands side by side may have to be read in another order. */
  isUnsure: boolean;
}

/** Lines of which none lies across a gutter, between two that do. */
interface Stretch {
  left: Line[];
  right: Line[];
  /** The line across that ends it. */
  across: Line | null;
}

const middleOf = ({ left, right }: Gutter) => (left + right) / 2;
const byPlace = (a: Line, b: Line) => a.y - b.y || a.left - b.left;

const lettersOf = (lines: readonly Line[]) =>
  lines.reduce((sum, { text }) => sum + text.length, 0) / Math.max(lines.length, 1);
const isProse = (lines: readonly Line[]) => lines.length === 0 || lettersOf(lines) >= COLUMN_LETTERS;
const isColumn = (lines: readonly Line[]) => lines.length >= COLUMN_LINES && isProse(lines);

/** A page parted at a place by the lines that lie across it. */
function stretchesAt(x: number, sorted: readonly Line[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch = { left: [], right: [], across: null };
  for (const line of sorted) {
    if (line.left < x - REACH && line.right > x + REACH) {
      stretches.push({ ...open, across: line });
      open = { left: [], right: [], across: null };
    } else open[line.left + line.right < 2 * x ? 'left' : 'right'].push(line);
  }
  return [...stretches, open];
}

/** Whether both sides stand beside each other, and not one below the other. */
function isBeside({ left, right }: Stretch): boolean {
  const [a, b] = [left, right].map((lines) => lines.map(({ y }) => y)) as [number[], number[]];
  return Math.min(...a) < Math.max(...b) && Math.min(...b) < Math.max(...a);
}

/** The gap in the middle part of a page beside which most lines stand in columns. */
function gutterOf(sorted: readonly Line[]): Gutter | null {
  const left = Math.min(...sorted.map((line) => line.left));
  const right = Math.max(...sorted.map((line) => line.right));
  const margin = (right - left) * 0.2;
  const ends = sorted.map((line) => line.right).filter((x) => x > left + margin && x < right - margin);
  let best: Gutter | null = null;
  let most = 0;
  for (const end of new Set(ends.map(Math.ceil))) {
    const next = Math.min(...sorted.map((line) => line.left).filter((x) => x >= end));
    if (!Number.isFinite(next) || next - end < 4) continue;
    const inColumns = stretchesAt((end + next) / 2, sorted)
      .filter((stretch) => isColumn(stretch.left) && isColumn(stretch.right) && isBeside(stretch))
      .reduce((sum, stretch) => sum + stretch.left.length + stretch.right.length, 0);
    const isWider = best !== null && next - end > best.right - best.left;
    if (inColumns > most || (inColumns === most && isWider)) {
      best = { left: end, right: next };
      most = inColumns;
    }
  }
  return best;
}

const SENTENCE = /^[\p{Lu}\p{Lo}\p{N}"“„«].*[.!?…]$/u;

/** Rows of which each says something whole on both sides: a table, or two columns of short sentences. */
function isRowByRow({ left, right }: Stretch): boolean {
  const rows = left.filter((line) => right.some(({ y }) => Math.abs(y - line.y) < line.size / 2));
  const whole = [...left, ...right].filter(({ text }) => SENTENCE.test(text)).length;
  return rows.length >= COLUMN_LINES && whole > (left.length + right.length) * TABLE_ROWS;
}

/** Short lines beside each other over many rows, in whose place columns would have longer ones. */
function mayBeNarrow(sorted: readonly Line[]): boolean {
  const rows = new Map<number, Line[]>();
  for (const line of sorted) {
    const y = Math.round(line.y);
    rows.set(y, [...(rows.get(y) ?? []), line]);
  }
  const beside = [...rows.values()].filter(({ length }) => length > 1).flat();
  const letters = lettersOf(beside);
  return beside.length > COLUMN_LINES * 3 && letters >= CELL_LETTERS && letters < COLUMN_LETTERS;
}

/**
 * The lines of a page in the order in which they are read: column by column, and what lies across the columns between
 * what stands above and below it. Right to left where the text runs so. What stands in short lines beside each other
 * is read along its rows, as tables are. O(n²) in the lines of one page.
 */
export function readingOrder(lines: readonly Line[], depth = 0): Reading {
  const sorted = lines.toSorted(byPlace);
  const gutter = depth < DEPTH ? gutterOf(sorted) : null;
  if (!gutter) return { lines: sorted, isUnsure: mayBeNarrow(sorted) };
  const isLeftFirst = lines.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length * 2 < lines.length;
  const ordered: Line[] = [];
  let isUnsure = false;
  for (const stretch of stretchesAt(middleOf(gutter), sorted)) {
    const { left, right, across } = stretch;
    const sides = isLeftFirst ? [left, right] : [right, left];
    const parts = isProse(left) && isProse(right) ? sides : [[...left, ...right]];
    isUnsure ||= parts.length > 1 && isRowByRow(stretch);
    for (const part of parts.filter(({ length }) => length > 0)) {
      const reading = readingOrder(part, depth + 1);
      ordered.push(...reading.lines);
      isUnsure ||= reading.isUnsure;
    }
    if (across) ordered.push(across);
  }
  return { lines: ordered, isUnsure };
}
