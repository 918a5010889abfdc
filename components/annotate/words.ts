import { type Span, sentenceAt } from '#lib/document/sentences.ts';

/** A passage that is being selected: where it was begun, and the word at the other end. Offsets in UTF-16. */
export interface Reach {
  anchor: Span;
  head: Span;
}

export function spanOf({ anchor, head }: Reach): Span {
  return { start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) };
}

/** The words of the line that holds an offset, as Unicode and `lang` divide it. O(length of the line). */
function wordsOfLine(text: string, offset: number, lang: string | null): Span[] {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(start, next === -1 ? text.length : next);
  return [...segmenter(lang).segment(line)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
}

function segmenter(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? 'en', { granularity: 'word' });
  } catch {
    // What an article says of its language may be no language tag.
    return new Intl.Segmenter('en', { granularity: 'word' });
  }
}

/** The word that holds an offset, or the first after it, over the ends of lines; null after the last. */
export function wordFrom(text: string, offset: number, lang: string | null): Span | null {
  for (let at = offset; at <= text.length; ) {
    const found = wordsOfLine(text, at, lang).find(({ end }) => end > offset);
    if (found) return found;
    const next = text.indexOf('\n', at);
    if (next === -1) return null;
    at = next + 1;
  }
  return null;
}

/** The last word that ends at or before an offset; null before the first. */
export function wordBefore(text: string, offset: number, lang: string | null): Span | null {
  for (let at = offset; at >= 0; ) {
    const found = wordsOfLine(text, at, lang).findLast(({ end }) => end <= offset);
    if (found) return found;
    const before = at === 0 ? -1 : text.lastIndexOf('\n', at - 1);
    if (before === -1) return null;
    at = before;
  }
  return null;
}

export type Step =
  | 'next-word'
  | 'previous-word'
  | 'next-sentence'
  | 'previous-sentence'
  | 'line-start'
  | 'line-end';

/**
 * One step of selecting by keyboard: to another word, or, with `extend`, reaching to it. Where there is no word to go
 * to, nothing changes.
 */
export function step(text: string, reach: Reach, where: Step, extend: boolean, lang: string | null): Reach {
  const head = target(text, reach.head, where, extend, lang);
  if (!head) return reach;
  return extend ? { anchor: reach.anchor, head } : { anchor: head, head };
}

function target(text: string, from: Span, where: Step, extend: boolean, lang: string | null): Span | null {
  if (where === 'next-word') return wordFrom(text, from.end, lang);
  if (where === 'previous-word') return wordBefore(text, from.start, lang);
  if (where === 'line-start') return wordsOfLine(text, from.start, lang)[0] ?? null;
  if (where === 'line-end') return wordsOfLine(text, from.start, lang).at(-1) ?? null;
  const sentence = sentenceAt(text, from.start, lang ?? undefined);
  if (where === 'previous-sentence') {
    const first = wordFrom(text, sentence.start, lang);
    if (extend && first && first.start < from.start) return first;
    const before = wordBefore(text, sentence.start, lang);
    return before && wordFrom(text, sentenceAt(text, before.start, lang ?? undefined).start, lang);
  }
  const next = wordFrom(text, sentence.end, lang);
  if (!extend) return next;
  // Reaching goes to the end of this sentence first, then to the end of the one after it.
  const last = wordBefore(text, sentence.end, lang);
  if (last && last.start > from.start) return last;
  return next && wordBefore(text, sentenceAt(text, next.start, lang ?? undefined).end, lang);
}

/** Stretches a passage to whole sentences at both ends. Idempotent. */
export function wholeSentences(text: string, { start, end }: Span, lang: string | null): Span {
  const first = sentenceAt(text, start, lang ?? undefined);
  const last = sentenceAt(text, Math.max(start, end - 1), lang ?? undefined);
  return { start: Math.min(first.start, start), end: Math.max(last.end, end) };
}

/** Whether something could be said about a passage: a letter, a digit or a symbol (also an emoji) is in it. */
export function saysSomething(passage: string): boolean {
  return /[\p{L}\p{N}\p{S}]/u.test(passage);
}
