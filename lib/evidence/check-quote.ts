import { compare } from '#lib/anchoring/changes.ts';
import { locator, type Place } from '#lib/anchoring/locate.ts';
import { AlteredFinder, type Context, keepsWords } from './altered.ts';

/** How a quote stands to a page: where in its text (UTF-16), and which words differ. */
export interface QuoteCheck {
  state: 'no-quote' | 'verified' | 'altered' | 'missing';
  start: number | null;
  end: number | null;
  /** Words by which the page says something else; none where other words say the same. */
  changes: { before: string; after: string }[];
  /** Of an altered quote: the quote as the page has it, with the same words left out. */
  found: string | null;
}

/** What is known of where a quote stands. */
export interface QuoteHint {
  /** Where it was chosen, or stood the last time: of several places the nearest is meant. */
  start?: number | null;
  /** What stood around it in a text that the page held before. */
  context?: Context | null;
}

/** Where words were left out of a quote, with or without brackets. Three points in a row are one sign. */
const OMISSION = /\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,})\s*/u;
/** Quotation marks that somebody put around the whole. */
const AROUND = /^[\s"'“”„«»‘’‚‹›「」『』]+|[\s"'“”„«»‘’‚‹›「」『』]+$/gu;
/** A mark with which the quoter ended a sentence that goes on. A question mark says something. */
const LAST_MARK = /[.,;:!]+$/u;
/** A quote may leave words out that often; what is in more pieces is no quotation. */
const MOST_PARTS = 12;
/** Words that differ are told up to here; the whole difference can be seen in `found`. */
const MOST_CHANGES = 20;

const NOWHERE: QuoteCheck = { state: 'missing', start: null, end: null, changes: [], found: null };

/**
 * Looks for a quote in the text of a page. Words that were left out and marked so are no difference: then each piece has
 * to stand there, in order. Quotation marks around it, forms of quotes and dashes, white space, and the case and marks of
 * a piece may differ. Of a piece that the page has in other words it says which.
 */
export function checkQuote(text: string, quote: string, hint: QuoteHint = {}): QuoteCheck {
  return quoteChecker(text)(quote, hint);
}

/** The same for many quotes: what is known of the text is worked out once, when it is first needed. */
export function quoteChecker(text: string): (quote: string, hint?: QuoteHint) => QuoteCheck {
  const find = locator(text);
  const altered = new AlteredFinder(text);
  const places = (part: string): Place[] => {
    const found = find({ exact: part });
    return found.found ? [found] : found.why === 'target-ambiguous' ? found.places : [];
  };
  return (quote, { start: near = null, context = null } = {}) => {
    const parts = quote.replace(AROUND, '').split(OMISSION).filter(Boolean).slice(0, MOST_PARTS);
    if (parts.length === 0) return { ...NOWHERE, state: 'no-quote' };
    const found: Place[] = [];
    for (const part of parts) {
      const from = found.at(-1)?.end ?? 0;
      const exact =
        inOrder(places(part), from, near) ?? inOrder(places(part.replace(LAST_MARK, '')), from, near);
      const place = exact ?? altered.find(part, parts.length === 1 ? context : null);
      if (!place || place.start < from) return NOWHERE;
      found.push(place);
    }
    return judge(text, quote, parts, found);
  };
}

/** Of the places behind the piece before the one nearest to where the quote stood, else the first. */
function inOrder(places: readonly Place[], from: number, near: number | null): Place | null {
  const left = places.filter(({ start }) => start >= from);
  const [first = null] =
    near === null ? left : left.sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near));
  return first;
}

function judge(text: string, quote: string, parts: readonly string[], places: readonly Place[]): QuoteCheck {
  const stands = places.map(({ start, end }) => text.slice(start, end));
  const start = places[0]?.start ?? null;
  const end = places.at(-1)?.end ?? null;
  const other = parts.map((part, at) => !keepsWords(part, stands[at] as string));
  if (!other.includes(true)) return { state: 'verified', start, end, changes: [], found: null };
  const changes = parts.flatMap((part, at) => (other[at] ? compare(part, stands[at] as string).changes : []));
  return {
    state: 'altered',
    start,
    end,
    changes: changes.slice(0, MOST_CHANGES).map(({ before, after }) => ({ before, after })),
    found: asQuoted(quote, parts, stands),
  };
}

/** The quote with the page's words in the place of its own. */
function asQuoted(quote: string, parts: readonly string[], stands: readonly string[]): string {
  let found = '';
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const start = quote.indexOf(part, at);
    found += quote.slice(at, start) + stands[index];
    at = start + part.length;
  }
  return found + quote.slice(at);
}
