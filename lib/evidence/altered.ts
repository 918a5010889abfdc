import { compare } from '#lib/anchoring/changes.ts';
import { type Folded, fold, foldText } from '#lib/anchoring/fold.ts';
import { Graphemes } from '#lib/anchoring/graphemes.ts';
import { standoutOf, weigh } from '#lib/anchoring/judge.ts';
import type { Place } from '#lib/anchoring/locate.ts';
import { resolver } from '#lib/anchoring/resolve.ts';
import { Searcher } from '#lib/anchoring/search.ts';

/** Where the words of a quote stood in a text that the page held before, with what stood around them. */
export interface Context {
  prefix: string;
  suffix: string;
  start: number;
}

/** Fewer words resemble something on any page. */
const LEAST_WORDS = 3;
const LEAST_UNITS = 16;
/** Words that are less alike are others. */
const LEAST_ALIKE = 0.6;
/** How alike the next best place is where there is none. */
const CHANCE = 0.4;
/** Of a text longer than this only the very words are looked for: the index of one so long takes a sixth of a second. */
const LONGEST_TEXT = 2_000_000;

/**
 * Finds a passage of a quote that the text does not hold in the very words. With its context the engine judges by
 * itself (anchoring/resolve.ts). Without, which is how somebody quotes, it believes in few places: here the likeliest one
 * is taken if it stands out from the text as much as the engine asks of any place (anchoring/judge.ts). The other way
 * round, a wrong place would be one whose difference everybody sees.
 */
export class AlteredFinder {
  private readonly text: string;
  private readonly graphemes: Graphemes;
  private resolve: ReturnType<typeof resolver> | undefined;
  private known: { folded: Folded; searcher: Searcher; standout: number } | undefined;

  constructor(text: string) {
    this.text = text;
    this.graphemes = new Graphemes(text);
  }

  /** O(text) the first time; then a bounded number of looks at it. */
  find(part: string, context: Context | null): Place | null {
    if (this.text.length > LONGEST_TEXT) return null;
    if (context) {
      this.resolve ??= resolver(this.text);
      const found = this.resolve({ exact: part, ...context });
      if (found.found) return { start: found.start, end: found.end };
    }
    return this.likeliest(part);
  }

  private likeliest(part: string): Place | null {
    const exact = foldText(part).trim();
    if (exact.length < LEAST_UNITS || (exact.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < LEAST_WORDS)
      return null;
    const { folded, searcher, standout } = this.searched();
    const pattern = { exact, prefix: '', suffix: '' };
    const [first, second] = weigh(searcher.candidates(pattern, true), pattern);
    if (!first || first.similarity < LEAST_ALIKE) return null;
    if (2 * first.similarity - (second?.similarity ?? CHANCE) < standout) return null;
    const [start, end] = [folded.from[first.start] as number, folded.to[first.end - 1] as number];
    return this.graphemes.around({ start, end });
  }

  private searched() {
    if (!this.known) {
      const folded = fold(this.text);
      const searcher = new Searcher(folded.text);
      const standout = standoutOf(folded.text, (sample) => searcher.candidates(sample, true));
      this.known = { folded, searcher, standout };
    }
    return this.known;
  }
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const wordsOf = (text: string) => (foldText(text).toLowerCase().match(WORDS) ?? []).join(' ');

/** Whether a quote keeps the words that stand there: upper and lower case and marks are the quoter's, but no question is. */
export function keepsWords(quoted: string, stands: string): boolean {
  return wordsOf(quoted) === wordsOf(stands) && compare(quoted, stands).state !== 'changed';
}
