import { monthOf } from './meaning/measures.ts';
import { isWordly } from './word-borders.ts';

/*
 * Where the sentence begins and ends that goes over an offset: closer than what a difference needs (see
 * sentences.ts), for it says which words one passage is a part of.
 */

/** What ends a sentence, what may close after that, and how far is looked. */
const ENDS = '.!?…。';
const CLOSING = '"\'’”“»«)]';
const FURTHEST = 800;

/** A point after these is none. */
const SHORTENED = new Set(
  `mr mrs ms dr prof st sen gov rep gen col lt sgt capt rev hon jr sr vs no inc ltd co corp dept est fig approx
  nr bzw ca inkl evtl ggf sog mio mrd str dipl ing abs art bd hr fr geb gest jh vgl zzgl tel z b u a d h i e g`.split(
    /\s+/,
  ),
);

const isSpace = (unit: string | undefined) => unit === ' ' || unit === '\u00a0' || unit === '\t';
const isLine = (unit: string | undefined) => unit === '\n' || unit === '\r' || unit === '\u2028';
const SMALL = /\p{Ll}/u;

/** Where white space begins that follows a sentence; -1 if what ends before `at` is none. */
function endBefore(text: string, at: number): number {
  let end = at;
  while (isSpace(text[end - 1])) end -= 1;
  let mark = end;
  while (mark > 0 && CLOSING.includes(text[mark - 1] as string)) mark -= 1;
  const sign = text[mark - 1];
  if (sign === undefined || !ENDS.includes(sign)) return -1;
  if (end < at || text[at] === undefined || isLine(text[at])) {
    let next = at;
    while (isSpace(text[next]) || CLOSING.includes(text[next] ?? ' ')) next += 1;
    if (SMALL.test(text[next] ?? '')) return -1;
    return sign === '.' && isShortened(text, mark - 1, next) ? -1 : end;
  }
  return sign === '。' ? end : -1;
}

/** Whether a point belongs to the word or the number before it. */
function isShortened(text: string, point: number, next: number): boolean {
  let start = point;
  while (start > 0 && point - start <= LONGEST_SHORTENED && isWordly(text[start - 1])) start -= 1;
  if (point - start > LONGEST_SHORTENED) return false;
  const word = text.slice(start, point).toLowerCase();
  if (SHORTENED.has(word) || (word.length === 1 && LETTER.test(word))) return text[next] !== undefined;
  if (!DAY.test(word)) return false;
  const month = /^\p{L}+/u.exec(text.slice(next, next + 12))?.[0].toLowerCase();
  return month !== undefined && monthOf.has(month);
}

const LONGEST_SHORTENED = 6;
const LETTER = /^\p{L}$/u;
const DAY = /^[0-9]{1,2}$/;

/** Where the sentence begins that an offset stands in; the offset itself if one begins there. */
export function sentenceStart(text: string, at: number): number {
  const least = Math.max(0, at - FURTHEST);
  for (let start = at; start > least; start -= 1) {
    if (isLine(text[start - 1])) return start;
    if (isSpace(text[start - 1]) && !isSpace(text[start]) && endBefore(text, start) >= 0) return start;
  }
  return least;
}

/** Where the sentence ends that an offset stands in, with its marks; the offset itself if one ends there. */
function sentenceEnd(text: string, at: number): number {
  const most = Math.min(text.length, at + FURTHEST);
  for (let end = at; end < most; end += 1) {
    if (isLine(text[end])) return end;
    if (isSpace(text[end]) && end > 0 && endBefore(text, end + 1 + spaces(text, end + 1)) === end) return end;
  }
  return most;
}

function spaces(text: string, at: number): number {
  let count = 0;
  while (isSpace(text[at + count])) count += 1;
  return count;
}

const ENDED = /[.!?…。]$/u;

/** Where the sentence ends that a passage ends in: with the passage, if that has the mark and white space follows. */
export function sentenceEndOf(text: string, start: number, end: number): number {
  const follows = text[end];
  const stops = ENDED.test(text.slice(Math.max(start, end - 1), end));
  return stops && (follows === undefined || isSpace(follows)) ? end : sentenceEnd(text, end);
}
