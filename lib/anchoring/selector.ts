/**
 * How a passage is named: its words, what stands around them, and where it stood (UTF-16 offsets in
 * the text that it was described in). After the TextQuoteSelector and TextPositionSelector of the
 * W3C Web Annotation Data Model, 4.2.4 and 4.2.5.
 */
export interface Selector {
  exact: string;
  prefix?: string;
  suffix?: string;
  start?: number;
  end?: number;
}

/** A selector with everything that {@link describe} knows. */
export type FullSelector = Required<Selector>;

/** The units of context kept on each side; what Hypothesis and the Web Annotation examples use. */
export const CONTEXT = 32;
/** Room to see where a cluster begins that reaches over the end of the context. */
const MARGIN = 64;

let segmenter: Intl.Segmenter | undefined;

/** Each unit of which is a cluster, so that no segmenter is needed. */
const PLAIN = /^[\n\x20-\x7e]*$/;

function clusters(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function contextBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - CONTEXT - MARGIN), start);
  if (PLAIN.test(before)) return before.slice(-CONTEXT);
  let prefix = '';
  for (const cluster of clusters(before).reverse()) {
    if (prefix.length + cluster.length > CONTEXT) break;
    prefix = cluster + prefix;
  }
  return prefix;
}

function contextAfter(text: string, end: number): string {
  const after = text.slice(end, end + CONTEXT + MARGIN);
  if (PLAIN.test(after)) return after.slice(0, CONTEXT);
  let suffix = '';
  for (const cluster of clusters(after)) {
    if (suffix.length + cluster.length > CONTEXT) break;
    suffix += cluster;
  }
  return suffix;
}

/**
 * Names the passage `text.slice(start, end)` (UTF-16 offsets on grapheme borders) so that it can be
 * found again: its words with up to {@link CONTEXT} units on each side, cut at grapheme borders.
 * Throws RangeError for a passage that is empty or not inside the text. O(passage).
 */
export function describe(text: string, start: number, end: number): FullSelector {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`Not a passage of a text of ${text.length} units: ${start}–${end}`);
  }
  return {
    exact: text.slice(start, end),
    prefix: contextBefore(text, start),
    suffix: contextAfter(text, end),
    start,
    end,
  };
}
