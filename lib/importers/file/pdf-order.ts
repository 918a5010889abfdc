import { type Line, RIGHT_TO_LEFT } from './pdf-line.ts';

/** A column has at least so many lines, and so many letters in a line of it: else it is a table or a list. */
const COLUMN_LINES = 4;
const COLUMN_LETTERS = 18;
/** Of the lines of a page so many may lie across the gap between columns: headlines, figures, tables. */
const ACROSS = 0.34;
/** Columns in columns are not looked for further. */
const DEPTH = 3;

interface Gutter {
  left: number;
  right: number;
}

const middleOf = ({ left, right }: Gutter) => (left + right) / 2;

function isColumn(lines: readonly Line[]): boolean {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return lines.length >= COLUMN_LINES && letters / lines.length >= COLUMN_LETTERS;
}

/** Between which places no line but those that lie across has words; the widest of such gaps in the middle part. */
function gutterOf(lines: readonly Line[]): Gutter | null {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const width = right - left;
  const ends = lines
    .map((line) => line.right)
    .filter((x) => x > left + width * 0.2 && x < right - width * 0.2);
  let best: Gutter | null = null;
  let fewest = lines.length * ACROSS;
  for (const end of new Set(ends.map(Math.ceil))) {
    const next = Math.min(...lines.map((line) => line.left).filter((x) => x >= end));
    if (!Number.isFinite(next) || next - end < 4) continue;
    const gutter = { left: end, right: next };
    const x = middleOf(gutter);
    const across = lines.filter((line) => line.left < x && line.right > x).length;
    const isBetter = across < fewest || (across === fewest && best && next - end > best.right - best.left);
    if (!isBetter) continue;
    if (
      !isColumn(lines.filter((line) => line.right <= x)) ||
      !isColumn(lines.filter((line) => line.left >= x))
    )
      continue;
    best = gutter;
    fewest = across;
  }
  return best;
}

/** How far a line reaches into the other column to be one that parts the columns above from those below. */
const REACH = 4;

/**
 * The lines of a page in the order in which they are read: column by column, and what lies across the columns between
 * what stands above and below it. Right to left where the text runs so. O(n²) in the lines of one page.
 */
export function readingOrder(lines: readonly Line[], depth = 0): Line[] {
  const gutter = depth < DEPTH ? gutterOf(lines) : null;
  if (!gutter) return lines.toSorted((a, b) => a.y - b.y || a.left - b.left);
  const x = middleOf(gutter);
  const isLeftFirst = lines.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length * 2 < lines.length;
  const ordered: Line[] = [];
  let sides: [Line[], Line[]] = [[], []];
  const close = () => {
    const [first, second] = isLeftFirst ? sides : [sides[1], sides[0]];
    ordered.push(...readingOrder(first, depth + 1), ...readingOrder(second, depth + 1));
    sides = [[], []];
  };
  for (const line of lines.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    if (line.left < x - REACH && line.right > x + REACH) {
      close();
      ordered.push(line);
    } else sides[line.left + line.right < 2 * x ? 0 : 1].push(line);
  }
  close();
  return ordered;
}
