import type { Face } from '../typeset/fonts.ts';
import type { PlacedRun, Span } from '../typeset/paragraph.ts';
import { readsFromRight, type Shaped, shape } from '../typeset/shaping.ts';
import { EmbeddedFace } from './embedded-face.ts';
import type { Leads } from './tagging.ts';

/** How a piece of text is drawn besides its font. */
export interface Ink extends Leads {
  colour: string;
  /** The name of its own place. */
  destination?: string;
  strike?: boolean;
  /** Above the line, as a part of its size. */
  raised?: number;
}

export type InkSpan = Span<Ink>;

const rounded = (points: number) => Math.round(points * 1000) / 1000;

/** Draws letters and lines on the open page of a PDF, whose axis points down. */
export class Pen {
  private readonly doc: PDFKit.PDFDocument;
  /** By the face; of one that was full, the next. */
  private readonly faces = new Map<string, EmbeddedFace>();
  private readonly embeddedFaces: EmbeddedFace[] = [];

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc;
  }

  /** A run of text on its baseline. */
  text(run: PlacedRun<Ink>, x: number, baseline: number): void {
    const { size, mark } = run;
    const y = baseline - (mark.raised ?? 0) * size;
    const { font, operators } = this.written(run, x, y);
    this.doc.page.fonts[font.name] = font.reference;
    this.doc.fillColor(mark.colour);
    for (const operator of operators) this.doc.addContent(operator);
    if (mark.strike) this.line(x, y - size * 0.3, x + run.width, y - size * 0.3, mark.colour);
  }

  /** A run in the operators of PDF, and the font that they name. */
  written(run: PlacedRun<Ink>, x: number, y: number): { font: EmbeddedFace; operators: string[] } {
    const { face, level, size, text } = run;
    const font = this.embedded(face);
    const shown = (at: number, shaped: Shaped, fromRight: boolean) =>
      `BT /${font.name} ${size} Tf 1 0 0 -1 ${rounded(at)} ${rounded(y)} Tm ${font.show(shaped, fromRight)} TJ ET`;
    const shaped = shape(face, text, run);
    if (level % 2 === 0 || readsFromRight(text))
      return { font, operators: [shown(x, shaped, level % 2 === 1)] };
    // Marks alone are not turned around by who copies them: they are put down one by one as they are read.
    let at = x + run.width;
    const operators = shaped.letters.toReversed().map((letter) => {
      at -= (letter.advance * size) / face.unitsPerEm;
      return shown(at, { letters: [letter], advance: letter.advance }, true);
    });
    return { font, operators };
  }

  line(x: number, y: number, toX: number, toY: number, colour: string, width = 0.7): void {
    this.doc.moveTo(x, y).lineTo(toX, toY).lineWidth(width).stroke(colour);
  }

  /** A picture on a field of 24 by 24, in strokes. */
  icon(path: string, x: number, y: number, size: number, colour: string): void {
    this.doc
      .save()
      .translate(x, y)
      .scale(size / 24);
    this.doc.lineWidth(2.2).lineCap('round').lineJoin('round').path(path).stroke(colour);
    this.doc.restore();
  }

  /** Writes the fonts. Nothing can be drawn afterwards. */
  end(): void {
    for (const face of this.embeddedFaces) face.end();
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
}
