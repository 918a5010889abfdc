import { matchSentences, matchWords, movedWords } from './match.ts';
import { numbered, sentencesOf } from './sentences.ts';
import { Lexicon, type Words, wordsOf } from './words.ts';

/*
 * What became of a text. Sentences that stand in both are matched first, letter by letter; only where
 * they differ the words are. After the order of the two texts, what moved is recognised.
 */

/** Stretches that are the same, letter by letter: offsets in the old text, and what to add for the new one. */
interface Kept {
  start: number;
  end: number;
  shift: number;
}

/** Stretches that differ, with their words. */
interface Gap {
  start: number;
  end: number;
  newStart: number;
  newEnd: number;
  /** Where its words stand among those of all gaps. */
  firstNew: number;
}

/** From this share of new words on a stretch is new. */
const FRESH = 0.4;

/** A stretch of the new text. */
export interface Stretch {
  start: number;
  end: number;
}

/** Where a word went: offsets in the new text. */
export interface WentTo {
  start: number;
  end: number;
  moved: boolean;
}

export class Difference {
  readonly oldText: string;
  readonly newText: string;
  /** How many units the two texts share at their beginnings, and at their ends; maybe the same ones. */
  private readonly head: number;
  private readonly tail: number;
  private readonly kept: Kept[] = [];
  private readonly gaps: Gap[] = [];
  /** Whole sentences that stand elsewhere now, in the order of the old text. */
  private readonly wandered: Kept[] = [];
  private readonly lexicon = new Lexicon();
  private readonly old = new WordRow();
  private readonly new = new WordRow();
  private readonly match: Int32Array;
  private readonly moved: Int32Array;

  /** O(both texts). */
  constructor(oldText: string, newText: string) {
    this.oldText = oldText;
    this.newText = newText;
    this.head = commonHead(oldText, newText);
    this.tail = commonTail(oldText, newText);
    this.matchSentences();
    const match: number[] = [];
    for (const gap of this.gaps) this.matchGap(gap, match);
    this.match = Int32Array.from(match);
    this.moved = movedWords(Int32Array.from(this.old.ids), Int32Array.from(this.new.ids), this.match);
  }

  /** How far a passage of the old text shifted, if nothing happened to it; null if something did. */
  shiftOf(start: number, end: number): number | null {
    const { oldText, newText } = this;
    if (end <= this.head) return 0;
    if (start >= oldText.length - this.tail) return newText.length - oldText.length;
    const kept = lastBefore(this.kept, start);
    return kept && start >= kept.start && end <= kept.end ? kept.shift : null;
  }

  /** The same from the ends of the texts, where a passage may be counted from both. */
  shiftFromEnd(start: number): number | null {
    const { oldText, newText } = this;
    return start >= oldText.length - this.tail ? newText.length - oldText.length : null;
  }

  /** Whether nothing happened to a passage, and the units right beside it are the same, or it ends with its text. */
  isKept(start: number, end: number): boolean {
    const shift = this.shiftOf(start, end);
    if (shift === null) return false;
    const { oldText, newText } = this;
    return oldText[start - 1] === newText[start + shift - 1] && oldText[end] === newText[end + shift];
  }

  /** How far a passage shifted whose sentence moved, untouched. */
  moveOf(start: number, end: number): number | null {
    const kept = lastBefore(this.wandered, start);
    return kept && start >= kept.start && end <= kept.end ? kept.shift : null;
  }

  /** Where the word that begins at an offset of the old text went; null if it is gone. */
  wordAt(start: number, end: number): WentTo | null {
    const shift = this.shiftOf(start, end);
    if (shift !== null) return { start: start + shift, end: end + shift, moved: false };
    const at = this.old.find(start);
    if (at < 0) return null;
    const to = this.match[at] as number;
    if (to >= 0) return this.newWord(to, false);
    const movedTo = this.moved[at] as number;
    return movedTo >= 0 ? this.newWord(movedTo, true) : null;
  }

  private newWord(at: number, moved: boolean): WentTo {
    return { start: this.new.starts[at] as number, end: this.new.ends[at] as number, moved };
  }

  /** The stretches of the new text that came from nowhere: where what was taken out and edited may stand. */
  newcomers(): Stretch[] {
    const taken = new Uint8Array(this.new.ids.length);
    for (const to of this.match) if (to >= 0) taken[to] = 1;
    const found: Stretch[] = [];
    this.gaps.forEach((gap, number) => {
      const end = this.gaps[number + 1]?.firstNew ?? taken.length;
      let fresh = 0;
      for (let at = gap.firstNew; at < end; at += 1) if (taken[at] !== 1) fresh += 1;
      // Among many new words the old ones are chance.
      if (fresh > 0 && fresh >= (end - gap.firstNew) * FRESH)
        found.push({ start: gap.newStart, end: gap.newEnd });
      else found.push(...this.freshRuns(taken, gap.firstNew, end));
    });
    return found;
  }

  private freshRuns(taken: Uint8Array, from: number, to: number): Stretch[] {
    const runs: Stretch[] = [];
    for (let at = from; at < to; at += 1) {
      if (taken[at] === 1) continue;
      const start = at;
      while (at + 1 < to && taken[at + 1] !== 1) at += 1;
      runs.push({ start: this.new.starts[start] as number, end: this.new.ends[at] as number });
    }
    return runs;
  }

