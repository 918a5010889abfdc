import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { HtmlRange } from '#lib/document/html.ts';
import type { TextMap } from '#lib/document/text.ts';
import type { Drawing } from './article-surface.ts';
import { type Block, takes } from './surface-blocks.ts';

interface Wrapper {
  nodeName: string;
  [attribute: string]: string;
}

/** Where no text is wrapped: borders of lines and inline leaves, as in lib/document/html.ts. */
const BETWEEN_TEXT = /[\n\uFFFC]/;

/**
 * Makes ProseMirror's decorations of what the server writes as HTML: wrappers of the same names and attributes, in
 * the same order, and markers of the same HTML. A decoration that stays the same is the same object again, so that
 * ProseMirror sees at a glance which blocks did not change.
 */
export class SurfaceDecorations {
  private readonly mapOf: (doc: Node) => TextMap;
  private kept = new Map<string, Decoration[]>();
  private readonly wrappers = new Map<string, Wrapper[]>();

  constructor(mapOf: (doc: Node) => TextMap) {
    this.mapOf = mapOf;
  }

  /** Of what lies in some blocks: those that the surface draws itself. O(ranges + markers). */
  set(doc: Node, { ranges, markers }: Drawing, blocks: readonly Block[]): DecorationSet {
    const map = this.mapOf(doc);
    const next = new Map<string, Decoration[]>();
    const keep = (key: string, make: () => Decoration[]) => {
      const made = this.kept.get(key) ?? make();
      next.set(key, made);
      return made;
    };
    const all = blocks.flatMap((block) => keep(`block ${block.index}`, () => [takes(block)]));
    for (const { start, end, open } of clip(ranges, blocks)) {
      all.push(...keep(`${start} ${end} ${open}`, () => this.rangeDecorations(map, start, end, open)));
    }
    const seen = new Map<string, number>();
    for (const { at, html } of markers) {
      if (!blocks.some(({ start, end }) => start <= at && at <= end)) continue;
      const key = `${at} ${html}`;
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      all.push(...keep(`${key} ${nth}`, () => [marker(map.toPos(at), html, `${key} ${nth}`)]));
    }
    this.kept = next;
    return DecorationSet.create(doc, all);
  }

  /** One decoration for each wrapper and piece of text; ProseMirror puts later ones outside of earlier ones. */
  private rangeDecorations(map: TextMap, start: number, end: number, open: string): Decoration[] {
    const wrappers = this.parse(open);
    return pieces(map.text, start, end).flatMap(([from, to]) =>
      wrappers.map((wrapper) => Decoration.inline(map.toPos(from), map.toPos(to), wrapper)).reverse(),
    );
  }

  /** The elements that a piece of HTML opens, outermost first. */
  private parse(open: string): Wrapper[] {
    let found = this.wrappers.get(open);
    if (!found) {
      found = [];
      for (let at = fromHtml(open); at; at = at.firstElementChild) {
        const attributes = Object.fromEntries([...at.attributes].map(({ name, value }) => [name, value]));
        found.push({ ...attributes, nodeName: at.localName });
      }
      this.wrappers.set(open, found);
    }
    return found;
  }
}

/** The parts of ranges that lie in the blocks; both are in the order of the text. */
function clip(ranges: readonly HtmlRange[], blocks: readonly Block[]): HtmlRange[] {
  const clipped: HtmlRange[] = [];
  let next = 0;
  for (const range of ranges) {
    while (next < blocks.length && (blocks[next] as Block).end <= range.start) next += 1;
    for (let at = next; at < blocks.length && (blocks[at] as Block).start < range.end; at += 1) {
      const { start, end } = blocks[at] as Block;
      clipped.push({ ...range, start: Math.max(start, range.start), end: Math.min(end, range.end) });
    }
  }
  return clipped;
}

/** The runs of text between borders. */
function pieces(text: string, start: number, end: number): [number, number][] {
  const found: [number, number][] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && !BETWEEN_TEXT.test(text[at] as string)) continue;
    if (at > from) found.push([from, at]);
    from = at + 1;
  }
  return found;
}

/** Outside every inline mark, and without what ProseMirror adds to a widget that can be edited around. */
function marker(pos: number, html: string, key: string): Decoration {
  const make = () => fromHtml(html) ?? document.createElement('span');
  return Decoration.widget(pos, make, {
    key,
    side: -1,
    marks: [],
    raw: true,
    ignoreSelection: true,
    stopEvent: () => true,
  });
}

function fromHtml(html: string): Element | null {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}
