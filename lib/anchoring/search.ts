import { type Alignment, align, LONGEST_PATTERN } from './align.ts';
import { GramIndex, type Lead } from './gram-index.ts';
import { occurrences } from './occurrences.ts';
import { similarityOf } from './similarity.ts';

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

/** Shares of words, by their letters. */
export interface Wear {
  /** Of words that stand there with letters wrong. */
  partly: number;
  /** Of words in whose place stands another, or nothing. */
  replaced: number;
}

/** Places that are looked at, the most voted first … */
const MOST_LEADS = 6;
/** … unless they have less than this share of the votes of the best. */
const SERIOUS = 0.4;
const RIVAL = 0.6;
/** Of words longer than this the two ends are searched for. */
const LONG = LONGEST_PATTERN - 2 * 64;
const END = 256;

export class Searcher {
  private readonly text: string;
  private readonly index: GramIndex;
  private counts: Map<string, number> | undefined;

  constructor(text: string) {
    this.text = text;
    this.index = new GramIndex(text);
  }

  /** How often a word stands in the text. */
  private countOf(): (word: string) => number {
    if (!this.counts) {
      this.counts = new Map();
      for (const [word] of this.text.matchAll(WORDS)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    }
    const { counts } = this;
    return (word) => counts.get(word) ?? 0;
  }

  /** Where exactly words stand, in order. */
  places(exact: string): number[] {
    return this.index.places(this.text, exact) ?? occurrences(this.text, exact);
  }

  /** Where edited words may stand, the likeliest first; `all`, even if one has no rival. Never judges. */
  candidates(wanted: Pattern, all = false): Candidate[] {
    if (wanted.exact.length > LONG) return this.longCandidates(wanted);
    const pattern = wanted.prefix + wanted.exact + wanted.suffix;
    const leads = this.index.leads(pattern, MOST_LEADS);
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
    const from = Math.max(0, at - slack);
    const to = Math.min(text.length, at + pattern.length + slack);
    if (to <= from) return null;
    const { prefix, exact } = wanted;
    const [first, last] = [prefix.length, prefix.length + exact.length];
    const way = align(pattern, text, from, to);
    const before = alike(way, 0, first);
    const after = alike(way, last, pattern.length);
    const start = startOf(way, pattern, first, last, text);
    const end = endOf(way, pattern, first, last, text);
    if (start >= end) return null;
    const similarity = similarityOf(exact, text.slice(start, end));
    const [same, places] = [way.same.slice(0, pattern.length), way.at.slice(0, pattern.length + 1)];
    const wear = () => wearOf(same, places, pattern, text, this.countOf());
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

/** Below this share of its letters a word is another one. */
const REPLACED = 0.34;

/**
 * How the words of a pattern are worn, which tells a text that was garbled from one that says something
 * similar. A word with letters wrong is another word if both are written elsewhere in the text, too.
 */
function wearOf(
  same: Int32Array,
  places: Int32Array,
  pattern: string,
  text: string,
  countOf: (word: string) => number,
): Wear {
  let [all, partly, replaced] = [0, 0, 0];
  for (const { 0: word, index } of pattern.matchAll(WORDS)) {
    // Of a number with a digit wrong nobody can say what it is.
    if (word.length < 3 || DIGIT.test(word)) continue;
    all += word.length;
    let held = 0;
    const end = index + word.length;
    for (let at = index; at < end; at += 1) {
      const before = at > index && same[at] === (same[at - 1] as number) + 1;
      const after = at + 1 < end && same[at + 1] === (same[at] as number) + 1;
      if ((same[at] as number) >= 0 && (before || after)) held += 1;
    }
    if (held === word.length) continue;
    const isOther =
      held < word.length * REPLACED ||
      (countOf(word) > 0 && countOf(wordAt(text, places[index] as number)) > 1);
    if (isOther) replaced += word.length;
    else partly += word.length;
  }
  return { partly: all > 0 ? partly / all : 0, replaced: all > 0 ? replaced / all : 0 };
}

const DIGIT = /\p{N}/u;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** The word that goes over an offset. */
function wordAt(text: string, at: number): string {
  let [start, end] = [at, at];
  while (isWord(text[start - 1])) start -= 1;
  while (isWord(text[end])) end += 1;
  return text.slice(start, end);
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
const isWord = (unit: string | undefined) => unit !== undefined && WORD.test(unit);
const splitsWord = (text: string, at: number) => isWord(text[at - 1]) && isWord(text[at]);

/** Whether unit `at` of the pattern and the one after (or before) it both stand in the text, side by side. */
const firm = ({ same }: Alignment, at: number, step: 1 | -1) =>
  (same[at] as number) >= 0 && same[at + step] === (same[at] as number) + step;

/**
 * Where the words begin: where the context ends, if it is whole up to there; else where their own first
 * letters stand; at the border of a word, if they began at one.
 */
function startOf(way: Alignment, pattern: string, first: number, last: number, text: string): number {
  let context = first - 1;
  while (context >= 1 && !firm(way, context, -1)) context -= 1;
  let own = first;
  while (own < last - 1 && !firm(way, own, 1)) own += 1;
  const low = context >= 1 ? (way.same[context] as number) + 1 : 0;
  const high = own < last - 1 ? (way.same[own] as number) : text.length;
  let start: number;
  if (context === first - 1 && context >= 1) start = low;
  else if (own === first) start = high;
  else start = way.at[first] as number;
  if (splitsWord(pattern, first) || !isWord(pattern[first])) return skipSpace(text, start, pattern[first]);
  return wordStart(text, start, low, high);
}

function wordStart(text: string, at: number, low: number, high: number): number {
  let left = at;
  while (left > low && splitsWord(text, left)) left -= 1;
  let right = at;
  while (right < high && (splitsWord(text, right) || !isWord(text[right]))) right += 1;
  if (left === at) return isWord(text[at]) || right > high ? at : right;
  return at - left <= right - at || splitsWord(text, right) ? left : right;
}

function skipSpace(text: string, at: number, first: string | undefined): number {
  return text[at] === ' ' && first !== ' ' ? at + 1 : at;
}

/** Where the words end; as {@link startOf}. */
function endOf(way: Alignment, pattern: string, first: number, last: number, text: string): number {
  let context = last;
  while (context < pattern.length - 1 && !firm(way, context, 1)) context += 1;
  let own = last - 1;
  while (own > first && !firm(way, own, -1)) own -= 1;
  const high = context < pattern.length - 1 ? (way.same[context] as number) : text.length;
  const low = own > first ? (way.same[own] as number) + 1 : 0;
  let end: number;
  if (context === last && context < pattern.length - 1) end = high;
  else if (own === last - 1) end = low;
  else end = way.at[last] as number;
  if (splitsWord(pattern, last) || !isWord(pattern[last - 1])) return dropSpace(text, end);
  return wordEnd(text, end, low, high);
}

function wordEnd(text: string, at: number, low: number, high: number): number {
  let right = at;
  while (right < high && splitsWord(text, right)) right += 1;
  let left = at;
  while (left > low && (splitsWord(text, left) || !isWord(text[left - 1]))) left -= 1;
  if (right === at) return isWord(text[at - 1]) || left < low ? at : left;
  return right - at <= at - left || splitsWord(text, left) ? right : left;
}

function dropSpace(text: string, at: number): number {
  return text[at - 1] === ' ' ? at - 1 : at;
}
