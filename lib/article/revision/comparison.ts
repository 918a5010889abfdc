import { type Run, wordDiff } from '#lib/anchoring/word-diff.ts';
import { type Move, movesOf } from './moves.ts';
import { type Pairing, pairParagraphs, type Span } from './paragraphs.ts';

/**
 * What stands side by side in a comparison: a paragraph with its counterpart, or one that has none. `piece`s follow each
 * other without a gap; offsets are UTF-16 in the one text and in the other.
 */
export type ComparisonRow =
  | { kind: 'changed' | 'same'; pieces: Run[] }
  /** A paragraph that went to another place, and the same where it stands now. They bear the same number, from one on. */
  | { kind: 'moved-away'; pieces: Run[]; move: number; isUp: boolean }
  /** `edited`: how it differs from what it was, where it does; offsets are those of both texts. */
  | { kind: 'moved-here'; pieces: Run[]; move: number; isUp: boolean; edited: Run[] | null }
  /** So many paragraphs that are the same, left out. */
  | { kind: 'folded'; count: number };

export interface Comparison {
  rows: ComparisonRow[];
  /** So many rows differ. */
  changed: number;
  /** So many paragraphs stand elsewhere. */
  moved: number;
  /** So many rows are left out at the end: there are too many to be read. */
  leftOut: number;
}

/** Unchanged paragraphs that are shown before and behind one that changed. */
const AROUND = 1;
/** More rows with changes, or units of text in them, are not shown: who wants to read them reads the revisions. */
const MOST_CHANGED = 200;
const MOST_UNITS = 120_000;

type Shown = Exclude<ComparisonRow, { kind: 'folded' }>;

/**
 * Compares two texts paragraph by paragraph and word by word. What is the same is folded up but for a paragraph around
 * each change, so that the result grows with the changes and not with the texts, and not without end. O(length).
 */
export function compareRevisions(oldText: string, newText: string): Comparison {
  const rows = rowsOf(oldText, newText);
  const kept: ComparisonRow[] = [];
  const counts = { changed: 0, moved: 0, leftOut: 0 };
  let [shown, units] = [0, 0];
  const near = nearChanges(rows);
  for (const [at, row] of rows.entries()) {
    const isChanged = row.kind !== 'same';
    if (row.kind === 'changed') counts.changed += 1;
    if (row.kind === 'moved-here') counts.moved += 1;
    if (isChanged) shown += 1;
    if (isChanged && (shown > MOST_CHANGED || units > MOST_UNITS)) counts.leftOut += 1;
    if (counts.leftOut > 0) continue;
    if (near[at]) {
      kept.push(row);
      for (const piece of row.pieces) units += piece.oldEnd - piece.oldStart + piece.newEnd - piece.newStart;
    } else {
      const last = kept.at(-1);
      if (last?.kind === 'folded') last.count += 1;
      else kept.push({ kind: 'folded', count: 1 });
    }
  }
  return { rows: kept, ...counts };
}

/** Which rows are changed or stand beside one that is. */
function nearChanges(rows: readonly Shown[]): boolean[] {
  const near = rows.map(() => false);
  for (const [at, row] of rows.entries()) {
    if (row.kind !== 'same') near.fill(true, Math.max(0, at - AROUND), at + AROUND + 1);
  }
  return near;
}

function rowsOf(oldText: string, newText: string): Shown[] {
  const pairings = pairParagraphs(oldText, newText);
  const moves = movesOf(pairings, oldText, newText);
  let [oldAt, newAt] = [0, 0];
  return pairings.map((pairing, at) => {
    const { old, now } = pairing;
    const pieces = piecesOf(pairing, { oldAt, newAt }, oldText, newText);
    [oldAt, newAt] = [old?.end ?? oldAt, now?.end ?? newAt];
    const move = moves.get(at);
    if (!move) {
      const isSame = pieces.every(({ kind }) => kind === 'equal');
      return { kind: isSame ? 'same' : 'changed', pieces };
    }
    const { number, isUp } = move;
    if (now === null) return { kind: 'moved-away', pieces, move: number, isUp };
    return { kind: 'moved-here', pieces, move: number, isUp, edited: editedOf(move, now, oldText, newText) };
  });
}

function piecesOf(
  { old, now }: Pairing,
  at: { oldAt: number; newAt: number },
  oldText: string,
  newText: string,
): Run[] {
  if (old && now) return differenceOf(old, now, oldText, newText);
  const { oldAt, newAt } = at;
  return old
    ? [{ kind: 'removed', oldStart: old.start, oldEnd: old.end, newStart: newAt, newEnd: newAt }]
    : [
        {
          kind: 'inserted',
          oldStart: oldAt,
          oldEnd: oldAt,
          newStart: now?.start ?? 0,
          newEnd: now?.end ?? 0,
        },
      ];
}

function editedOf({ from }: Move, now: Span, oldText: string, newText: string): Run[] | null {
  const runs = differenceOf(from, now, oldText, newText);
  return runs.every(({ kind }) => kind === 'equal') ? null : runs;
}

/** Two stretches word by word. */
function differenceOf(old: Span, now: Span, oldText: string, newText: string): Run[] {
  const [before, after] = [oldText.slice(old.start, old.end), newText.slice(now.start, now.end)];
  return readable(wordDiff(before, after), before).map((run) => ({
    kind: run.kind,
    oldStart: run.oldStart + old.start,
    oldEnd: run.oldEnd + old.start,
    newStart: run.newStart + now.start,
    newEnd: run.newEnd + now.start,
  }));
}

/** Fewer letters between two replacements ("the", a comma) are taken for a part of it. */
const LEAST_BETWEEN = 4;

/** A difference in which what was replaced is not torn at every "the" and full stop that both happen to have. */
function readable(runs: readonly Run[], before: string): Run[] {
  const isReplaced = (at: number) => runs[at]?.kind === 'removed' && runs[at + 1]?.kind === 'inserted';
  const done: Run[] = [];
  for (const [at, run] of runs.entries()) {
    const letters = before.slice(run.oldStart, run.oldEnd).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    const isBetween = run.kind === 'equal' && isReplaced(at - 2) && isReplaced(at + 1);
    // A full stop stays: sentences are read one by one.
    const isTorn = isBetween && letters > 0 && letters < LEAST_BETWEEN;
    if (isTorn) {
      const { oldStart, oldEnd, newStart, newEnd } = run;
      join(done, { kind: 'removed', oldStart, oldEnd, newStart, newEnd: newStart });
      join(done, { kind: 'inserted', oldStart: oldEnd, oldEnd, newStart, newEnd });
    } else join(done, run);
  }
  return done;
}

/** Puts a removal or an insertion to the replacement before it; what went stands before what came. */
function join(done: Run[], run: Run): void {
  const [last, other] = [done.at(-1), done.at(-2)];
  if (run.kind === 'inserted' && last?.kind === 'inserted') last.newEnd = run.newEnd;
  else if (run.kind === 'removed' && last?.kind === 'inserted' && other?.kind === 'removed') {
    other.oldEnd = run.oldEnd;
    [last.oldStart, last.oldEnd] = [run.oldEnd, run.oldEnd];
  } else done.push({ ...run });
}
