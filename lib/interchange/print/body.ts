import type { JSONContent } from '@tiptap/core';
import { isSafeHref } from '#lib/document/href.ts';
import { PALETTE, VERDICT_COLOURS } from '../picture/palette.ts';
import { plain } from '../plain.ts';
import type { TextStyle } from '../typeset/fonts.ts';
import type { Ink, InkSpan } from './pen.ts';
import type { PrintedArticle, PrintedMark } from './printed.ts';
import type { Label, ParagraphOptions, Sheet } from './sheet.ts';
import type { Cell } from './table.ts';
import type { Structure } from './tagging.ts';

const SIZE = 10.5;
const HEADING_SIZES: Record<number, number> = { 2: 15, 3: 12.5, 4: 11 };
const STEP = 20;

/** Where a block stands in the others. */
interface Around {
  parent: Structure;
  indent: number;
  bar?: number;
  label?: Label | undefined;
}

/** Puts the body of an article on a sheet, a number behind each passage that has a note. */
export class Body {
  private readonly sheet: Sheet;
  private readonly lang: string;
  private readonly marks: PrintedMark[];
  private readonly words: PrintedArticle['words'];
  private readonly outline: PDFKit.PDFOutline;
  /** Of the last heading: levels are not left out on the way down. */
  private level = 1;
  private next = 0;
  /** In the canonical text: lib/document/text.ts. */
  private offset = 0;
  private blocks = 0;

  constructor(
    sheet: Sheet,
    { lang, marks, words }: Pick<PrintedArticle, 'lang' | 'marks' | 'words'>,
    outline: PDFKit.PDFOutline,
  ) {
    this.sheet = sheet;
    this.lang = lang;
    this.words = words;
    this.outline = outline;
    this.marks = marks.toSorted((a, b) => a.at - b.at || a.number - b.number);
  }

  async put(document: JSONContent): Promise<void> {
    await this.children(document, { parent: this.sheet.tags.root, indent: 0 });
  }

  private async children(node: JSONContent, around: Around): Promise<void> {
    // The bullet of an item stands before its first block alone.
    for (const [n, child] of (node.content ?? []).entries())
      await this.block(child, n === 0 ? around : { ...around, label: undefined });
  }

  private async block(node: JSONContent, around: Around): Promise<void> {
    switch (node.type) {
      case 'heading':
        return this.heading(node, around);
      case 'codeBlock':
        return this.sheet.paragraph(this.inline(node, { family: 'sans', size: 9 }), {
          ...this.options(around),
          tag: 'Code',
        });
      case 'figure':
        return this.figure(node, around);
      case 'bulletList':
      case 'orderedList':
        return this.list(node, around);
      case 'blockquote':
        return this.inside('BlockQuote', node, {
          ...around,
          indent: around.indent + STEP,
          bar: around.indent + 6,
        });
      case 'table':
        return this.table(node, around);
      case 'horizontalRule':
        return this.sheet.rule();
      case 'paragraph':
        return this.sheet.paragraph(this.inline(node), this.options(around));
      default:
        return this.children(node, around);
    }
  }

  private options({ parent, indent, bar, label }: Around): ParagraphOptions {
    return { parent, tag: 'P', indent, label, ...(bar === undefined ? {} : { bar }) };
  }

  private async inside(tag: string, node: JSONContent, around: Around): Promise<void> {
    const element = this.sheet.tags.element(tag, around.parent);
    await this.children(node, { ...around, parent: element });
    element.end();
  }

  private async heading(node: JSONContent, around: Around): Promise<void> {
    const given = Number(node.attrs?.level ?? 2);
    this.level = Math.min(given, this.level + 1);
    const spans = this.inline(node, { size: HEADING_SIZES[given] ?? 11, weight: 650 });
    // The numbers of notes are none of its words.
    const title = plain((node.content ?? []).map(({ text = ' ' }) => text).join(''));
    await this.sheet.paragraph(spans, {
      ...this.options(around),
      tag: `H${this.level}`,
      before: 9,
      after: 4,
      keep: 36,
      bookmark: { title, under: this.outline },
    });
  }

  private async list(node: JSONContent, around: Around): Promise<void> {
    const { tags } = this.sheet;
    const list = tags.element('L', around.parent);
    const start = Number(node.attrs?.start ?? 1);
    for (const [n, entry] of (node.content ?? []).entries()) {
      const item = tags.element('LI', list);
      const text = node.type === 'orderedList' ? `${start + n}.` : '•';
      const label = { text, element: tags.element('Lbl', item) };
      await this.inside('LBody', entry, { ...around, parent: item, indent: around.indent + STEP, label });
      item.end();
    }
    list.end();
  }

