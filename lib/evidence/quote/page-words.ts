import { Lexicon, wordsOf } from '#lib/anchoring/words.ts';

/** A text as a row of words; offsets are UTF-16. */
export interface Row {
  text: string;
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** Word i as a number: the same for the same word, whatever its case. */
  ids: Int32Array;
}

/** Words of a row, `end` exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** Letters, digits or a picture: all else is a mark. */
const WORDLY = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Numbers for words; texts that are to be compared share one. */
export class WordNumbers {
  private readonly lexicon = new Lexicon();
  /** By number of the lexicon: the number of the word in lower case, or -1 for a mark. */
  private readonly numbers: number[] = [];
  private readonly known = new Map<string, number>();
  /** The words in lower case, by number. */
  readonly words: string[] = [];

  /** Takes a text apart; marks are left out. O(length). */
  read(text: string): Row {
    const { count, starts, ends, ids } = wordsOf(text, this.lexicon);
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      const number = this.numberOf(ids[at] as number);
      if (number < 0) continue;
      // In place, for a word never stands behind where it stood.
      starts[left] = starts[at] as number;
      ends[left] = ends[at] as number;
      ids[left] = number;
      left += 1;
    }
    return { text, count: left, starts, ends, ids };
  }

  private numberOf(id: number): number {
    const found = this.numbers[id];
    if (found !== undefined) return found;
    const form = this.lexicon.forms[id] as string;
    const word = form.toLowerCase();
    let number = WORDLY.test(form) ? this.known.get(word) : -1;
    if (number === undefined) {
      number = this.words.push(word) - 1;
      this.known.set(word, number);
    }
    this.numbers[id] = number;
    return number;
  }
}

/** A mark that parts the words beside it; a dash within a word does not. */
const PARTING = /[.!?…,;:()[\]{}"„“”«»‹›\n]|\s[-–—]|[-–—]\s/;
const ENDING = /[.!?…]["'”’»)\]]*\s|\n/;

/** What stands between a word and the next one. */
function between({ text, starts, ends }: Row, before: number): string {
  return text.slice(ends[before], starts[before + 1]);
}

const isLimit = ({ count }: Row, before: number) => before < 0 || before + 1 >= count;

/** Whether a mark parts a word from the next one. */
export const isParted = (row: Row, before: number) =>
  isLimit(row, before) || PARTING.test(between(row, before));

/** Whether a sentence or a paragraph ends behind a word. */
export const isEnd = (row: Row, before: number) => isLimit(row, before) || ENDING.test(between(row, before));

/** The words of a stretch as they are written. */
export const written = ({ text, starts, ends }: Row, { start, end }: Stretch) =>
  text.slice(starts[start], ends[end - 1]);
