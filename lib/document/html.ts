import type { JSONContent } from '@tiptap/core';
import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model';
import { figureSpec, type ShownImages } from './figure.ts';
import { documentSchema } from './schema.ts';
import { START_ATTRIBUTE } from './selection.ts';

/** A passage to wrap: UTF-16 offsets in the canonical text, and the HTML before and after each piece. */
export interface HtmlRange {
  start: number;
  end: number;
  /** Written before every piece of the passage, so it must not carry an id. */
  open: string;
  close: string;
}

/** HTML to put in at an offset. Its outermost element carries `data-marker`, see selection.ts. */
export interface HtmlMarker {
  at: number;
  html: string;
}

interface HtmlOptions {
  /** Disjoint and sorted by start; may span blocks and inline marks. */
  ranges?: readonly HtmlRange[];
  /** In any order; several at one offset keep their order. */
  markers?: readonly HtmlMarker[];
  /** Pictures that are shown; of all others there is a link. */
  images?: ShownImages | undefined;
}

const HTML_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Makes a text safe between tags and between double quotes. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (char) => HTML_ESCAPES[char] as string) : text;
}

interface Tags {
  open: string;
  close: string;
}

function attributesHtml(attrs: Record<string, unknown>): string {
  let html = '';
  for (const [name, value] of Object.entries(attrs)) {
    // The policy forbids style attributes; what a schema draws must not need them.
    if (value != null && name !== 'style') html += ` ${name}="${escapeHtml(String(value))}"`;
  }
  return html;
}

/** Turns a toDOM spec into what comes before its hole and after it; `holeAttribute` goes on the hole's element. */
function specTags(spec: DOMOutputSpec | 0, holeAttribute: string): Tags & { hole: boolean } {
  if (typeof spec === 'string') return { open: escapeHtml(spec), close: '', hole: false };
  const [tag, ...rest] = spec as readonly [string, ...unknown[]];
  const hasAttributes = rest[0] !== null && typeof rest[0] === 'object' && !Array.isArray(rest[0]);
  const attributes = hasAttributes ? attributesHtml(rest.shift() as Record<string, unknown>) : '';
  let open = '';
  let close = '';
  let hole = false;
  let holeHere = false;
  for (const child of rest) {
    if (child === 0) {
      hole = true;
      holeHere = true;
      continue;
    }
    const inner = specTags(child as DOMOutputSpec, holeAttribute);
    if (hole) close += inner.open + inner.close;
    else open += inner.open;
    if (inner.hole) close = inner.close + close;
    else if (!hole) open += inner.close;
    hole ||= inner.hole;
  }
  const start = `<${tag}${attributes}${holeHere ? holeAttribute : ''}>`;
  return { open: start + open, close: rest.length > 0 ? `${close}</${tag}>` : '', hole };
}

function nodeTags(node: Node, holeAttribute = '', images?: ShownImages): Tags {
  const spec = node.type.name === 'figure' ? figureSpec(node.attrs, images) : node.type.spec.toDOM?.(node);
  if (!spec) throw new RangeError(`The schema does not say how to draw “${node.type.name}”`);
  return specTags(spec, holeAttribute);
}

function markTags(mark: Mark): Tags {
  const spec = mark.type.spec.toDOM?.(mark, true);
  if (!spec) throw new RangeError(`The schema does not say how to draw “${mark.type.name}”`);
  return specTags(spec, '');
}

/** Writes the document from front to back; ranges and markers are consumed on the way. */
class Writer {
  private html: string[] = [];
  private offset = 0;
  private lines = 0;
  private active: Array<{ mark: Mark; close: string }> = [];
  private range = 0;
  private marker = 0;
  private readonly ranges: readonly HtmlRange[];
  private readonly markers: readonly HtmlMarker[];
  private readonly images: ShownImages | undefined;

  constructor(options: HtmlOptions) {
    this.ranges = options.ranges ?? [];
    this.images = options.images;
    this.markers = (options.markers ?? []).toSorted((a, b) => a.at - b.at);
    for (const [index, range] of this.ranges.entries()) {
      if (range.end < range.start || range.start < (this.ranges[index - 1]?.end ?? 0)) {
        throw new RangeError(`Ranges must be disjoint and sorted: ${range.start}–${range.end}`);
      }
    }
  }