  /** Pictures stay where they are; what they show is said, with a link. */
  private async figure(node: JSONContent, around: Around): Promise<void> {
    const { src, alt } = node.attrs ?? {};
    const link = isSafeHref(src) ? src : undefined;
    const caption = this.inline(node, {
      italic: true,
      size: 9.5,
      colour: PALETTE.soft,
      ...(link ? { link } : {}),
    });
    const said = typeof alt === 'string' && alt !== '' ? alt : (link ?? '');
    const ink = { italic: true, size: 9.5, colour: PALETTE.soft, ...(link ? { link } : {}) };
    const spans = caption.some(({ text }) => text.trim()) ? caption : [this.span(said, ink)];
    await this.sheet.paragraph(spans, { ...this.options(around), tag: 'P' });
  }

  private async table(node: JSONContent, around: Around): Promise<void> {
    const table = this.sheet.tags.element('Table', around.parent);
    const rows = (node.content ?? []).map((row, n) =>
      (row.content ?? []).map((cell) => this.cell(cell, n === 0)),
    );
    await this.sheet.table(rows, table);
    table.end();
  }

  private cell(node: JSONContent, isFirstRow: boolean): Cell {
    const { colspan = 1, rowspan = 1 } = node.attrs ?? {};
    const isHeader = node.type === 'tableHeader';
    return {
      blocks: this.cellBlocks(node),
      tag: isHeader ? 'TH' : 'TD',
      span: Math.max(1, Number(colspan)),
      attributes: {
        ...(isHeader ? { Scope: isFirstRow ? 'Column' : 'Row' } : {}),
        ...(colspan > 1 ? { ColSpan: Number(colspan) } : {}),
        ...(rowspan > 1 ? { RowSpan: Number(rowspan) } : {}),
      },
    };
  }

  /** All textblocks in it, whatever they stand in. */
  private cellBlocks(node: JSONContent): InkSpan[][] {
    const weight = node.type === 'tableHeader' ? 650 : 400;
    const found: InkSpan[][] = [];
    const visit = (inner: JSONContent) => {
      const isText = ['paragraph', 'heading', 'codeBlock', 'figure'].includes(inner.type ?? '');
      if (isText) found.push(this.inline(inner, { size: 9.5, weight }));
      else inner.content?.forEach(visit);
    };
    node.content?.forEach(visit);
    return found;
  }

  private span(text: string, look: Look): InkSpan {
    const { family = 'serif', weight = 400, italic = false, size = SIZE, ...ink } = look;
    const style: TextStyle = { family, weight, italic, lang: this.lang };
    return { text: plain(text), style, size, mark: { colour: PALETTE.ink, ...ink } };
  }

  /** A textblock in spans; counts its offsets, and puts the numbers of notes in. */
  private inline(node: JSONContent, base: Look = {}): InkSpan[] {
    if (this.blocks > 0) this.offset += 1;
    this.blocks += 1;
    const spans: InkSpan[] = [];
    for (const child of node.content ?? []) {
      const text = child.type === 'text' ? (child.text ?? '') : child.type === 'hardBreak' ? '\n' : '\uFFFC';
      const look = { ...base, ...lookOf(child) };
      let from = 0;
      for (let mark = this.due(text.length); mark; mark = this.due(text.length - from)) {
        const to = from + Math.max(0, mark.at - this.offset);
        spans.push(this.span(text.slice(from, to), look), this.number(mark));
        this.offset += to - from;
        from = to;
      }
      spans.push(this.span(text.slice(from), look));
      this.offset += text.length - from;
    }
    return spans;
  }

  /** The next mark, if it stands within so many units. */
  private due(length: number): PrintedMark | null {
    const mark = this.marks[this.next];
    if (!mark || mark.at > this.offset + length) return null;
    this.next += 1;
    return mark;
  }

  private number({ number, look }: PrintedMark): InkSpan {
    const colour = look === 'remark' || look === 'folded' ? PALETTE.soft : VERDICT_COLOURS[look];
    const says = `${this.words.notes} ${number}`;
    const links = { goTo: `note-${number}`, destination: `mark-${number}`, says };
    return this.span(`\u00A0${number}`, {
      family: 'sans',
      weight: 650,
      size: SIZE * 0.66,
      colour,
      raised: 0.55,
      ...links,
    });
  }
}

type Look = Partial<Omit<TextStyle, 'lang'> & { size: number } & Ink>;

function lookOf({ marks = [] }: JSONContent): Look {
  const look: Look = {};
  for (const { type, attrs } of marks) {
    if (type === 'bold') look.weight = 700;
    if (type === 'italic') look.italic = true;
    if (type === 'strike') look.strike = true;
    if (type === 'code') Object.assign(look, { family: 'sans', size: SIZE * 0.9 });
    if (type === 'superscript') Object.assign(look, { size: SIZE * 0.7, raised: 0.5 });
    if (type === 'subscript') Object.assign(look, { size: SIZE * 0.7, raised: -0.2 });
    if (type === 'link' && isSafeHref(attrs?.href))
      Object.assign(look, { link: attrs.href, colour: PALETTE.accent });
  }
  return look;
}
