import { resolver } from '#lib/anchoring/resolve.ts';
import { alteredPlaces } from './quote/altered-places.ts';
import { type Judgement, judgePlaces, judgeUnits } from './quote/judgement.ts';
import { exactPlaces } from './quote/places.ts';
import { MOST_PARTS, partsOfQuote } from './quote/quote-parts.ts';
import { Standout } from './quote/standout.ts';
import { WordFinder } from './quote/word-finder.ts';

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

/** Where the words of a quote stood in a text that the page held before, with what stood around them. */
export interface Context {
  prefix: string;
  suffix: string;
  start: number;
}

/** What is known of where a quote stands. */
interface QuoteHint {
  /** Where it was chosen, or stood the last time: of several places the nearest is meant. */
  start?: number | null;
  /** What stood around it in a text that the page held before. */
  context?: Context | null;
}

/** Words that differ are told up to here; the whole difference can be seen in `found`. */
const MOST_CHANGES = 20;
/** In a text longer than this what stood around a quote is not looked for: the index of one so long takes a sixth of a second. */
const LONGEST_TEXT = 2_000_000;

const NOWHERE: QuoteCheck = { state: 'missing', start: null, end: null, changes: [], found: null };

/**
 * Looks for a quote in the text of a page. Words that were left out and marked so are no difference: then each part has to
 * stand there, in order and near the others, and nothing be left out that turns its sense. Nor are quotation marks, dashes,
 * white space, case and marks, nor what is added in brackets and names only what the page names. Of a part that the page
 * has in other words it says which. O(text), and once for a text and many quotes with {@link quoteChecker}.
 */
export function checkQuote(text: string, quote: string, hint: QuoteHint = {}): QuoteCheck {
  return quoteChecker(text)(quote, hint);
}

/** The same for many quotes: what is known of the text is worked out once, when it is first needed. */
export function quoteChecker(text: string): (quote: string, hint?: QuoteHint) => QuoteCheck {
  let standout: Standout | undefined;
  let resolve: ReturnType<typeof resolver> | undefined;
  return (quote, { start: near = null, context = null } = {}) => {
    const parts = partsOfQuote(quote);
    const [only, another] = parts;
    if (!only) return { ...NOWHERE, state: 'no-quote' };
    if (parts.length > MOST_PARTS) return NOWHERE;
    standout ??= new Standout(new WordFinder(text));
    const { finder } = standout;
    const exact = exactPlaces(finder, parts, near);
    if (exact) return told(judgePlaces(finder.page, quote, parts, exact));
    if (context && !another && text.length <= LONGEST_TEXT) {
      resolve ??= resolver(text);
      const found = resolve({ exact: only.text, ...context });
      if (found.found) return told(judgeUnits(text, quote, parts, [found], [true]));
    }
    const altered = alteredPlaces(standout, parts);
    return altered ? told(judgePlaces(finder.page, quote, parts, altered)) : NOWHERE;
  };
}

function told({ verified, start, end, changes, found }: Judgement): QuoteCheck {
  if (verified) return { state: 'verified', start, end, changes: [], found: null };
  return { state: 'altered', start, end, changes: changes.slice(0, MOST_CHANGES), found };
}