  result(): string {
    return this.html.join('');
  }

  children(parent: Node): void {
    parent.forEach((node) => {
      if (node.isTextblock) this.textblock(node);
      else this.block(node);
    });
  }

  private block(node: Node): void {
    const tags = nodeTags(node);
    this.html.push(tags.open);
    this.children(node);
    this.html.push(tags.close);
  }

  private textblock(node: Node): void {
    if (this.lines > 0) this.offset += 1;
    this.lines += 1;
    const tags = nodeTags(node, ` ${START_ATTRIBUTE}="${this.offset}"`, this.images);
    this.html.push(tags.open);
    node.forEach((child) => {
      if (child.isText) this.text(child.text ?? '', child.marks);
      else this.inlineLeaf(child);
    });
    this.putMarkers();
    this.setMarks([]);
    if (needsTrailingBreak(node)) this.html.push('<br class="ProseMirror-trailingBreak">');
    this.html.push(tags.close);
  }

  private text(text: string, marks: readonly Mark[]): void {
    const start = this.offset;
    const end = start + text.length;
    while (this.offset < end) {
      this.putMarkers();
      this.setMarks(marks);
      const range = this.rangeHere();
      const inside = range !== undefined && range.start <= this.offset;
      const border = range === undefined ? end : inside ? range.end : range.start;
      const to = Math.min(end, border, this.markers[this.marker]?.at ?? end);
      const piece = escapeHtml(text.slice(this.offset - start, to - start));
      this.html.push(inside ? range.open + piece + range.close : piece);
      this.offset = to;
    }
  }

  private inlineLeaf(node: Node): void {
    this.putMarkers();
    this.setMarks(node.marks);
    const tags = nodeTags(node);
    this.html.push(tags.open, tags.close);
    this.offset += 1;
  }

  /** The range that holds the offset, or the next one after it. */
  private rangeHere(): HtmlRange | undefined {
    while ((this.ranges[this.range]?.end ?? Number.POSITIVE_INFINITY) <= this.offset) this.range += 1;
    return this.ranges[this.range];
  }

  private putMarkers(): void {
    for (
      let next = this.markers[this.marker];
      next && next.at <= this.offset;
      next = this.markers[this.marker]
    ) {
      this.setMarks([]);
      this.html.push(next.html);
      this.marker += 1;
    }
  }

  /** Closes and opens inline marks as ProseMirror does: what both neighbours share stays open. */
  private setMarks(marks: readonly Mark[]): void {
    let keep = 0;
    while (keep < this.active.length && keep < marks.length) {
      const mark = marks[keep] as Mark;
      if (!mark.eq((this.active[keep] as { mark: Mark }).mark) || mark.type.spec.spanning === false) break;
      keep += 1;
    }
    while (this.active.length > keep) this.html.push((this.active.pop() as { close: string }).close);
    for (const mark of marks.slice(keep)) {
      const { open, close } = markTags(mark);
      this.html.push(open);
      this.active.push({ mark, close });
    }
  }
}

/**
 * ProseMirror's view ends a textblock with such a break where a browser would otherwise draw no
 * last line; the page that it mounts over must have it too, or its lines move.
 */
function needsTrailingBreak(textblock: Node): boolean {
  const { lastChild } = textblock;
  return !lastChild?.isText || lastChild.text?.endsWith('\n') === true;
}

/**
 * Draws a document as HTML: the elements that tiptap draws for it, with {@link START_ATTRIBUTE} on
 * each textblock, and with passages wrapped and markers put in. Wrappers stand innermost, around
 * pieces of text only (they are split at inline marks, blocks, hard breaks and markers); markers
 * stand inside the textblock, outside every inline mark. Needs no DOM and writes no style
 * attribute; everything but `open`, `close` and `html` is escaped. O(size + ranges + markers).
 * Throws RangeError when the document is not one of the schema or the ranges overlap.
 */
export function documentHtml(doc: JSONContent, options: HtmlOptions = {}): string {
  return nodeHtml(documentSchema('article').nodeFromJSON(doc), options);
}

/** The same for a ProseMirror node that exists already. */
function nodeHtml(doc: Node, options: HtmlOptions = {}): string {
  const writer = new Writer(options);
  writer.children(doc);
  return writer.result();
}
