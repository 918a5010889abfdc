/** A span in a text, in UTF-16 units. */
export interface Place {
  text: CountedText;
  start: number;
  end: number;
}

export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix?: string;
  suffix?: string;
}

export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector;

/** How much around the words tells them from the same words elsewhere. */
const CONTEXT = 32;

/** A place by its words and by its position. The model counts characters (code points), not units; neither is cut in half. */
export function placeSelectors({ text: counted, start, end }: Place): Selector[] {
  const { text } = counted;
  const prefix = wholeFrom(text.slice(Math.max(0, start - CONTEXT), start));
  const suffix = wholeUpTo(text.slice(end, end + CONTEXT));
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      ...(prefix ? { prefix } : {}),
      ...(suffix ? { suffix } : {}),
    },
    { type: 'TextPositionSelector', start: counted.before(start), end: counted.before(end) },
  ];
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

const wholeFrom = (text: string) => (isLow(text.charCodeAt(0)) ? text.slice(1) : text);
const wholeUpTo = (text: string) => (isHigh(text.charCodeAt(text.length - 1)) ? text.slice(0, -1) : text);

/** A text that tells how many characters stand before a unit: once through it for places in its order. */
export class CountedText {
  readonly text: string;
  private unit = 0;
  private count = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The second half of a pair counts nothing. */
  before(unit: number): number {
    if (unit < this.unit) this.unit = this.count = 0;
    for (; this.unit < unit; this.unit += 1) if (!isLow(this.text.charCodeAt(this.unit))) this.count += 1;
    return this.count;
  }
}
