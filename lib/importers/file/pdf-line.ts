import { guttersOf } from './pdf-gutter.ts';

/** A run of text as it stands on a page, in points; `y` is its baseline and grows downwards. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  /** Where it leads, if it lies under a link. */
  href: string | null;
}

/** Runs on one baseline without a gap that could part two columns. */
export interface Line {
  runs: Run[];
  text: string;
  left: number;
  right: number;
  y: number;
  /** Of most of its letters. */
  size: number;
  page: number;
}

/** Baselines of one line differ by notes and drop capitals, in parts of the size. */
const SAME_LINE = 0.4;
/** A gap that no justified line has between its words, in parts of the size. */
const GAP = 1.6;
/** A gap that is a space, where none is written. */
const SPACE = 0.18;
/** Smaller and higher than its line: the number of a note. */
const NOTE_SIZE = 0.88;
const RAISED_MIN = 0.1;
const RAISED = 0.75;

function sizeOf(runs: readonly Run[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, -1])[0];
}

const gapBetween = (run: Run, next: Run) =>
  Math.max(next.x - (run.x + run.width), run.x - (next.x + next.width));

/** Whether two runs that follow each other, in either direction, need a space between them. */
export function isApart(run: Run, next: Run): boolean {
  return gapBetween(run, next) > SPACE * Math.min(run.size, next.size);
}

export const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const LEFT_TO_RIGHT = /[\p{L}\p{N}]/u;

/** Runs that stand from left to right in the order in which a line in Arabic or Hebrew is read: numbers and Latin words keep theirs. */
function fromRight(runs: readonly Run[]): Run[] {
  const groups: Run[][] = [];
  let isForeign = false;
  for (const run of runs) {
    const isNow = !RIGHT_TO_LEFT.test(run.text) && LEFT_TO_RIGHT.test(run.text);
    if (isNow && isForeign) groups.at(-1)?.push(run);
    else groups.push([run]);
    isForeign = isNow;
  }
  return groups.reverse().flat();
}

/** The letters behind the forms that Arabic letters have at the beginning, in the middle and at the end of a word. */
const plainLetters = (text: string) =>
  text.replace(/[\uFB50-\uFDFF\uFE70-\uFEFC]/g, (form) => form.normalize('NFKC'));

export function textOf(runs: readonly Run[]): string {
  let text = '';
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    const needsSpace = before && isApart(before, run) && !/\s$/.test(text) && !/^\s/.test(run.text);
    text += `${needsSpace ? ' ' : ''}${run.text}`;
  }
  return text.replace(/\s+/g, ' ').trim();
}

function toLine(inPlace: Run[], page: number): Line {
  const isFromRight =
    inPlace.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length * 2 >
    inPlace.filter(({ text }) => LEFT_TO_RIGHT.test(text)).length;
  const runs = isFromRight
    ? fromRight(inPlace).map((run) => ({ ...run, text: plainLetters(run.text) }))
    : inPlace;
  const [first] = runs;
  const size = sizeOf(runs);
  const base = runs.find((run) => run.size === size) ?? (first as Run);
  return {
    runs,
    text: textOf(runs),
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ x, width }) => x + width)),
    y: base.y,
    size,
    page,
  };
}

/** Whether a run is the number of a note: small, raised, and nothing but digits or marks. */
export function isRaised(run: Run, line: Pick<Line, 'size' | 'y'>): boolean {
  return run.size < NOTE_SIZE * line.size && run.y < line.y - RAISED_MIN * line.size && isNumber(run.text);
}

const isNumber = (text: string) => /^[\s\d*†‡,[\]()]+$/.test(text);

/** The baseline that a run belongs to: of the number of a note, that of the word beside it; else its own. */
function baselineOf(run: Run, runs: readonly Run[]): number {
  if (!isNumber(run.text)) return run.y;
  const beside = runs.find(
    (other) =>
      run.size < NOTE_SIZE * other.size &&
      other.y - run.y > RAISED_MIN * other.size &&
      other.y - run.y < RAISED * other.size &&
      Math.abs(gapBetween(run, other)) < other.size / 2,
  );
  return beside?.y ?? run.y;
}

/** The lines of a page, from top to bottom and from left to right, parted where columns may be. O(n²) in the rows. */
export function linesOf(runs: readonly Run[], page: number): Line[] {
  const rows: { y: number; runs: Run[] }[] = [];
  const written = runs.filter(({ text }) => text.trim() !== '');
  const placed = written.map((run) => ({ run, y: baselineOf(run, written) }));
  for (const { run, y } of placed.sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && y - row.y <= SAME_LINE * Math.max(row.runs[0]?.size ?? 0, run.size)) row.runs.push(run);
    else rows.push({ y, runs: [run] });
  }
  const sorted = rows.map(({ runs: row }) => row.sort((a, b) => a.x - b.x));
  const gutters = guttersOf(sorted);
  return sorted.flatMap((row, at) => partedRow(row, gutters[at] ?? []).map((part) => toLine(part, page)));
}

/** A row in parts: at every gap that no line has between its words, and at the gutters that it has words beside. */
function partedRow(row: readonly Run[], gutters: readonly number[]): Run[][] {
  const parts: Run[][] = [];
  let open: Run[] = [];
  for (const run of row) {
    const last = open.at(-1);
    const end = last ? last.x + last.width : 0;
    const isParted =
      last &&
      (run.x - end > GAP * Math.max(last.size, run.size) ||
        gutters.some((x) => x > end - 1 && x < run.x + 1));
    if (isParted) {
      parts.push(open);
      open = [];
    }
    open.push(run);
  }
  return [...parts, open];
}
