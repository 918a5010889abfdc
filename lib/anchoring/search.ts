import { type Alignment, align, LONGEST_PATTERN } from './align.ts';
import { endOf, startOf } from './ends.ts';
import { GramIndex, type Lead } from './gram-index.ts';
import { occurrences } from './occurrences.ts';
import { similarityOf } from './similarity.ts';
import { type Wear, WordCounts, wearOf } from './wear.ts';

/*
 * The search for words that were edited: grams vote for candidate places, an alignment of the words
 * with their context says where each begins and ends, and what the words and the context are worth
 * together decides.
 */

/** What is looked for, folded; the context may be empty. */
export interface Pattern {
  exact: string;
  prefix: string;
  suffix: string;
}

/** A place in the folded text that may be it. */
export interface Candidate {
  start: number;
  end: number;
  /** How alike the words are, from 0 to 1. */
  similarity: number;
  /** How alike what stands before and after is, from 0 to 1; of no context, 0. */
  before: number;
  after: number;
  /** How the words and their context are worn; worked out when it is asked for. */
  wear: () => Wear;
}

/** Places that are looked at, the most voted first, unless fewer are enough … */
const MOST_LEADS = 4;
/** … unless they have less than this share of the votes of the best. */
const SERIOUS = 0.4;
const RIVAL = 0.6;
/** Of words longer than this the two ends are searched for. */
const LONG = LONGEST_PATTERN - 2 * 64;
const END = 256;

export class Searcher {
  private readonly text: string;
  private readonly index: GramIndex;
  private readonly counts: WordCounts;
  private readonly most: number;

  constructor(text: string, most = MOST_LEADS) {
    this.text = text;
    this.most = most;
    this.index = new GramIndex(text);
    this.counts = new WordCounts(text);
  }

  /** Where exactly words stand, in order. */
  places(exact: string): number[] {
    return this.index.places(this.text, exact) ?? occurrences(this.text, exact);
  }

  /** Where edited words may stand, the likeliest first; `all`, even if one has no rival. Never judges. */
  candidates(wanted: Pattern, all = false): Candidate[] {
    if (wanted.exact.length > LONG) return this.longCandidates(wanted);
    const pattern = wanted.prefix + wanted.exact + wanted.suffix;
    const leads = this.index.leads(pattern, this.most, all);
    const least = (leads[0]?.votes ?? 0) * SERIOUS;
    const found: Candidate[] = [];
    for (const lead of leads) {
      if (lead.votes < least) break;
      // What stands between the very neighbours, and has most of the votes, has no rival.
      const [best] = found;
      if (
        !all &&
        best &&
        best.similarity > 0.65 &&
        best.before + best.after > 1.9 &&
        lead.votes < (leads[0]?.votes ?? 0) * RIVAL
      )
        break;
      const candidate = this.examine(lead, wanted, pattern);
      if (candidate && !found.some((other) => overlaps(other, candidate))) found.push(candidate);
    }
    return found;
  }

  private examine({ at }: Lead, wanted: Pattern, pattern: string): Candidate | null {
    const { text } = this;
    const slack = 32 + (pattern.length >> 3);
    if (at + pattern.length + slack <= 0 || at - slack >= text.length) return null;
    const { prefix, exact } = wanted;
    const [first, last] = [prefix.length, prefix.length + exact.length];
    const way = align(pattern, text, at, slack);
    const before = alike(way, 0, first);
    const after = alike(way, last, pattern.length);
    const start = startOf(way, pattern, first, last, text);
    const end = endOf(way, pattern, first, last, text);
    if (start >= end) return null;
    const similarity = similarityOf(exact, text.slice(start, end));
    const [same, places] = [way.same.slice(0, pattern.length), way.at.slice(0, pattern.length + 1)];
    const wear = () => wearOf(same, places, pattern, text, this.counts);
    return { start, end, similarity, before, after, wear };
  }

  /** The words between what their two ends may be; of each end the likeliest places. */
  private longCandidates({ exact, prefix, suffix }: Pattern): Candidate[] {
    const heads = this.candidates({ exact: exact.slice(0, END), prefix, suffix: '' });
    const tails = this.candidates({ exact: exact.slice(-END), prefix: '', suffix });
    const found: Candidate[] = [];
    for (const head of heads) {
      for (const tail of tails) {
        const length = tail.end - head.start;
        if (length < exact.length / 2 || length > exact.length * 2) continue;
        const similarity = similarityOf(exact, this.text.slice(head.start, tail.end));
        found.push({ ...head, end: tail.end, similarity, after: tail.after });
      }
    }
    return found.sort((a, b) => b.similarity - a.similarity).slice(0, MOST_LEADS);
  }
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Letters that are the same by chance seldom stand in runs of so many. */
const RUN = 3;

/** The share of a stretch of the pattern that stands in the text unedited, in runs that tell. */
function alike({ same }: Alignment, from: number, to: number): number {
  if (to <= from) return 0;
  let alike = 0;
  let run = 0;
  for (let at = from; at <= to; at += 1) {
    const goes = at < to && (same[at] as number) >= 0;
    if (goes && (run === 0 || same[at] === (same[at - 1] as number) + 1)) {
      run += 1;
      continue;
    }
    if (run >= RUN) alike += run;
    run = goes ? 1 : 0;
  }
  return alike / (to - from);
}
