import type { JSONContent } from '@tiptap/core';

/** What may be brought in, in UTF-16 units of the source. */
export const INPUT_LIMIT = 2_000_000;
/** Longer ones are not titles, names and sites, but text that was taken for them. */
export const FIELD_LIMITS = { title: 300, byline: 200, site: 120 } as const;

/** A part of the source that was taken for something other than the article, to be seen and restored. */
export interface LeftOut {
  /**
   * `comments`: the discussion under the article. `appeal`: the publisher speaking for itself.
   * `furniture`: navigation, sharing, related articles. `advert`: an advertisement or its mark.
   */
  why: 'comments' | 'appeal' | 'furniture' | 'advert';
  text: string;
}

/**
 * What a person should look at. `…-guessed`: the field was not found and is proposed, or could be
 * read in two ways. `article-uncertain`: no article could be told from the rest of the page.
 * `beginning-only`: the page says that its subscribers alone may read all of it, and there is little.
 * `order-uncertain`: what stands side by side on the pages of a file may have to be read in another order.
 */
export type ImportWarning =
  | 'title-guessed'
  | 'byline-guessed'
  | 'date-guessed'
  | 'lang-guessed'
  | 'article-uncertain'
  | 'beginning-only'
  | 'order-uncertain';

/** Where a field comes from: the person, the source, or a guess. */
export type Origin = 'given' | 'found' | 'guessed';
export type Field = 'title' | 'byline' | 'site' | 'lang' | 'publishedAt' | 'url';

export interface ImportedArticle {
  title: string;
  byline: string | null;
  site: string | null;
  /** BCP 47. */
  lang: string;
  /** ISO 8601: a day, or a moment with its zone. */
  publishedAt: string | null;
  url: string | null;
  /** What the source itself says, whatever a person states; null where it is not found, or only guessed. */
  found: { title: string | null; byline: string | null; publishedAt: string | null };
  /** Keywords that the page declares. */
  topics: string[];
  document: JSONContent;
  /** The canonical text of the document. */
  text: string;
  leftOut: LeftOut[];
  warnings: ImportWarning[];
  source: Partial<Record<Field, Origin>>;
}

/** What a reader of one format found; import.ts makes the article of it. */
export interface Findings {
  title: string | null;
  byline: string | null;
  site: string | null;
  lang: string | null;
  publishedAt: string | null;
  url: string | null;
  topics?: string[];
  document: JSONContent;
  leftOut: LeftOut[];
  warnings: ImportWarning[];
}

/** What stands in the place of an article: a wall before it, or the word that there is none. */
export type NoArticleReason =
  | 'consent-page'
  | 'robot-check'
  | 'paywall'
  | 'sign-in'
  | 'page-missing'
  | 'region-block'
  | 'ad-blocker';

export interface ImportProblem {
  ok: false;
  code: 'empty' | 'binary' | 'too-large' | 'no-article';
  detail: string;
  /** With `no-article`, where it can be told. */
  reason?: NoArticleReason;
}

export type ImportResult = { ok: true; article: ImportedArticle } | ImportProblem;

/** What turns the reading order of all that follows around, also of what others wrote. Single marks (LRM, RLM) are lawful. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line without white space at its ends and in runs, cut at a word; null when nothing is left. */
export function fieldText(raw: unknown, limit: number): string | null {
  if (typeof raw !== 'string') return null;
  const line = raw
    .toWellFormed()
    .replace(TURNING, '')
    .replace(/[\s\p{Cc}\u200B\uFEFF\u2028\u2029]+/gu, ' ')
    .trim();
  if (line.length <= limit) return line || null;
  const cut = line.slice(0, limit).toWellFormed();
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), limit >> 1))
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`.slice(0, limit);
}
