import { type Run, wordDiff } from '#lib/anchoring/word-diff.ts';

/**
 * What stands side by side in a comparison: a paragraph with its counterpart, or some that cannot be told apart. `piece`s
 * follow each other without a gap; offsets are UTF-16 in the one text and in the other.
 */
export type ComparisonRow =
  | { kind: 'changed' | 'same'; pieces: Run[] }
  /** So many paragraphs that are the same, left out. */
  | { kind: 'folded'; count: number };

export interface Comparison {
  rows: ComparisonRow[];
  /** So many rows differ. */
  changed: number;
  /** So many of them are left out at the end: there are too many to be read. */
  leftOut: number;
}

/** Unchanged paragraphs that are shown before and behind one that changed. */
const AROUND = 1;
/** More rows with changes, or units of text in them, are not shown: who wants to read them reads the revisions. */
const MOST_CHANGED = 200;
const MOST_UNITS = 120_000;

/**
 * Compares two texts paragraph by paragraph and word by word. What is the same is folded up but for a paragraph around
 * each change, so that the result grows with the changes and not with the texts, and not without end. O(length).
 */
export function compareRevisions(oldText: string, newText: string): Comparison {
  const rows = rowsOf(oldText, newText);
  const kept: ComparisonRow[] = [];
  let [changed, leftOut, units] = [0, 0, 0];
  const near = nearChanges(rows);
  for (const [at, row] of rows.entries()) {
    const isChanged = differs(row);
    if (isChanged) changed += 1;
    if (isChanged && (changed > MOST_CHANGED || units > MOST_UNITS)) leftOut += 1;
    if (leftOut > 0) continue;
    if (near[at]) {
      kept.push({ kind: isChanged ? 'changed' : 'same', pieces: row });
      for (const piece of row) units += piece.oldEnd - piece.oldStart + piece.newEnd - piece.newStart;
    } else {
      const last = kept.at(-1);
      if (last?.kind === 'folded') last.count += 1;
      else kept.push({ kind: 'folded', count: 1 });
    }
  }
  return { rows: kept, changed, leftOut };
}

const differs = (row: readonly Run[]) => row.some(({ kind }) => kind !== 'equal');

/** Which rows are changed or stand beside one that is. */
function nearChanges(rows: readonly (readonly Run[])[]): boolean[] {
  const near = rows.map(() => false);
  for (const [at, row] of rows.entries()) {
    if (differs(row)) near.fill(true, Math.max(0, at - AROUND), at + AROUND + 1);
  }
  return near;
}

/** The pieces of both texts in rows: a row ends where a paragraph ends in both. */
function rowsOf(oldText: string, newText: string): Run[][] {
  const rows: Run[][] = [];
  let row: Run[] = [];
  const close = () => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  const endsLine = (piece: Run) =>
    (piece.oldStart === piece.oldEnd || oldText[piece.oldEnd - 1] === '\n') &&
    (piece.newStart === piece.newEnd || newText[piece.newEnd - 1] === '\n');
  for (const run of wordDiff(oldText, newText)) {
    // What came or went as whole paragraphs stands by itself.
    const alone = row.length > 0 && row.every((piece) => piece.kind !== 'equal' && endsLine(piece));
    if (run.kind === 'equal' && alone) close();
    if (run.kind !== 'equal') {
      row.push(run);
      continue;
    }
    for (const { piece, ends } of linesOf(run, oldText, newText)) {
      row.push(piece);
      if (ends) close();
    }
  }
  close();
  return rows;
}

/** An unchanged run by its lines, as far as both texts have the same. A line that is empty in both has no piece. */
function linesOf(run: Run, oldText: string, newText: string): { piece: Run; ends: boolean }[] {
  const lines: { piece: Run; ends: boolean }[] = [];
  let { oldStart, newStart } = run;
  for (;;) {
    const [oldAt, newAt] = [oldText.indexOf('\n', oldStart), newText.indexOf('\n', newStart)];
    if (oldAt < 0 || newAt < 0 || oldAt >= run.oldEnd || newAt >= run.newEnd) break;
    lines.push({
      piece: { kind: 'equal', oldStart, oldEnd: oldAt + 1, newStart, newEnd: newAt + 1 },
      ends: true,
    });
    [oldStart, newStart] = [oldAt + 1, newAt + 1];
  }
  if (oldStart < run.oldEnd || newStart < run.newEnd) {
    const { oldEnd, newEnd } = run;
    lines.push({ piece: { kind: 'equal', oldStart, oldEnd, newStart, newEnd }, ends: false });
  }
  return lines;
}
