import type { JSONContent } from '@tiptap/core';
import { isSafeHref } from '#lib/document/href.ts';
import { PALETTE, VERDICT_COLOURS } from '../picture/palette.ts';
import { plain } from '../plain.ts';
import type { TextStyle } from '../typeset/fonts.ts';
import type { PrintedArticle, PrintedMark } from './printed.ts';
import type { Ink, InkSpan, ParagraphOptions, Sheet, Structure } from './sheet.ts';

const SIZE = 10.5;
const HEADING_SIZES: Record<number, number> = { 2: 15, 3: 12.5, 4: 11 };
const STEP = 20;
/** More cells than these beside each other would be too narrow to read. */
const MOST_CELLS = 6;

/** Where a block stands in the others. */
interface Around {
  parent: Structure;
  indent: number;
  bar?: number;
  label?: string | undefined;
}

/** Puts the body of an article on a sheet, a number behind each passage that has a note. */
export class Body {
  private readonly sheet: Sheet;
  private readonly lang: string;
  private readonly marks: PrintedMark[];
  private next = 0;
  /** In the canonical text: lib/document/text.ts. */
  private offset = 0;
  private blocks = 0;

  constructor(sheet: Sheet, { lang, marks }: Pick<PrintedArticle, 'lang' | 'marks'>) {
    this.sheet = sheet;
    this.lang = lang;
    this.marks = marks.toSorted((a, b) => a.at - b.at || a.number - b.number);
  }

  async put(document: JSONContent): Promise<void> {
    await this.children(document, { parent: this.sheet.root, indent: 0 });
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
    const element = this.sheet.element(tag, around.parent);
    await this.children(node, { ...around, parent: element });
    element.end();
  }

  private async heading(node: JSONContent, around: Around): Promise<void> {
    const level = Number(node.attrs?.level ?? 2);
    const spans = this.inline(node, { size: HEADING_SIZES[level] ?? 11, weight: 650 });
    await this.sheet.paragraph(spans, {
      ...this.options(around),
      tag: `H${level}`,
      before: 9,
      after: 4,
      keep: 36,
    });
  }

  private async list(node: JSONContent, around: Around): Promise<void> {
    const list = this.sheet.element('L', around.parent);
    const start = Number(node.attrs?.start ?? 1);
    for (const [n, item] of (node.content ?? []).entries()) {
      const label = node.type === 'orderedList' ? `${start + n}.` : '•';
      await this.inside('LI', item, { ...around, parent: list, indent: around.indent + STEP, label });
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
    const table = this.sheet.element('Table', around.parent);
    for (const row of node.content ?? []) {
      const cells = row.content ?? [];
      const set = cells.map((cell) => this.cell(cell));
      if (cells.length > MOST_CELLS) await this.sheet.row([set.flat()], table, ['TD']);
      else
        await this.sheet.row(
          set,
          table,
          cells.map(({ type }) => (type === 'tableHeader' ? 'TH' : 'TD')),
        );
    }
    table.end();
  }

  /** All textblocks in it, whatever they stand in. */
  private cell(node: JSONContent): InkSpan[][] {
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
    const links = { goTo: `note-${number}`, destination: `mark-${number}` };
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
