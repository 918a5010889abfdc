import { type Row, type Stretch, WordNumbers } from './page-words.ts';
import { type Aligned, alignRow } from './row-alignment.ts';
import { wordLikeness } from './word-likeness.ts';

/** Nobody means one of more places, or is helped by them. */
const MOST_PLACES = 5_000;
/** Pairs of words of which it is remembered how alike they are. */
const MOST_REMEMBERED = 100_000;
/** Places of the page that are looked at closely for words that it does not hold as they are. */
const MOST_WINDOWS = 4;
/** The page may have so many words more than the quote where a clause was dropped. */
const MORE_WORDS = 16;
/** With so few comparisons of words all of a page is looked at closely. */
const AT_ONCE = 20_000;
/** On a page of more words those that are more than such a share of it tell no place, if any other does. */
const LONG = 2_000;
const COMMON = 1 / 64;
/** Letters by which forms of one word are known to be such, before they are compared. */
const STEM = 5;

/** Finds rows of words on one page. What is known of the page is worked out once. */
export class WordFinder {
  readonly page: Row;
  private readonly numbers = new WordNumbers();
  /** By number of a word: the number of its stem. */
  private readonly stems: number[] = [];
  private readonly knownStems = new Map<string, number>();
  private stemCounts: Int32Array | undefined;
  private readonly likenesses = new Map<number, number>();

  /** O(text). */
  constructor(text: string) {
    this.page = this.numbers.read(text);
  }

  read(quote: string): Row {
    return this.numbers.read(quote);
  }

  word(row: Row, at: number): string {
    return this.numbers.words[row.ids[at] as number] as string;
  }

  /** Words of the page, to look for elsewhere. */
  slice({ start, end }: Stretch): Row {
    const { text, starts, ends, ids } = this.page;
    const [from, to] = [starts.subarray(start, end), ends.subarray(start, end)];
    return { text, count: end - start, starts: from, ends: to, ids: ids.subarray(start, end) };
  }

  /** Where the page has exactly these words, in order: the first {@link MOST_PLACES}. O(page + words). */
  places({ ids, count }: Row): Stretch[] {
    const { page } = this;
    const found: Stretch[] = [];
    if (count === 0) return found;
    const back = fallback(ids, count);
    for (let at = 0, same = 0; at < page.count && found.length < MOST_PLACES; at += 1) {
      while (same > 0 && (same === count || page.ids[at] !== ids[same])) same = back[same - 1] as number;
      if (page.ids[at] === ids[same]) same += 1;
      if (same === count) found.push({ start: at + 1 - count, end: at + 1 });
    }
    return found;
  }

  /** The best place for words within a stretch. O(words · stretch). */
  within(quote: Row, { start, end }: Stretch): Aligned | null {
    const within = { start: Math.max(0, start), end: Math.min(this.page.count, end) };
    return alignRow(quote, this.page, within, (i, j) =>
      this.likeness(quote.ids[i] as number, this.page.ids[j] as number),
    );
  }

  /**
   * The best places for words that the page may have otherwise, the best first; none overlaps another. O(page), and a
   * bounded number of closer looks.
   */
  ranked(quote: Row): Aligned[] {
    const found: Aligned[] = [];
    const put = (one: Aligned | null) => {
      if (one && !found.some((other) => one.start < other.end && other.start < one.end)) found.push(one);
    };
    const windows = this.windows(quote);
    for (const window of windows) put(this.within(quote, window));
    const [only] = found;
    if (windows.length === 1 && only) {
      put(this.within(quote, { start: 0, end: only.start }));
      put(this.within(quote, { start: only.end, end: this.page.count }));
    }
    return found.sort((a, b) => b.score - a.score);
  }

  private likeness(a: number, b: number): number {
    if (a === b) return 1;
    const key = a * 0x1000000 + b;
    let found = this.likenesses.get(key);
    if (found === undefined) {
      if (this.likenesses.size >= MOST_REMEMBERED) this.likenesses.clear();
      const { words } = this.numbers;
      found = wordLikeness(words[a] as string, words[b] as string);
      this.likenesses.set(key, found);
    }
    return found;
  }

