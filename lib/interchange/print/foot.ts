import { PALETTE } from '../picture/palette.ts';
import type { Fonts, TextStyle } from '../typeset/fonts.ts';
import { type Line, type PlacedRun, setParagraph } from '../typeset/paragraph.ts';
import { widthOf } from '../typeset/shaping.ts';
import { MARGIN } from './document.ts';
import type { Ink, InkSpan, Pen } from './pen.ts';

const STYLE: TextStyle = { family: 'sans', weight: 400, lang: 'en' };
const SIZE = 8;
/** Room for the number of pages, which is known at the end alone. */
const TOTAL = 34;
const NAME = 'Total';

/** What stands at the foot of every page: some words, and its number of how many. */
export class Foot {
  private readonly doc: PDFKit.PDFDocument;
  private readonly pen: Pen;
  private readonly fonts: Fonts;
  private readonly words: Line<Ink> | undefined;
  /** A drawing that all pages show: so each can be written as soon as it is full. */
  private readonly total: PDFKit.PDFKitReference;
  private readonly fontsOfTotal: Record<string, PDFKit.PDFKitReference> = {};

  private constructor(doc: PDFKit.PDFDocument, pen: Pen, fonts: Fonts, words: Line<Ink> | undefined) {
    this.doc = doc;
    this.pen = pen;
    this.fonts = fonts;
    this.words = words;
    this.total = doc.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-4, -3 * SIZE, 2 * TOTAL, 2 * SIZE],
      Resources: { Font: this.fontsOfTotal },
    });
  }

  static async of(doc: PDFKit.PDFDocument, pen: Pen, fonts: Fonts, words: InkSpan): Promise<Foot> {
    await fonts.load([...'0123456789/ '], STYLE);
    const width = doc.page.width - MARGIN.left - MARGIN.right - 3 * TOTAL;
    const { lines } = await setParagraph(fonts, [words], { width, lines: 1 });
    return new Foot(doc, pen, fonts, lines[0]);
  }

  /** On the open page. */
  draw(page: number): void {
    const right = this.doc.page.width - MARGIN.right;
    const y = this.doc.page.height - 40;
    this.pen.line(MARGIN.left, y - 16, right, y - 16, PALETTE.rule);
    for (const run of this.words?.runs ?? []) this.pen.text(run, MARGIN.left + run.x, y);
    const number = this.run(String(page));
    this.pen.text(number, right - TOTAL - number.width, y);
    this.doc.page.xobjects[NAME] = this.total;
    this.doc.addContent(`q 1 0 0 1 ${right - TOTAL} ${y} cm /${NAME} Do Q`);
  }

  /** When all pages are there. */
  end(pages: number): void {
    const { font, operators } = this.pen.written(this.run(` / ${pages}`), 0, 0);
    this.fontsOfTotal[font.name] = font.reference;
    const colour = [1, 3, 5].map((at) => Number.parseInt(PALETTE.soft.slice(at, at + 2), 16) / 255);
    this.total.end(`${colour.map((part) => part.toFixed(3)).join(' ')} rg ${operators.join('\n')}`);
  }

  private run(text: string): PlacedRun<Ink> {
    const face = this.fonts.faceOf('0', STYLE);
    const reading = { level: 0, lang: STYLE.lang };
    const width = widthOf(face, text, SIZE, reading);
    return { text, face, size: SIZE, x: 0, width, mark: { colour: PALETTE.soft }, ...reading };
  }
}
