import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/*
 * The canonical text of a document, in which every offset of an anchor counts (UTF-16 units):
 *
 * - every textblock gives one line, in document order, joined by "\n" — empty ones too, so there
 *   are exactly as many line borders as textblock borders and each cursor position inside a
 *   textblock has an offset of its own;
 * - a hard break is "\n", every other inline leaf U+FFFC;
 * - leaves between blocks (a rule) give nothing.
 *
 * A textblock thus ends at `end`, and the next one starts at `end + 1`. A document whose only
 * textblock is empty has the text "".
 */

/** The names of the schema's textblocks; a unit test holds them against the schema. */
export const TEXTBLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock', 'figure']);

/** One textblock: its type and where its text lies. `end` is exclusive and does not count the "\n". */
interface TextBlock {
  type: string;
  start: number;
  end: number;
  /** Only of headings: 2 to 4. */
  level?: number;
}

function inlineText(node: JSONContent): string {
  let text = '';
  for (const child of node.content ?? []) {
    if (child.type === 'text') text += child.text ?? '';
    else text += child.type === 'hardBreak' ? '\n' : '\uFFFC';
  }
  return text;
}

function eachTextblock(node: JSONContent, visit: (textblock: JSONContent) => void): void {
  if (TEXTBLOCKS.has(node.type ?? '')) visit(node);
  else for (const child of node.content ?? []) eachTextblock(child, visit);
}

/** The canonical text of a document. O(size); the document must be one that the schema accepts. */
export function documentText(doc: JSONContent): string {
  const lines: string[] = [];
  eachTextblock(doc, (textblock) => lines.push(inlineText(textblock)));
  return lines.join('\n');
}

/** The textblocks of a document in order, with their places in its canonical text. O(size). */
export function blocks(doc: JSONContent): TextBlock[] {
  const found: TextBlock[] = [];
  let start = 0;
  eachTextblock(doc, (textblock) => {
    const end = start + inlineText(textblock).length;
    const level = textblock.type === 'heading' ? { level: Number(textblock.attrs?.level ?? 2) } : {};
    found.push({ type: textblock.type ?? '', start, end, ...level });
    start = end + 1;
  });
  return found;
}

/** The offsets at which the blocks that a document consists of begin: a list is one, a rule none. O(size). */
export function blockStarts(doc: JSONContent): number[] {
  const starts: number[] = [];
  let start = 0;
  for (const node of doc.content ?? []) {
    let length = -1;
    eachTextblock(node, (textblock) => {
      length += inlineText(textblock).length + 1;
    });
    if (length < 0) continue;
    starts.push(start);
    start += length + 1;
  }
  return starts;
}

/** Whether a document says nothing: no textblock with anything but white space in it. */
export function isBlank(doc: JSONContent): boolean {
  return !/[^\s\u200B\u2060\uFEFF]/.test(documentText(doc));
}

/** The way between the text of one document and the positions of its ProseMirror node. */
export interface TextMap {
  text: string;
  /**
   * The position of a text offset. Exact for every offset from 0 to `text.length` (each lies in
   * exactly one textblock, its end included); others are clamped. O(log blocks).
   */
  toPos(offset: number): number;
  /**
   * The text offset of a position. Exact inside textblocks. Between two textblocks, `'start'` (the
   * default, for where a selection begins) takes the start of the next one, `'end'` the end of the
   * one before. Clamped at both ends of the document. O(log blocks).
   */
  toOffset(pos: number, side?: 'start' | 'end'): number;
}

interface MappedBlock {
  start: number;
  pos: number;
  length: number;
}

/** The last block for which `key` is at most `value`, or the first one. */
function lastAtMost(list: MappedBlock[], key: 'start' | 'pos', value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] as MappedBlock)[key] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Maps the canonical text of a document node to its positions and back. Inside a textblock both
 * advance together (every inline leaf is one position and one unit), so only the blocks are kept.
 * Building it is O(size).
 */
export function textMap(doc: Node): TextMap {
  const list: MappedBlock[] = [];
  const lines: string[] = [];
  let start = 0;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const line = node.textBetween(0, node.content.size, undefined, (leaf) =>
      leaf.type.name === 'hardBreak' ? '\n' : '\uFFFC',
    );
    list.push({ start, pos: pos + 1, length: line.length });
    lines.push(line);
    start += line.length + 1;
    return false;
  });

  return {
    text: lines.join('\n'),
    toPos(offset) {
      const block = list[lastAtMost(list, 'start', offset)];
      if (!block) return 0;
      return block.pos + Math.min(Math.max(offset - block.start, 0), block.length);
    },
    toOffset(pos, side = 'start') {
      const index = lastAtMost(list, 'pos', pos);
      const block = list[index];
      if (!block) return 0;
      const next = list[index + 1];
      if (pos > block.pos + block.length && side === 'start' && next) return next.start;
      return block.start + Math.min(Math.max(pos - block.pos, 0), block.length);
    },
  };
}
