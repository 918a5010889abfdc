import PDFDocument from 'pdfkit';
import { PALETTE } from '../picture/palette.ts';
import type { Face, Fonts, TextStyle } from '../typeset/fonts.ts';
import { type Line, type PlacedRun, type Span, setParagraph } from '../typeset/paragraph.ts';
import { readsFromRight, type Shaped, shape, widthOf } from '../typeset/shaping.ts';
import { EmbeddedFace } from './embedded-face.ts';

/** How a piece of text is drawn besides its font. */
export interface Ink {
  colour: string;
  link?: string;
  /** A place in the document that it leads to, and the name of its own place. */
  goTo?: string;
  destination?: string;
  strike?: boolean;
  /** Above the line, as a part of its size. */
  raised?: number;
}

export type InkSpan = Span<Ink>;

/** What a reader's software knows of the structure: a type of PDF's and what stands in it. */
export type Structure = PDFKit.PDFStructureElement;

export interface ParagraphOptions {
  parent: Structure;
  tag: string;
  /** From the side where the text begins. */
  indent?: number;
  /** A bullet or a number, in front of the first line. */
  label?: string | undefined;
  /** A line beside it, so far from the side where the text begins. */
  bar?: number;
  before?: number;
  after?: number;
  /** Room that has to be left under it on the page: a heading does not stand alone. */
  keep?: number;
}

/** What letters are drawn by. */
type Drawn = Pick<PlacedRun<Ink>, 'text' | 'face' | 'level' | 'lang' | 'size' | 'width' | 'mark'>;

const MARGIN = { top: 58, bottom: 64, left: 62, right: 62 };
const LEADING = 1.42;

const rounded = (points: number) => Math.round(points * 1000) / 1000;

