/** Words of a text, with some of what stands around them. */
export interface Passage {
  before: string;
  exact: string;
  after: string;
}

/** Units of text around a passage that are kept with it: about two sentences. */
export const CONTEXT = 300;
/** So far the end of the context is moved to a space. */
const TO_A_SPACE = 40;

/** What stands at a place of a text (UTF-16), as it is kept: never half a character, and whole words where there are any. */
export function passageAt(text: string, start: number, end: number): Passage {
  const from = start <= CONTEXT ? 0 : wordStart(text, start - CONTEXT, start);
  const to = end + CONTEXT >= text.length ? text.length : wordEnd(text, end + CONTEXT, end);
  return { before: text.slice(from, start), exact: text.slice(start, end), after: text.slice(end, to) };
}

const isSecondHalf = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? '');

function wordStart(text: string, wish: number, limit: number): number {
  const space = text.slice(wish, Math.min(limit, wish + TO_A_SPACE)).search(/\s/u);
  if (space >= 0) return wish + space + 1;
  return isSecondHalf(text, wish) ? wish + 1 : wish;
}

function wordEnd(text: string, wish: number, limit: number): number {
  const space = text.slice(Math.max(limit, wish - TO_A_SPACE), wish).search(/\s\S*$/u);
  if (space >= 0) return Math.max(limit, wish - TO_A_SPACE) + space;
  return isSecondHalf(text, wish) ? wish - 1 : wish;
}
