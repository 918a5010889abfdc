import { fingerprint } from '#lib/exhibit/fingerprint.ts';
import type { ExhibitSource } from '#lib/exhibit/schema.ts';
import { parseDate } from '../dates.ts';
import { fieldText } from '../result.ts';

/** When something was said: a day or a moment (ISO 8601) where one can be had, and the words that told it. */
export interface CommentTime {
  at: string | null;
  words: string | null;
}

/** Votes as they were shown: both sides, or only what they come to. */
export interface OriginalVotes {
  up: number | null;
  down: number | null;
  score: number;
}

/** The passage of the article that a comment was tied to, by its words and what stands around them. */
export interface TiedPassage {
  exact: string;
  prefix: string;
  suffix: string;
}

/** One comment under the original, as it was found; nothing of it is trusted. */
export interface OriginalComment {
  /** Names it within its thread, the same each time it is read: `wp:15035`. */
  key: string;
  parentKey: string | null;
  /** Words, never a link; empty where none were given. */
  author: string;
  body: { html: string } | { text: string };
  time: CommentTime;
  votes: OriginalVotes | null;
  passage: TiedPassage | null;
  /** Puts it among its siblings where times do not tell. */
  order: number;
}

/** The discussion that stood under an article. */
export interface OriginalThread {
  source: ExhibitSource;
  comments: OriginalComment[];
  /** How many there are, by the source's own word; null where it says nothing. */
  declaredCount: number | null;
  /** When the source was written, if it says so; ISO 8601. */
  asOf: string | null;
}

export const AUTHOR_LIMIT = 120;
const WORDS_LIMIT = 80;
/** PostgreSQL's largest integer: larger votes and numbers are nonsense. */
export const INTEGER_LIMIT = 2_147_483_647;
/** The longest words that a passage may have, and what is kept around them. */
export const PASSAGE_LIMIT = 5_000;
export const PASSAGE_CONTEXT = 32;

/** A name as one line of words. */
export function authorName(raw: string | null | undefined): string {
  return fieldText(raw, AUTHOR_LIMIT) ?? '';
}

/**
 * When something was said, by what a machine should read and by what people read; either may be missing. Without a
 * zone only the day is certain, so the words are kept beside it; "11 hours ago" stays words.
 */
export function timeOf(
  machine: string | null | undefined,
  shown: string | null | undefined,
  lang = 'en',
): CommentTime {
  const words = fieldText(shown, WORDS_LIMIT);
  for (const raw of [machine, shown]) {
    const found = parseDate(raw, lang);
    if (!found || found.ambiguous) continue;
    if (!found.value.includes('T')) return { at: found.value, words: words ?? fieldText(raw, WORDS_LIMIT) };
    const moment = new Date(found.value);
    if (!Number.isNaN(moment.getTime())) return { at: moment.toISOString(), words: null };
  }
  return { at: null, words: words ?? fieldText(machine, WORDS_LIMIT) };
}

/** A number as it was written, whatever parts its thousands; null for anything else. */
export function integerOf(raw: string | number | null | undefined): number | null {
  const text = String(raw ?? '')
    .trim()
    .replace(/^[+]/, '')
    .replace(/^[−–]/, '-');
  if (!/^-?(?:\d{1,3}(?:[.,\u0020\u00A0\u202F]?\d{3})*|\d{1,10})$/.test(text)) return null;
  const value = Number(text.replace(/[^\d-]/g, ''));
  return Math.abs(value) <= INTEGER_LIMIT ? value : null;
}

/** Votes for and against; null where nothing was told. */
export function votesOf(
  up: number | null,
  down: number | null,
  score: number | null = null,
): OriginalVotes | null {
  if (up === null && down === null) return score === null ? null : { up: null, down: null, score };
  const [forIt, against] = [Math.abs(up ?? 0), Math.abs(down ?? 0)];
  return { up: forIt, down: down === null ? null : against, score: forIt - against };
}

/** A key for a comment that has none: by what it says, for the same comment is to have the same key. */
export function keyOfWords(source: string, author: string, text: string): string {
  return `${source}:${fingerprint(author, text).slice(0, 24)}`;
}

/** The passage by its words, or null when there are none, or too many. */
export function passageOf(before: string, exact: string, after: string): TiedPassage | null {
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const words = flat(exact).trim();
  if (!/[\p{L}\p{N}]/u.test(words) || words.length > PASSAGE_LIMIT) return null;
  return {
    exact: words.toWellFormed(),
    prefix: flat(before).slice(-PASSAGE_CONTEXT).toWellFormed(),
    suffix: flat(after).slice(0, PASSAGE_CONTEXT).toWellFormed(),
  };
}

/** The thread with each key once, and without a comment that answers itself. O(comments). */
export function settled(thread: OriginalThread): OriginalThread {
  const seen = new Set<string>();
  const comments: OriginalComment[] = [];
  for (const comment of thread.comments) {
    if (seen.has(comment.key)) continue;
    seen.add(comment.key);
    comments.push(comment.parentKey === comment.key ? { ...comment, parentKey: null } : comment);
  }
  return { ...thread, comments };
}
