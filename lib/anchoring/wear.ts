import { isWordly } from './word-borders.ts';

/** Shares of words, by their letters. */
export interface Wear {
  /** Of words that stand there with letters wrong. */
  partly: number;
  /** Of words in whose place stands another, or nothing. */
  replaced: number;
}

/** How often each word stands in a text; counted when it is first asked for. */
export class WordCounts {
  private readonly text: string;
  private counts: Map<string, number> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  of(word: string): number {
    this.counts ??= countsOf(this.text);
    return this.counts.get(word) ?? 0;
  }
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    if (!isPart(text, at)) continue;
    const start = at;
    while (at < text.length && isPart(text, at)) at += 1;
    const word = text.slice(start, at);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Letters that are two units long count as such by their halves. */
const isPart = (text: string, at: number) => isWordly(text[at]) || (text.charCodeAt(at) & 0xf800) === 0xd800;

/** Below this share of its letters a word is another one. */
const REPLACED = 0.34;

/**
 * How the words of a pattern are worn, which tells a text that was garbled from one that says something
 * similar. A word with letters wrong is another word if both are written elsewhere in the text, too.
 */
export function wearOf(
  same: Int32Array,
  places: Int32Array,
  pattern: string,
  text: string,
  counts: WordCounts,
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
      (counts.of(word) > 0 && counts.of(wordAt(text, places[index] as number)) > 1);
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
  while (isWordly(text[start - 1])) start -= 1;
  while (isWordly(text[end])) end += 1;
  return text.slice(start, end);
}