  private matchSentences(): void {
    const { oldText, newText } = this;
    // Whole words, so that a word that was mended does not fall apart.
    const head = spaceBefore(oldText, this.head);
    const shared = Math.min(this.tail, Math.min(oldText.length, newText.length) - head);
    const tail = oldText.length - spaceAfter(oldText, oldText.length - shared);
    this.keep(0, head, 0);
    const a = sentencesOf(oldText, head, oldText.length - tail);
    const b = sentencesOf(newText, head, newText.length - tail);
    const ids = new Map<string, number>();
    const numbers: [Int32Array, Int32Array] = [numbered(oldText, a, ids), numbered(newText, b, ids)];
    const lengths = Int32Array.from(numbers[0], (_, at) => (a[at + 1] as number) - (a[at] as number));
    const match = matchSentences(...numbers, lengths);
    let [x, y] = [0, 0];
    for (let at = 0; at <= match.length; at += 1) {
      const to = at < match.length ? (match[at] as number) : b.length - 1;
      if (to < 0) continue;
      this.gap(a[x] as number, a[at] as number, b[y] as number, b[to] as number);
      if (at === match.length) break;
      this.keep(a[at] as number, a[at + 1] as number, (b[to] as number) - (a[at] as number));
      [x, y] = [at + 1, to + 1];
    }
    this.keep(oldText.length - tail, oldText.length, newText.length - oldText.length);
    this.findMoved(a, b, match);
  }

  /**
   * Sentences that stand in both texts in another order, once among those that are left: white space behind
   * them makes no other ones of them.
   */
  private findMoved(a: readonly number[], b: readonly number[], match: Int32Array): void {
    const taken = new Uint8Array(b.length);
    for (const to of match) if (to >= 0) taken[to] = 1;
    const places = new Map<string, number>();
    for (let at = 0; at + 1 < b.length; at += 1) {
      if (taken[at] === 1) continue;
      const sentence = this.newText.slice(b[at], b[at + 1]).trimEnd();
      places.set(sentence, places.has(sentence) ? -1 : at);
    }
    if (places.size === 0) return;
    for (let at = 0; at < match.length; at += 1) {
      if ((match[at] as number) >= 0) continue;
      const [start, end] = [a[at] as number, a[at + 1] as number];
      const sentence = this.oldText.slice(start, end).trimEnd();
      const to = places.get(sentence);
      if (to === undefined || to < 0 || sentence === '') continue;
      this.wandered.push({ start, end: start + sentence.length, shift: (b[to] as number) - start });
      // One place takes one sentence.
      places.set(sentence, -1);
    }
  }

  private keep(start: number, end: number, shift: number): void {
    if (start >= end) return;
    const last = this.kept.at(-1);
    if (last && last.end === start && last.shift === shift) last.end = end;
    else this.kept.push({ start, end, shift });
  }

  private gap(start: number, end: number, newStart: number, newEnd: number): void {
    if (start === end && newStart === newEnd) return;
    this.gaps.push({ start, end, newStart, newEnd, firstNew: 0 });
  }

  private matchGap(gap: Gap, match: number[]): void {
    const a = wordsOf(this.oldText.slice(gap.start, gap.end), this.lexicon);
    const b = wordsOf(this.newText.slice(gap.newStart, gap.newEnd), this.lexicon);
    this.old.add(a, gap.start);
    gap.firstNew = this.new.add(b, gap.newStart);
    for (const to of matchWords(a.ids, b.ids)) match.push(to < 0 ? -1 : gap.firstNew + to);
  }
}

/** The words of all gaps, in the order of their text. */
class WordRow {
  readonly ids: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  /** Adds the words of a gap that begins at an offset; the place of its first word. */
  add(words: Words, offset: number): number {
    const first = this.ids.length;
    for (let at = 0; at < words.count; at += 1) {
      this.ids.push(words.ids[at] as number);
      this.starts.push(offset + (words.starts[at] as number));
      this.ends.push(offset + (words.ends[at] as number));
    }
    return first;
  }

  /** The word that begins at an offset, or -1. */
  find(start: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
    return this.starts[low] === start ? low : -1;
  }
}

function lastBefore(kept: readonly Kept[], at: number): Kept | undefined {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle] as Kept).start <= at) low = middle + 1;
    else high = middle;
  }
  return kept[low - 1];
}

function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  return head;
}

function commonTail(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let tail = 0;
  while (tail < most && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  return tail;
}

/** The last word border up to an offset. */
function spaceBefore(text: string, at: number): number {
  while (
    at > 0 &&
    at < text.length &&
    text.charCodeAt(at - 1) !== SPACE &&
    text.charCodeAt(at - 1) !== NEWLINE
  )
    at -= 1;
  return at;
}

/** The first word border from an offset on. */
function spaceAfter(text: string, at: number): number {
  while (
    at > 0 &&
    at < text.length &&
    text.charCodeAt(at - 1) !== SPACE &&
    text.charCodeAt(at - 1) !== NEWLINE
  )
    at += 1;
  return at;
}

const SPACE = 32;
const NEWLINE = 10;
