import { matchWords } from './match.ts';
import { Lexicon, type Words, wordsOf } from './words.ts';

/** A stretch of both texts: UTF-16 offsets, ends exclusive. One side of what was inserted or removed is empty. */
export interface Run {
  kind: 'equal' | 'removed' | 'inserted';
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
}

/**
 * What became of a text, word by word, from its beginning to its end: the runs follow each other
 * without a gap in both texts, a removal before the insertion that replaces it. Words are equal
 * whatever their quotes, dashes, white space and Unicode composition, so that an equal run may be
 * written otherwise in the new text.
 *
 * O(length) for texts that have much in common; never quadratic.
 */
export function wordDiff(oldText: string, newText: string): Run[] {
  const lexicon = new Lexicon();
  const a = wordsOf(oldText, lexicon);
  const b = wordsOf(newText, lexicon);
  return runsOf(a, b, matchWords(a.ids, b.ids));
}

/** The same for texts that are taken apart and matched. */
export function runsOf(a: Words, b: Words, match: Int32Array): Run[] {
  const runs = new Runs();
  let [x, y] = [0, 0];
  while (x < a.count || y < b.count) {
    let [toX, toY] = [x, y];
    while (toX < a.count && match[toX] === toY) {
      toX += 1;
      toY += 1;
    }
    if (toX > x) runs.equal(endOf(a, toX), endOf(b, toY));
    [x, y] = [toX, toY];
    while (toX < a.count && match[toX] === -1) toX += 1;
    toY = toX < a.count ? (match[toX] as number) : b.count;
    // White space goes with the words before it, so that what is replaced ends as what replaces it.
    runs.removed(endOf(a, toX));
    runs.inserted(endOf(b, toY));
    [x, y] = [toX, toY];
  }
  runs.equal(a.text.length, b.text.length);
  return runs.done;
}

/** Where the words before word `at` end, with the white space behind them. */
function endOf(words: Words, at: number): number {
  return at < words.count ? (words.starts[at] as number) : words.text.length;
}

class Runs {
  readonly done: Run[] = [];
  private oldAt = 0;
  private newAt = 0;

  equal(oldEnd: number, newEnd: number): void {
    this.put('equal', oldEnd, newEnd);
  }

  removed(oldEnd: number): void {
    this.put('removed', oldEnd, this.newAt);
  }

  inserted(newEnd: number): void {
    this.put('inserted', this.oldAt, newEnd);
  }

  private put(kind: Run['kind'], oldEnd: number, newEnd: number): void {
    if (oldEnd <= this.oldAt && newEnd <= this.newAt) return;
    this.done.push({ kind, oldStart: this.oldAt, oldEnd, newStart: this.newAt, newEnd });
    [this.oldAt, this.newAt] = [oldEnd, newEnd];
  }
}
