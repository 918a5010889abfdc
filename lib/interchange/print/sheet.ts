import { PALETTE } from '../picture/palette.ts';
import type { Fonts, TextStyle } from '../typeset/fonts.ts';
import { type Line, setParagraph } from '../typeset/paragraph.ts';
import { type About, MARGIN, openDocument } from './document.ts';
import { Foot } from './foot.ts';
import { type Ink, type InkSpan, Pen } from './pen.ts';
import { type Cell, type Columns, columnsOf } from './table.ts';
import { type Structure, Tagging } from './tagging.ts';

export interface ParagraphOptions {
  parent: Structure;
  tag: string;
  /** From the side where the text begins. */
  indent?: number;
  /** A bullet or a number, in front of the first line. */
  label?: Label | undefined;
  /** A picture in front of the first line, which says nothing that the words do not. */
  icon?: { path: string; colour: string };
  /** A line beside it, so far from the side where the text begins. */
  bar?: number;
  before?: number;
  after?: number;
  /** Room that has to be left under it on the page: a heading does not stand alone. */
  keep?: number;
  /** It can be jumped to by this title. */
  bookmark?: { title: string; under: PDFKit.PDFOutline };
}

export interface Label {
  text: string;
  colour?: string;
  weight?: number;
  /** What it belongs to in the structure. */
  element: Structure;
}

const LEADING = 1.42;
/** Lines of a paragraph that stay together at the end of a page, and at the beginning. */
const TOGETHER = 2;
const LABEL_GAP = 7;