  /** The stretches in which most of the words stand, rare ones counting more. O(page). */
  private windows(quote: Row): Stretch[] {
    const { page } = this;
    if (page.count * quote.count <= AT_ONCE) return [{ start: 0, end: page.count }];
    const counts = this.countStems();
    const worth = new Float64Array(this.knownStems.size + quote.count);
    for (let at = 0; at < quote.count; at += 1) {
      const stem = this.stemOf(quote.ids[at] as number);
      const count = counts[stem] ?? 0;
      if (count > 0) worth[stem] = Math.log2((2 * page.count) / count);
    }
    if (page.count > LONG) leaveCommon(worth, counts, page.count);
    const windows = new Windows(worth, 2 * quote.count + MORE_WORDS);
    for (let at = 0; at < page.count; at += 1) {
      const stem = this.stems[page.ids[at] as number] as number;
      if (worth[stem]) windows.add(at, stem);
    }
    return windows.best.map(({ start, end }) => ({ start: start - quote.count, end: end + quote.count }));
  }

  private countStems(): Int32Array {
    if (!this.stemCounts) {
      const { ids, count } = this.page;
      const counts = new Int32Array(this.numbers.words.length + 1);
      for (let at = 0; at < count; at += 1) {
        const stem = this.stemOf(ids[at] as number);
        counts[stem] = (counts[stem] as number) + 1;
      }
      this.stemCounts = counts;
    }
    return this.stemCounts;
  }

  private stemOf(id: number): number {
    let stem = this.stems[id];
    if (stem === undefined) {
      const written = (this.numbers.words[id] as string).slice(0, STEM);
      stem = this.knownStems.get(written);
      if (stem === undefined) {
        stem = this.knownStems.size;
        this.knownStems.set(written, stem);
      }
      this.stems[id] = stem;
    }
    return stem;
  }
}

/** For each length of a row's beginning, the length of the longest one that it ends with (Knuth, Morris, Pratt 1977). */
function fallback(ids: Int32Array, count: number): Int32Array {
  const back = new Int32Array(count);
  for (let at = 1, same = 0; at < count; at += 1) {
    while (same > 0 && ids[at] !== ids[same]) same = back[same - 1] as number;
    if (ids[at] === ids[same]) same += 1;
    back[at] = same;
  }
  return back;
}

function leaveCommon(worth: Float64Array, counts: Int32Array, all: number): void {
  const isCommon = (stem: number) => (counts[stem] ?? 0) > COMMON * all;
  if (worth.every((one, stem) => one === 0 || isCommon(stem))) return;
  for (let stem = 0; stem < worth.length; stem += 1) if (isCommon(stem)) worth[stem] = 0;
}

interface Window extends Stretch {
  worth: number;
}

/** Goes over a page from hit to hit, and keeps the best of the windows that do not overlap. */
class Windows {
  readonly best: Window[] = [];
  private readonly worth: Float64Array;
  private readonly size: number;
  private readonly inside: Int32Array;
  /** Where the hits are, and of which words; from `first` on those in the window. */
  private readonly places: number[] = [];
  private readonly stems: number[] = [];
  private first = 0;
  private sum = 0;

  constructor(worth: Float64Array, size: number) {
    this.worth = worth;
    this.size = size;
    this.inside = new Int32Array(worth.length);
  }

  add(at: number, stem: number): void {
    this.places.push(at);
    this.stems.push(stem);
    this.count(stem, 1);
    while ((this.places[this.first] as number) <= at - this.size) {
      this.count(this.stems[this.first] as number, -1);
      this.first += 1;
    }
    this.keep(this.places[this.first] as number, at + 1);
  }

  /** A word counts once in a window, however often it stands there. */
  private count(stem: number, by: 1 | -1): void {
    const now = (this.inside[stem] as number) + by;
    this.inside[stem] = now;
    if (now === (by > 0 ? 1 : 0)) this.sum += by * (this.worth[stem] as number);
  }

  private keep(start: number, end: number): void {
    const { best, sum: worth } = this;
    if (best.length === MOST_WINDOWS && worth <= (best.at(-1) as Window).worth) return;
    const rival = best.findIndex((other) => other.start < end && start < other.end);
    if (rival >= 0 && worth <= (best[rival] as Window).worth) return;
    if (rival >= 0) best.splice(rival, 1);
    best.push({ start, end, worth });
    best.sort((a, b) => b.worth - a.worth);
    best.length = Math.min(best.length, MOST_WINDOWS);
  }
}
