import { fold } from './fold.ts';

/**
 * A text as a row of words. A word is a run of letters and digits (with an apostrophe, or a number's
 * point or comma, between them), one character of a script that is written without spaces, or one
 * mark of punctuation. White space and invisible characters belong to none.
 */
export interface Words {
  text: string;
  count: number;
  /** UTF-16 offsets of word i in the text; `ends` exclusive. */
  starts: Int32Array;
  ends: Int32Array;
  /** Word i as a number: the same for the same word, whatever its quotes, dashes and composition. */
  ids: Int32Array;
}

/** Numbers for words; texts that are to be compared share one. */
export class Lexicon {
  private known = new Map<string, number>();
  /** What words are compared by, by number. */
  readonly forms: string[] = [];

  idOf(word: string): number {
    const found = this.known.get(word);
    if (found !== undefined) return found;
    const form = PLAIN.test(word) ? word : fold(word).text;
    let id = this.known.get(form);
    if (id === undefined) {
      id = this.forms.push(form) - 1;
      this.known.set(form, id);
    }
    this.known.set(word, id);
    return id;
  }
}

const PLAIN = /^[\x21-\x5f\x61-\x7e]*$/;

/** Letters of scripts that put no space between words: each stands for itself, with its marks. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const INNER = '[\\p{L}\\p{M}\\p{N}\\u00AD\\u200B\\u200C\\u200D\\u2060]';
const WORD = new RegExp(
  [
    '[0-9]+(?:[.,][0-9]+)*',
    `[${UNSPACED}]\\p{M}*`,
    `(?![${UNSPACED}])[\\p{L}\\p{N}](?:(?![${UNSPACED}])${INNER}|['’](?=[\\p{L}\\p{N}]))*`,
    '[\\p{Extended_Pictographic}\\p{RI}](?:[\\p{Extended_Pictographic}\\p{RI}\\p{EMod}\\p{M}\\u200D])*',
    '[^\\s\\u00AD\\u200B\\u2060\\uFEFF]\\p{M}*',
  ].join('|'),
  'uy',
);

const NOTHING = /[\s\u00AD\u200B\u2060\uFEFF]/;

/** Where the next word begins, from an offset on. */
export function nextWord(text: string, at: number): number {
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 128 ? unit > 32 : !NOTHING.test(text[at] as string)) break;
    if (unit < 32 && unit !== 9 && (unit < 10 || unit > 13)) break;
    at += 1;
  }
  return at;
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57;
const isLetter = (unit: number) => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
const isJoint = (unit: number) => unit === 39 || unit === 0x2019;

/** Where the word ends that begins at an offset: ASCII by its letters, all else by {@link WORD}. */
export function wordEnd(text: string, start: number): number {
  let at = start;
  const first = text.charCodeAt(at);
  if (isDigit(first)) {
    while (isDigit(text.charCodeAt(at))) {
      at += 1;
      const mark = text.charCodeAt(at);
      if ((mark === 44 || mark === 46) && isDigit(text.charCodeAt(at + 1))) at += 1;
    }
    return at;
  }
  if (first < 128) {
    if (!isLetter(first)) at += 1;
    else {
      for (;;) {
        const unit = text.charCodeAt(at);
        const next = text.charCodeAt(at + 1);
        if (isLetter(unit) || isDigit(unit) || (isJoint(unit) && (isLetter(next) || isDigit(next)))) at += 1;
        else break;
      }
    }
    if (!(text.charCodeAt(at) >= 128) || isJoint(text.charCodeAt(at))) return at;
  }
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start + 1;
}

/** Takes a text apart. One pass, O(length). */
export function wordsOf(text: string, lexicon: Lexicon): Words {
  let size = 8 + (text.length >> 2);
  let starts = new Int32Array(size);
  let ends = new Int32Array(size);
  let ids = new Int32Array(size);
  let count = 0;
  const grown = (old: Int32Array) => {
    const more = new Int32Array(size);
    more.set(old);
    return more;
  };
  for (let at = nextWord(text, 0); at < text.length; ) {
    if (count === size) {
      size *= 2;
      starts = grown(starts);
      ends = grown(ends);
      ids = grown(ids);
    }
    const end = wordEnd(text, at);
    starts[count] = at;
    ends[count] = end;
    ids[count] = lexicon.idOf(text.slice(at, end));
    count += 1;
    at = nextWord(text, end);
  }
  return {
    text,
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    ids: ids.subarray(0, count),
  };
}

/** Where words begin and end, without what they are. */
export type Borders = Pick<Words, 'text' | 'count'> & { starts: number[]; ends: number[] };

/** The words of a short text by their borders alone. */
export function bordersOf(text: string): Borders {
  const [starts, ends]: [number[], number[]] = [[], []];
  for (let at = nextWord(text, 0); at < text.length; at = nextWord(text, at)) {
    starts.push(at);
    at = wordEnd(text, at);
    ends.push(at);
  }
  return { text, count: starts.length, starts, ends };
}
