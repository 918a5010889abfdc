import { locator } from '#lib/anchoring/locate.ts';

/** How a quote stands to a page: where in its text (UTF-16), and which words differ. */
export interface QuoteCheck {
  state: 'no-quote' | 'verified' | 'altered' | 'missing';
  start: number | null;
  end: number | null;
  changes: { before: string; after: string }[];
}

/** Where words were left out of a quote, with or without brackets. Three points in a row are one sign. */
const OMISSION = /\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,})\s*/u;
/** Quotation marks that somebody put around the whole. */
const AROUND = /^[\s"'“”„«»‘’‚‹›「」『』]+|[\s"'“”„«»‘’‚‹›「」『』]+$/gu;
/** A quote may leave words out that often; what is in more pieces is no quotation. */
const MOST_PARTS = 12;

/**
 * Looks for a quote in the text of a page. Words that were left out and marked so are no difference: then each piece has
 * to stand there, in order. Quotation marks around it, forms of quotes and dashes and white space may differ.
 */
export function checkQuote(text: string, quote: string): QuoteCheck {
  const parts = quote.replace(AROUND, '').split(OMISSION).filter(Boolean).slice(0, MOST_PARTS);
  if (parts.length === 0) return { state: 'no-quote', start: null, end: null, changes: [] };
  const find = locator(text);
  let from = 0;
  let start: number | null = null;
  for (const part of parts) {
    const found = find({ exact: part });
    const places = found.found ? [found] : found.why === 'target-ambiguous' ? found.places : [];
    const place = places.find((one) => one.start >= from);
    if (!place) return { state: 'missing', start: null, end: null, changes: [] };
    start ??= place.start;
    from = place.end;
  }
  return { state: 'verified', start, end: from, changes: [] };
}
