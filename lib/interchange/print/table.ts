import type { InkSpan } from './pen.ts';

export interface Cell {
  blocks: readonly InkSpan[][];
  tag: 'TH' | 'TD';
  span: number;
  /** In the words of ISO 32000-1, 14.8.5.7. */
  attributes: Record<string, string | number>;
}

const GAP = 10;
const LEAST = 34;
/** Words need so much to be read in; a column that needs less may have less. */
const READABLE = 60;

/** How wide each column is and where it begins. */
export interface Columns {
  starts: number[];
  widths: number[];
}

/**
 * The columns of a table in so much room, by what stands in them. `natural` is the width of a cell's words on one line; a
 * column that asks for more than its share gets what the others leave. Null where they would be too narrow to read: cells
 * stand below each other then.
 */
export function columnsOf(
  rows: readonly (readonly Cell[])[],
  room: number,
  natural: (cell: Cell) => number,
): Columns | null {
  const count = Math.max(0, ...rows.map((cells) => cells.reduce((sum, { span }) => sum + span, 0)));
  if (count === 0) return null;
  const asked = Array.from({ length: count }, () => LEAST);
  for (const cells of rows) {
    let column = 0;
    for (const cell of cells) {
      if (cell.span === 1) asked[column] = Math.max(asked[column] ?? LEAST, natural(cell) + 2);
      column += cell.span;
    }
  }
  const widths = shared(asked, room - GAP * (count - 1));
  if (widths.some((width, n) => width < Math.min(READABLE, asked[n] ?? 0))) return null;
  return { widths, starts: widths.map((_, n) => sum(widths.slice(0, n)) + GAP * n) };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Who asks for no more than an even share gets it; what is left goes to the others, evenly. */
function shared(asked: readonly number[], room: number): number[] {
  const given = new Map<number, number>();
  for (;;) {
    const waiting = asked.flatMap((_, n) => (given.has(n) ? [] : [n]));
    const share = (room - sum([...given.values()])) / Math.max(1, waiting.length);
    const content = waiting.filter((n) => (asked[n] ?? 0) <= share);
    if (waiting.length === 0 || content.length === 0) return asked.map((_, n) => given.get(n) ?? share);
    for (const n of content) given.set(n, asked[n] ?? 0);
  }
}