/** Pages that text is put on from top to bottom, with its structure for those who have it read to them. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly tags: Tagging;
  private readonly fonts: Fonts;
  private readonly pen: Pen;
  private readonly chunks: Buffer[] = [];
  private readonly done: Promise<void>;
  private foot: Foot | null = null;
  private y = MARGIN.top;
  private pages = 1;

  constructor(fonts: Fonts, about: About) {
    this.fonts = fonts;
    this.doc = openDocument(about);
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.done = new Promise((resolve, reject) => {
      this.doc.once('end', resolve).once('error', reject);
    });
    this.doc.addPage();
    this.pen = new Pen(this.doc);
    this.tags = new Tagging(this.doc, about.lang);
  }

  get width(): number {
    return this.doc.page.width - MARGIN.left - MARGIN.right;
  }

  private get room(): number {
    return this.doc.page.height - MARGIN.bottom - this.y;
  }

  /** Words at the foot of every page, beside its number. */
  async standOn(words: InkSpan): Promise<void> {
    this.foot = await Foot.of(this.doc, this.pen, this.fonts, words);
  }

  /** Ends it; resolves with the file. */
  async end(): Promise<Buffer> {
    this.tags.root.end();
    this.endPage();
    this.foot?.end(this.pages);
    this.pen.end();
    this.doc.end();
    await this.done;
    return Buffer.concat(this.chunks);
  }

  private endPage(): void {
    this.tags.leave();
    this.tags.artifact('Pagination', () => this.foot?.draw(this.pages));
  }

  space(height: number): void {
    this.y += height;
  }

  /** A line across the page that says nothing. */
  rule(): void {
    this.makeRoom(20);
    this.across(this.y + 6);
    this.space(14);
  }

  private across(y: number): void {
    this.tags.artifact('Layout', () =>
      this.pen.line(MARGIN.left, y, MARGIN.left + this.width, y, PALETTE.rule),
    );
  }

  /** One paragraph, over as many pages as it takes. */
  async paragraph(spans: readonly InkSpan[], options: ParagraphOptions): Promise<void> {
    if (spans.every(({ text }) => text.trim() === '')) return;
    const { indent = 0, before = 0, after = 6 } = options;
    const { lines, base } = await setParagraph(this.fonts, spans, { width: this.width - indent });
    const fromRight = base % 2 === 1;
    // None but the last would stand on the next page alone.
    const together = lines.length <= TOGETHER + 1 ? lines.length : TOGETHER;
    const height = lines.slice(0, together).reduce((sum, { size }) => sum + size * LEADING, 0);
    if (this.y > MARGIN.top) this.space(before);
    this.makeRoom(height + (options.keep ?? 0));
    if (options.bookmark) this.bookmark(options.bookmark);
    const label = options.label && (await this.labelOf(options.label, lines[0]?.size ?? 0));
    const element = this.tags.element(options.tag, options.parent, spans[0]?.style.lang);
    const x = MARGIN.left + (fromRight ? 0 : indent);
    this.put(lines, element, { ...options, x, fromRight, label });
    element.end();
    this.space(after);
  }

  private bookmark({ title, under }: { title: string; under: PDFKit.PDFOutline }): void {
    under.addItem(title, { top: Math.max(0, this.y - 8), left: this.doc.page.width } as never);
  }

  private put(lines: readonly Line<Ink>[], element: Structure, options: Putting): void {
    let top = this.y;
    for (const [n, line] of lines.entries()) {
      const height = line.size * LEADING;
      if (this.breaksBefore(n, lines)) {
        this.bar(options, top);
        this.nextPage();
        top = this.y;
      }
      const baseline = this.y + line.size * 1.05;
      if (n === 0) this.front(options, baseline, line.size);
      for (const run of line.runs) {
        this.tags.enter(element, options.tag, run.mark);
        const x = options.x + run.x;
        this.pen.text(run, x, baseline);
        this.tags.connect({ x, y: baseline - run.size, width: run.width, height: run.size * 1.25 });
        const { destination } = run.mark;
        if (destination) this.doc.addNamedDestination(destination, 'XYZ', x, this.y, null as never);
      }
      this.y += height;
    }
    this.tags.leave();
    this.bar(options, top);
  }

  /** Where there is no room for a line; and a line earlier where only the last would stand on the next page. */
  private breaksBefore(n: number, lines: readonly Line<Ink>[]): boolean {
    const height = (lines[n]?.size ?? 0) * LEADING;
    if (this.y === MARGIN.top) return false;
    const isLastButOne = n === lines.length - 2 && n >= TOGETHER;
    return this.room < height + (isLastButOne ? (lines[n + 1]?.size ?? 0) * LEADING : 0);
  }

  /** What stands in front of the first line. */
  private front({ label, icon, x, fromRight, indent = 0 }: Putting, baseline: number, size: number): void {
    if (icon) {
      const side = size * 1.25;
      const at = fromRight ? x + this.width - indent + side * 0.3 : x - side * 1.3;
      this.tags.artifact('Layout', () => this.pen.icon(icon.path, at, baseline - size, side, icon.colour));
    }
    if (!label) return;
    const { line, element } = label;
    const at = fromRight
      ? x + this.width - indent + LABEL_GAP
      : x - line.width - LABEL_GAP - (icon ? size * 1.6 : 0);
    for (const run of line.runs) {
      this.tags.enter(element, 'Lbl', run.mark);
      this.pen.text(run, at + run.x, baseline);
    }
    this.tags.leave();
    element.end();
  }

  private async labelOf({ text, colour = PALETTE.soft, weight = 400, element }: Label, size: number) {
    const style: TextStyle = { family: 'sans', weight, lang: 'en' };
    const { lines } = await setParagraph(this.fonts, [{ text, style, size, mark: { colour } }], {
      width: 100,
      lines: 1,
    });
    return lines[0] && { line: lines[0], element };
  }

  private bar({ bar, fromRight }: Putting, top: number): void {
    if (bar === undefined || this.y <= top) return;
    const x = fromRight ? MARGIN.left + this.width - bar : MARGIN.left + bar;
    this.tags.artifact('Layout', () => this.pen.line(x, top, x, this.y, PALETTE.rule, 1.5));
  }

  /** A table whose first row, if it is of headings, stands again on every page that it goes on to. */
  async table(rows: readonly (readonly Cell[])[], parent: Structure): Promise<void> {
    const natural = new Map<Cell, number>();
    for (const cell of rows.flat()) natural.set(cell, await this.natural(cell));
    const columns = columnsOf(rows, this.width, (cell) => natural.get(cell) ?? 0);
    const [first] = rows;
    const head = columns && first?.every(({ tag }) => tag === 'TH') ? await this.set(first, columns) : null;
    for (const [n, cells] of rows.entries()) {
      const set = await this.set(cells, columns);
      const beside = columns !== null && heightOf(set) <= this.wholePage - heightOf(head ?? []) - 30;
      if (beside && this.room < heightOf(set) + 8 && this.y > MARGIN.top) {
        this.nextPage();
        if (head && n > 0) this.again(head);
      }
      this.row(set, parent, beside);
    }
  }

  private get wholePage(): number {
    return this.doc.page.height - MARGIN.top - MARGIN.bottom;
  }

  /** How wide its words are on one line. */
  private async natural({ blocks }: Cell): Promise<number> {
    const set = await Promise.all(
      blocks.map((spans) => setParagraph(this.fonts, spans, { width: this.width })),
    );
    return Math.max(0, ...set.flatMap(({ lines }) => lines.map(({ width }) => width)));
  }

  private async set(cells: readonly Cell[], columns: Columns | null): Promise<SetCell[]> {
    let column = 0;
    return Promise.all(
      cells.map(async (cell) => {
        const [from, to] = [column, column + cell.span - 1];
        column = to + 1;
        const x = columns?.starts[from] ?? 0;
        const width = columns ? (columns.starts[to] ?? 0) + (columns.widths[to] ?? 0) - x : this.width;
        const set = await Promise.all(cell.blocks.map((spans) => setParagraph(this.fonts, spans, { width })));
        return { cell, x, lines: set.flatMap(({ lines }) => lines) };
      }),
    );
  }

  /** Cells beside each other, or each below the one before. */
  private row(set: readonly SetCell[], parent: Structure, beside: boolean): void {
    const row = this.tags.element('TR', parent);
    const top = this.y;
    for (const { cell, x, lines } of set) {
      const element = this.tags.element(cell.tag, row, cell.blocks[0]?.[0]?.style.lang);
      (element as unknown as Attributed).dictionary.data.A = { O: 'Table', ...cell.attributes };
      if (beside) this.y = top;
      const at = MARGIN.left + (beside ? x : 0);
      this.put(lines, element, { parent: row, tag: cell.tag, x: at, fromRight: false, label: undefined });
      element.end();
    }
    row.end();
    if (beside) this.y = top + heightOf(set);
    this.across(this.y + 3);
    this.space(8);
  }

  private again(head: readonly SetCell[]): void {
    const top = this.y;
    this.tags.artifact('Pagination', () => {
      for (const { x, lines } of head) {
        let y = top;
        for (const line of lines) {
          for (const run of line.runs) this.pen.text(run, MARGIN.left + x + run.x, y + line.size * 1.05);
          y += line.size * LEADING;
        }
      }
    });
    this.y = top + heightOf(head);
    this.across(this.y + 3);
    this.space(8);
  }

  private makeRoom(height: number): void {
    if (this.room < height && this.y > MARGIN.top) this.nextPage();
  }

  private nextPage(): void {
    this.endPage();
    this.doc.addPage();
    this.pages += 1;
    this.y = MARGIN.top;
  }
}

interface Putting extends Omit<ParagraphOptions, 'label'> {
  x: number;
  fromRight: boolean;
  label: { line: Line<Ink>; element: Structure } | undefined;
}

interface SetCell {
  cell: Cell;
  /** From the left of the table. */
  x: number;
  lines: Line<Ink>[];
}

const heightOf = (cells: readonly SetCell[]) =>
  Math.max(0, ...cells.map(({ lines }) => lines.reduce((sum, { size }) => sum + size * LEADING, 0)));

interface Attributed {
  dictionary: { data: Record<string, unknown> };
}
