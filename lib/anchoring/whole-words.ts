import type { Place } from './locate.ts';
import { isWordly, joins } from './word-borders.ts';

/** Scripts that put no space between words: each letter stands for itself. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const FIRST_UNSPACED = 0x0e00;
/** No word is longer. */
const LONGEST = 64;

const isDigit = (unit: string | undefined) => unit !== undefined && unit >= '0' && unit <= '9';
const isUnspaced = (unit: string | undefined) =>
  unit !== undefined && unit.charCodeAt(0) >= FIRST_UNSPACED && UNSPACED.test(unit);
const isOf = (marks: string, unit: string | undefined) => unit !== undefined && marks.includes(unit);

/** Between two digits these belong to a number, a date or a score … */
const WITHIN_NUMBERS = ".,:/-‐‑–−’'";
/** … between two letters these to a word … */
const WITHIN_WORDS = "-‐‑’'";
/** … and before or after a digit, without a space, these to a number. */
const BEFORE_NUMBERS = '-−–.$€£¥';
const AFTER_NUMBERS = '%‰°';

/** Whether a mark at an offset belongs to what stands on both its sides. */
function ties(text: string, at: number): boolean {
  const [mark, before, after] = [text[at], text[at - 1], text[at + 1]];
  if (isOf(WITHIN_NUMBERS, mark) && isDigit(before) && isDigit(after)) return true;
  return isOf(WITHIN_WORDS, mark) && isWordly(before) && isWordly(after) && !isUnspaced(before);
}

/** Whether an offset splits what is one word or one number to a reader: "3.5", "-5", "can't", "non-toxic", "5%". */
export function splits(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const [before, after] = [text[at - 1], text[at]];
  if (joins(text, at)) return !isUnspaced(before) && !isUnspaced(after);
  if (ties(text, at) || ties(text, at - 1)) return true;
  if (isDigit(after) && isOf(BEFORE_NUMBERS, before)) return !isWordly(text[at - 2]);
  return isDigit(before) && isOf(AFTER_NUMBERS, after);
}

/** Where the word begins that an offset splits; the offset itself if it splits none. */
function wholeStart(text: string, at: number): number {
  const least = at - LONGEST;
  while (at > least && splits(text, at)) at -= 1;
  return at;
}

/** Where the word ends that an offset splits. */
function wholeEnd(text: string, at: number): number {
  const most = at + LONGEST;
  while (at < most && splits(text, at)) at += 1;
  return at;
}

const NO_LETTERS = /[^\p{L}\p{M}]/gu;
const DIGIT = /\p{N}/u;

/** Letters and nothing else, whatever their case. */
const lettersIn = (text: string) => text.replace(NO_LETTERS, '').toLowerCase();

/**
 * Two passages with the words whole that one of them cuts and the other does not, or otherwise. Where a word is
 * only written together or apart now ("twenty five", "twenty-five") nothing is added.
 */
export function withWholeWords(
  old: { text: string } & Place,
  now: { text: string } & Place,
): { old: Place; now: Place } {
  const [oldStart, newStart] = [wholeStart(old.text, old.start), wholeStart(now.text, now.start)];
  const [oldEnd, newEnd] = [wholeEnd(old.text, old.end), wholeEnd(now.text, now.end)];
  const added = {
    before: [old.text.slice(oldStart, old.start), now.text.slice(newStart, now.start)] as const,
    after: [old.text.slice(old.end, oldEnd), now.text.slice(now.end, newEnd)] as const,
  };
  const first = !isRespelt(...added.before, (part, inOld) =>
    lettersIn(besideStart(inOld ? old : now, part.length)).endsWith(lettersIn(part)),
  );
  const last = !isRespelt(...added.after, (part, inOld) =>
    lettersIn(besideEnd(inOld ? old : now, part.length)).startsWith(lettersIn(part)),
  );
  return {
    old: { start: first ? oldStart : old.start, end: last ? oldEnd : old.end },
    now: { start: first ? newStart : now.start, end: last ? newEnd : now.end },
  };
}

const besideStart = ({ text, start }: { text: string } & Place, length: number) =>
  text.slice(Math.max(0, start - length - 2), start);
const besideEnd = ({ text, end }: { text: string } & Place, length: number) =>
  text.slice(end, end + length + 2);

/** Whether what belongs to the first (or last) word is the same on both sides, or stands beside it there. */
function isRespelt(old: string, now: string, beside: (part: string, inOld: boolean) => boolean): boolean {
  if (old === now) return true;
  if (DIGIT.test(old + now) || lettersIn(old + now) === '') return false;
  if (lettersIn(old) === lettersIn(now)) return true;
  return old === '' ? beside(now, true) : now === '' && beside(old, false);
}
