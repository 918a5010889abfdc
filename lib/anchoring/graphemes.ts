import type { Place } from './locate.ts';

let segmenter: Intl.Segmenter | undefined;

/**
 * The borders of what a reader takes for one character (Unicode, UAX 29). Between letters of the Latin
 * alphabet and the like every offset is one; elsewhere Intl.Segmenter tells.
 */
export class Graphemes {
  private readonly text: string;
  private segments: Intl.Segments | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The passage with the graphemes that it cuts whole. */
  around({ start, end }: Place): Place {
    return { start: this.startAt(start), end: this.endAt(end) };
  }

  private startAt(at: number): number {
    if (this.isPlain(at)) return at;
    return this.segmentAt(at)?.index ?? at;
  }

  private endAt(at: number): number {
    if (this.isPlain(at)) return at;
    const segment = this.segmentAt(at);
    return segment === undefined || segment.index === at ? at : segment.index + segment.segment.length;
  }

  private segmentAt(at: number): Intl.SegmentData | undefined {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    this.segments ??= segmenter.segment(this.text);
    return this.segments.containing(at);
  }

  /** No grapheme goes over this offset, for neither side is anything that joins. */
  private isPlain(at: number): boolean {
    if (at <= 0 || at >= this.text.length) return true;
    const [before, after] = [this.text.charCodeAt(at - 1), this.text.charCodeAt(at)];
    return before < 0x300 && after < 0x300 && !(before === 13 && after === 10);
  }
}