/** Pages that text is put on from top to bottom, with its structure for those who have it read to them. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  readonly root: Structure;
  private readonly chunks: Buffer[] = [];
  private readonly done: Promise<void>;
  private readonly footer: TextStyle;
  /** By the face; of one that was full, the next. */
  private readonly faces = new Map<string, EmbeddedFace>();
  private readonly embeddedFaces: EmbeddedFace[] = [];
  private y = MARGIN.top;
  private pages = 0;

  constructor(
    fonts: Fonts,
    about: { title: string; lang: string; author: string; created: Date },
    footer: TextStyle,
  ) {
    const { title, lang, author, created } = about;
    this.fonts = fonts;
    this.footer = footer;
    this.doc = new PDFDocument({
      size: 'A4',
      margins: MARGIN,
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang,
      // Bytes depend on what is printed alone.
      info: { Title: title, Author: author, Creator: 'Obelus', Producer: 'Obelus', CreationDate: created },
    });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.done = new Promise((resolve, reject) => {
      this.doc.once('end', resolve).once('error', reject);
    });
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.doc.on('pageAdded', () => this.begin());
    this.doc.addPage();
  }

  get width(): number {
    return this.doc.page.width - MARGIN.left - MARGIN.right;
  }

  private get room(): number {
    return this.doc.page.height - MARGIN.bottom - this.y;
  }

  /** Ends it; resolves with the file. */
  async end(): Promise<Buffer> {
    this.root.end();
    for (const face of this.embeddedFaces) face.end();
    this.doc.end();
    await this.done;
    return Buffer.concat(this.chunks);
  }

  space(height: number): void {
    this.y += height;
  }

  /** A line across the page that says nothing. */
  rule(): void {
    this.makeRoom(20);
    this.artifact(() => this.stroke(MARGIN.left, this.y + 6, MARGIN.left + this.width, PALETTE.rule));
    this.space(14);
  }

  element(tag: string, parent: Structure): Structure {
    const element = this.doc.struct(tag);
    parent.add(element);
    return element;
  }

  /** One paragraph, over as many pages as it takes. */
  async paragraph(spans: readonly InkSpan[], options: ParagraphOptions): Promise<void> {
    if (spans.every(({ text }) => text.trim() === '')) return;
    const { indent = 0, before = 0, after = 6 } = options;
    const { lines, base } = await setParagraph(this.fonts, spans, { width: this.width - indent });
    const fromRight = base % 2 === 1;
    const x = MARGIN.left + (fromRight ? 0 : indent);
    this.space(before);
    this.makeRoom((lines[0]?.size ?? 0) * LEADING + (options.keep ?? 0));
    const element = this.element(options.tag, options.parent);
    await this.put(lines, x, element, options, fromRight);
    element.end();
    this.space(after);
  }

  private async put(
    lines: readonly Line<Ink>[],
    x: number,
    element: Structure,
    options: ParagraphOptions,
    fromRight: boolean,
  ): Promise<void> {
    this.open(element, options.tag);
    for (const [n, line] of lines.entries()) {
      const height = line.size * LEADING;
      if (this.room < height) {
        this.doc.endMarkedContent();
        this.doc.addPage();
        this.open(element, options.tag);
      }
      const baseline = this.y + line.size * 1.05;
      if (n === 0 && options.label) this.label(options, baseline, fromRight, lines[0] as Line<Ink>);
      for (const run of line.runs) this.run(run, x, baseline);
      if (options.bar !== undefined) this.bar(options.bar, height, fromRight);
      this.y += height;
    }
    this.doc.endMarkedContent();
  }

  /** Content of an element begins here; it is marked anew on every page. */
  private open(element: Structure, tag: string): void {
    element.add(this.doc.markStructureContent(tag));
  }

  private run(run: PlacedRun<Ink>, left: number, baseline: number): void {
    const { mark, size } = run;
    const x = left + run.x;
    const y = baseline - (mark.raised ?? 0) * size;
    this.letters(run, x, y);
    if (mark.strike) this.stroke(x, y - size * 0.3, x + run.width, mark.colour);
    this.connect(mark, x, y - size, run.width, size * 1.25);
  }

  private letters(run: Drawn, x: number, y: number): void {
    const { text, face, level, size, mark } = run;
    const embedded = this.embedded(face);
    this.doc.page.fonts[embedded.name] = embedded.reference;
    this.doc.fillColor(mark.colour);
    const show = (at: number, shaped: Shaped, fromRight: boolean) =>
      // The page's own axis points down.
      this.doc.addContent(
        `BT /${embedded.name} ${size} Tf 1 0 0 -1 ${rounded(at)} ${rounded(y)} Tm ${embedded.show(shaped, fromRight)} TJ ET`,
      );
    const shaped = shape(face, text, run);
    if (level % 2 === 0 || readsFromRight(text)) return void show(x, shaped, level % 2 === 1);
    // Marks alone are not turned around by who copies them: they are put down one by one as they are read.
    let at = x + run.width;
    for (const letter of shaped.letters.toReversed()) {
      at -= (letter.advance * size) / face.unitsPerEm;
      show(at, { letters: [letter], advance: letter.advance }, true);
    }
  }

  private embedded(face: Face): EmbeddedFace {
    let embedded = this.faces.get(face.id);
    if (!embedded || embedded.isFull) {
      embedded = new EmbeddedFace(this.doc, face, `F${this.embeddedFaces.length + 1}`);
      this.faces.set(face.id, embedded);
      this.embeddedFaces.push(embedded);
    }
    return embedded;
  }

  private connect(
    { link, goTo, destination }: Ink,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    if (link) this.doc.link(x, y, width, height, link);
    if (goTo) this.doc.goTo(x, y, width, height, goTo);
    if (destination) this.doc.addNamedDestination(destination, 'XYZ', x, y, null as never);
  }

  private label(
    { label = '', indent = 0 }: ParagraphOptions,
    baseline: number,
    fromRight: boolean,
    line: Line<Ink>,
  ) {
    const first = line.runs[0];
    if (!first) return;
    const face = this.fonts.faceOf('0', this.footer);
    const size = line.size;
    const reading = { level: 0, lang: this.footer.lang };
    const width = widthOf(face, label, size, reading);
    const x = fromRight ? MARGIN.left + this.width - indent + 7 : MARGIN.left + indent - width - 7;
    this.run(
      {
        ...first,
        text: label,
        face,
        size,
        ...reading,
        x: 0,
        width,
        mark: { colour: PALETTE.soft },
      },
      x,
      baseline,
    );
  }

  private bar(indent: number, height: number, fromRight: boolean): void {
    const x = fromRight ? MARGIN.left + this.width - indent : MARGIN.left + indent;
    this.doc
      .moveTo(x, this.y)
      .lineTo(x, this.y + height)
      .lineWidth(1.5)
      .stroke(PALETTE.rule);
  }

  /** Cells of equal width beside each other; a row that fits on no page stands below itself. */
  async row(cells: readonly InkSpan[][][], parent: Structure, tags: readonly string[]): Promise<void> {
    const gap = 10;
    const width = (this.width - gap * (cells.length - 1)) / cells.length;
    const set = await Promise.all(
      cells.map(async (blocks) => {
        const paragraphs = await Promise.all(
          blocks.map((spans) => setParagraph(this.fonts, spans, { width })),
        );
        return paragraphs.flatMap(({ lines }) => lines);
      }),
    );
    const heights = set.map((lines) => lines.reduce((sum, { size }) => sum + size * LEADING, 0));
    const height = Math.max(0, ...heights);
    const page = this.doc.page.height - MARGIN.top - MARGIN.bottom;
    const row = this.element('TR', parent);
    if (height <= page) this.makeRoom(height + 8);
    const top = this.y;
    for (const [n, lines] of set.entries()) {
      const cell = this.element(tags[n] ?? 'TD', row);
      if (height <= page) this.y = top;
      const x = MARGIN.left + (height <= page ? n * (width + gap) : 0);
      if (lines.length > 0) await this.put(lines, x, cell, { parent: row, tag: tags[n] ?? 'TD' }, false);
      cell.end();
    }
    row.end();
    if (height <= page) this.y = top + height;
    this.artifact(() => this.stroke(MARGIN.left, this.y + 3, MARGIN.left + this.width, PALETTE.rule));
    this.space(8);
  }

  private stroke(x: number, y: number, to: number, colour: string): void {
    this.doc.moveTo(x, y).lineTo(to, y).lineWidth(0.7).stroke(colour);
  }

  private makeRoom(height: number): void {
    if (this.room < height && this.y > MARGIN.top) this.doc.addPage();
  }

  private artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' } as never);
    draw();
    this.doc.endMarkedContent();
  }

  /** A new page: its number at the foot. */
  private begin(): void {
    this.pages += 1;
    this.y = MARGIN.top;
    const face = this.fonts.faceOf('0', this.footer);
    const number = String(this.pages);
    const reading = { level: 0, lang: this.footer.lang };
    const width = widthOf(face, number, 9, reading);
    const x = (this.doc.page.width - width) / 2;
    const run = { text: number, face, size: 9, width, mark: { colour: PALETTE.soft }, ...reading };
    this.artifact(() => this.letters(run, x, this.doc.page.height - 36));
  }
}
