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
  'gu',
);

/** Takes a text apart. One pass, O(length). */
export function wordsOf(text: string, lexicon: Lexicon): Words {
  let size = 64 + (text.length >> 2);
  let starts = new Int32Array(size);
  let ends = new Int32Array(size);
  let ids = new Int32Array(size);
  let count = 0;
  const grown = (old: Int32Array) => {
    const more = new Int32Array(size);
    more.set(old);
    return more;
  };
  for (const match of text.matchAll(WORD)) {
    if (count === size) {
      size *= 2;
      starts = grown(starts);
      ends = grown(ends);
      ids = grown(ids);
    }
    starts[count] = match.index;
    ends[count] = match.index + match[0].length;
    ids[count] = lexicon.idOf(match[0]);
    count += 1;
  }
  return {
    text,
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    ids: ids.subarray(0, count),
  };
}
