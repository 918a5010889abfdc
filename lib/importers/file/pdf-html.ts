import { escapeHtml } from '#lib/document/html.ts';
import type { Block } from './pdf-blocks.ts';
import { isApart, isRaised, type Line } from './pdf-line.ts';

const HYPHEN = /(\p{L})[-\u00AD\u2010]$/u;
/** "Haupt- und Nebenlinien": the hyphen stands for a part of the word, and stays. */
const LEFT_OUT_PART = /^(?:und|oder|bzw|sowie|and|or|to|y|o|et|ou|e)\b/iu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」]/u;
const MARKER = /^(?:[•‣▪●○◦■□–—\-*·]|\(?(?:\d{1,2}|[a-z])[.)])\s+/;
const NUMBERED = /^\(?\d{1,2}[.)]\s/;

/** Words of the whole text that are written with a hyphen within a line, in lower case. */
export function hyphenated(lines: readonly Line[]): Set<string> {
  const words = lines.flatMap(({ text }) => text.match(/\p{L}+(?:[-\u2010]\p{L}+)+/gu) ?? []);
  return new Set(words.map((word) => word.toLowerCase().replaceAll('\u2010', '-')));
}

/** What stands between the end of a line and the beginning of the next, and whether the hyphen at the end goes. */
function seam(
  before: string,
  after: string,
  known: ReadonlySet<string>,
): { glue: string; dropsHyphen: boolean } {
  if (HYPHEN.test(before)) {
    if (LEFT_OUT_PART.test(after)) return { glue: ' ', dropsHyphen: false };
    const left = /[\p{L}-]+$/u.exec(before.slice(0, -1))?.[0] ?? '';
    const right = /^\p{L}+/u.exec(after)?.[0] ?? '';
    const isCompound = known.has(`${left}-${right}`.toLowerCase());
    return { glue: '', dropsHyphen: /^\p{Ll}/u.test(after) && !isCompound };
  }
  return { glue: CJK.test(before.at(-1) ?? '') && CJK.test(after[0] ?? '') ? '' : ' ', dropsHyphen: false };
}

/** One line as HTML: links, and raised numbers. */
function lineHtml(line: Line): string {
  let html = '';
  for (const [index, run] of line.runs.entries()) {
    const before = line.runs[index - 1];
    if (before && isApart(before, run) && !/\s$/.test(before.text) && !/^\s/.test(run.text)) html += ' ';
    const text = escapeHtml(run.text.replace(/\s+/g, ' '));
    const words = isRaised(run, line) ? `<sup>${text.trim()}</sup>` : text;
    html += run.href ? `<a href="${escapeHtml(run.href)}">${words}</a>` : words;
  }
  return html.trim();
}

/** The lines of a block as one, with the words that were parted at their ends put together. */
function flowHtml(lines: readonly Line[], known: ReadonlySet<string>): string {
  let html = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before) {
      const { glue, dropsHyphen } = seam(before.text, line.text, known);
      if (dropsHyphen) html = html.replace(/[-\u00AD\u2010](<\/a>)?$/u, '$1');
      html += glue;
    }
    html += lineHtml(line);
  }
  return html;
}

/** The level of each size that headings have: the largest is the title's. */
function levels(blocks: readonly Block[]): Map<number, number> {
  const sizes = new Set(blocks.filter(({ kind }) => kind === 'heading').map(({ size }) => Math.round(size)));
  return new Map([...sizes].sort((a, b) => b - a).map((size, index) => [size, Math.min(index + 1, 4)]));
}

/** Blocks as HTML; known compounds keep their hyphen where a line ends in it. O(size). */
export function blocksHtml(blocks: readonly Block[], known: ReadonlySet<string>): string {
  const levelOf = levels(blocks);
  const html: string[] = [];
  for (const [index, block] of blocks.entries()) {
    const flow = flowHtml(block.lines, known);
    if (block.kind === 'heading') {
      const level = levelOf.get(Math.round(block.size)) ?? 2;
      html.push(`<h${level}>${flow}</h${level}>`);
    } else if (block.kind === 'item') {
      const tag = NUMBERED.test(block.lines[0]?.text ?? '') ? 'ol' : 'ul';
      const isFirst = blocks[index - 1]?.kind !== 'item';
      const isLast = blocks[index + 1]?.kind !== 'item';
      html.push(
        `${isFirst ? `<${tag}>` : ''}<li>${flow.replace(MARKER, '')}</li>${isLast ? `</${tag}>` : ''}`,
      );
    } else html.push(`<p>${flow}</p>`);
  }
  return html.join('\n');
}
