import { isRaised, type Line } from './pdf-line.ts';

export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'note';
  /** Of a heading: the larger, the higher. */
  size: number;
  lines: Line[];
}

/** From so many times the size of the body on, a line is a heading; and it is not longer than this. */
const HEADING = 1.15;
const HEADING_LETTERS = 200;
/** Up to so many times the size of the body, a line at the foot is a note. */
const NOTE = 0.92;
const NOTE_START = /^(?:\[?\d{1,3}[\].)]?\s|[*†‡§]\s?)/u;
const ITEM = /^(?:[•‣▪●○◦■□–—\-*·]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)(?=\S)/;
/** So many times the usual distance of baselines, and a new paragraph begins. */
const LEADING = 1.35;
/** A first line set in by so many times its size begins a paragraph; further, it is something else. */
const INDENT = 0.8;
const INDENT_MAX = 5;
/** So many lines, and so large a part of all, are set in where paragraphs begin so. */
const SET_IN_MIN = 3;
const SET_IN_SHARE = 0.04;
/** A line that ends so far before its column does is the last of its paragraph, in parts of the column. */
const SHORT = 0.12;
const ENDS = /[.!?…:;。！？؟][\p{Pf}\p{Pe}"'’”»]*(?:\s?\[?\d{1,3}\]?)?$/u;

/** The size of most of the letters. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [10, 0])[0];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** What is usual in a text: how far its lines are apart, and from where to where they go on one page. */
interface Measure {
  body: number;
  leading: number;
  /** Paragraphs begin with a line that is set in. */
  setsIn: boolean;
  columnOf(line: Line): { left: number; right: number };
}

function measureOf(lines: readonly Line[]): Measure {
  const body = bodySize(lines);
  const steps: number[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const step = before && before.page === line.page ? line.y - before.y : 0;
    if (step > 0 && step < body * 3) steps.push(step);
  }
  const columns = new Map<Line, { left: number; right: number }>();
  for (const group of columnsOf(lines)) {
    const prose = group.filter(({ size }) => Math.abs(size - body) < 1);
    const some = prose.length > 0 ? prose : group;
    const column = { left: commonLeft(some), right: Math.max(...some.map(({ right }) => right)) };
    for (const line of group) columns.set(line, column);
  }
  const measure = {
    body,
    leading: median(steps) || body * 1.2,
    setsIn: false,
    columnOf: (line: Line) => columns.get(line) ?? { left: line.left, right: line.right },
  };
  const setIn = lines.filter((line) => isSetIn(line, measure)).length;
  return { ...measure, setsIn: setIn >= SET_IN_MIN && setIn >= lines.length * SET_IN_SHARE };
}

/** Runs of lines that go down a page. */
function columnsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before && before.page === line.page && line.y > before.y - 1) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Where most lines of a column begin: its edge, but for the lines that are set in. */
function commonLeft(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { left } of lines) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [lines[0]?.left ?? 0, 0])[0];
}

/** Lines whose first run is a raised number, or which begin as notes do, in small type at the foot of a page. */
function isNoteStart(line: Line, body: number): boolean {
  const [first] = line.runs;
  return (
    line.size <= body * NOTE && (NOTE_START.test(line.text) || (first !== undefined && isRaised(first, line)))
  );
}

const isHeading = (line: Line, { body }: Measure) =>
  line.size >= body * HEADING && line.text.length <= HEADING_LETTERS && /\p{L}/u.test(line.text);

function isSetIn(line: Line, measure: Measure): boolean {
  const indent = line.left - measure.columnOf(line).left;
  return indent > INDENT * line.size && indent < INDENT_MAX * line.size;
}

/** Whether a line goes on with the paragraph that the one before it is of. */
function goesOn(before: Line, line: Line, measure: Measure): boolean {
  const column = measure.columnOf(before);
  const isShort = before.right < column.right - (column.right - column.left) * SHORT;
  const endsThere = isShort && ENDS.test(before.text);
  // After a line that is set in itself, only a short one is a paragraph of its own: the others are set in together.
  if (isSetIn(line, measure) && (isShort || !isSetIn(before, measure))) return false;
  const isNewPlace = before.page !== line.page || line.y < before.y - 1;
  if (!isNewPlace) return line.y - before.y <= measure.leading * LEADING && !endsThere;
  const isMidSentence = !ENDS.test(before.text) || /^\p{Ll}/u.test(line.text);
  return !endsThere && (isMidSentence || measure.setsIn);
}

function kindOf(line: Line, measure: Measure, open: Block | undefined): Block['kind'] {
  if (isHeading(line, measure)) return 'heading';
  const isSmall = line.size <= measure.body * NOTE;
  const before = open?.lines.at(-1);
  if (isNoteStart(line, measure.body)) return 'note';
  if (isSmall && open?.kind === 'note' && before?.page === line.page) return 'note';
  return ITEM.test(line.text) ? 'item' : 'paragraph';
}

function belongs(line: Line, kind: Block['kind'], open: Block, measure: Measure): boolean {
  const before = open.lines.at(-1) as Line;
  if (kind === 'heading')
    return (
      open.kind === 'heading' &&
      Math.abs(open.size - line.size) < 0.6 &&
      before.page === line.page &&
      line.y - before.y < line.size * 2
    );
  if (kind === 'note') return open.kind === 'note' && !isNoteStart(line, measure.body);
  if (kind === 'item') return false;
  if (open.kind === 'heading' || open.kind === 'note') return false;
  if (Math.abs(before.size - line.size) > 1.5) return false;
  // The lines of an item are set in under its first one.
  if (open.kind === 'item')
    return before.page === line.page
      ? line.y > before.y &&
          line.y - before.y <= measure.leading * LEADING &&
          line.left >= (open.lines[0] as Line).left - 1 &&
          !(ENDS.test(before.text) && line.left <= (open.lines[0] as Line).left + 1)
      : false;
  return goesOn(before, line, measure);
}

/** A heading in the size of the body is short and is not a sentence. */
const PLAIN_HEADING = /^[\p{Lu}\p{Lo}\p{N}"“„«¿¡].{2,78}[^.,;:!…]$/u;

/** Single lines between paragraphs that say no sentence are headings, set in bold, which cannot be seen here. */
function promoted(blocks: readonly Block[]): Block[] {
  const isProse = (block: Block | undefined) => block?.kind === 'paragraph' && block.lines.length > 1;
  const isPlainHeading = (block: Block, at: number) =>
    block.kind === 'paragraph' &&
    block.lines.length === 1 &&
    isProse(blocks[at - 1]) &&
    isProse(blocks[at + 1]) &&
    PLAIN_HEADING.test(block.lines[0]?.text ?? '');
  return blocks.map((block, at) => (isPlainHeading(block, at) ? { ...block, kind: 'heading' } : block));
}

/**
 * Puts lines, in the order of reading, together into headings, paragraphs, items of lists and notes. A paragraph goes
 * on over notes, columns and pages. O(lines).
 */
export function blocksOf(lines: readonly Line[]): Block[] {
  const measure = measureOf(lines);
  const text: Block[] = [];
  const notes: Block[] = [];
  let last: Block | undefined;
  for (const line of lines) {
    const kind = kindOf(line, measure, last);
    // Notes stand between two parts of one paragraph.
    const open = kind === 'note' ? last : text.at(-1);
    if (open && belongs(line, kind, open, measure)) {
      open.lines.push(line);
      last = open;
      continue;
    }
    last = { kind, size: line.size, lines: [line] };
    (kind === 'note' ? notes : text).push(last);
  }
  return [...promoted(text), ...notes];
}
