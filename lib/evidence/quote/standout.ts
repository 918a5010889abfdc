import type { Row } from './page-words.ts';
import type { Aligned } from './row-alignment.ts';
import type { WordFinder } from './word-finder.ts';

/*
 * Whether the likeliest place for some words is theirs. On most pages no sentence is like another. Where many are (tables,
 * results, minutes, laws), words that stand nowhere are like several places, and none of them is theirs: a place counts if
 * twice its score, less that of the next one, comes to what sentences of the page itself reach where they are not, and
 * clearly more. The numbers were chosen with tests/unit/quote-cases.ts and the prose of tests/bench.
 */

const SAMPLES = 16;
const SAMPLE_WORDS = 10;
/** So many deviations above their mean, and within these bounds. */
const DEVIATIONS = 2;
const LEAST = 0.95;
const MOST = 1.1;
/** The score of a place that is not even among those looked at. */
const CHANCE = 0.3;
/** A place that says the same as another is no rival of it: a headline and its teaser. */
const REPEATED = 0.9;

/** Finds words that the page has otherwise, where a place stands out. */
export class Standout {
  readonly finder: WordFinder;
  private known: number | undefined;

  constructor(finder: WordFinder) {
    this.finder = finder;
  }

  /** The likeliest place, if it scores enough and stands out. */
  find(quote: Row, least: number): Aligned | null {
    const [first, ...others] = this.finder.ranked(quote);
    if (!first || first.score < least) return null;
    const rival = others.find((other) => !this.isRepeated(first, other));
    return standing(first, rival) >= this.least() ? first : null;
  }

  private isRepeated(first: Aligned, other: Aligned): boolean {
    const said = this.finder.slice(first);
    return (this.finder.within(said, other)?.score ?? 0) >= REPEATED;
  }

  private least(): number {
    if (this.known === undefined) {
      const reached = this.samples();
      const mean = reached.reduce((sum, one) => sum + one, 0) / Math.max(1, reached.length);
      const variance = reached.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, reached.length);
      this.known = Math.min(MOST, Math.max(LEAST, mean + DEVIATIONS * Math.sqrt(variance)));
    }
    return this.known;
  }

  /** What passages of the page come to in all the rest of it. */
  private samples(): number[] {
    const { count } = this.finder.page;
    if (count < 2 * SAMPLE_WORDS * SAMPLES) return [];
    const reached: number[] = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const start = Math.floor(((count - SAMPLE_WORDS) * sample) / SAMPLES);
      const end = start + SAMPLE_WORDS;
      const others = this.finder
        .ranked(this.finder.slice({ start, end }))
        .filter((one) => one.score < REPEATED && (one.end <= start || one.start >= end));
      reached.push(standing(others[0], others[1]));
    }
    return reached;
  }
}

const standing = (first: Aligned | undefined, next: Aligned | undefined) =>
  2 * (first?.score ?? CHANCE) - (next?.score ?? CHANCE);
