import { z } from 'zod';
import { foldsView } from '#lib/assessment/reveal/schema.ts';
import { text } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';

/** An exhibit comment stood under the original of an article. */
export const SEARCH_KINDS = ['article', 'claim', 'ruling', 'source', 'comment', 'exhibit-comment'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SOUGHT_MAX = 300;
/** A question of more words is none that words could answer. */
export const TERMS_MAX = 16;
/** So many of each kind, the newest that match, are ranked and can be paged through. */
export const RANKED_MAX = 120;
const LIMIT_MAX = 50;

/** One line, as it was typed; white space of any kind parts words. */
const sought = text
  .transform((value) => value.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1, 'give a word or more').max(SOUGHT_MAX));

export const searchQuery = z.object({
  q: sought,
  kind: z.enum(SEARCH_KINDS).optional(),
  /** Of the article: `de` finds `de-AT` too. */
  lang: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'is not a language tag such as en or de-AT')
    .max(35)
    .optional(),
  /** What a claim shows, and what a ruling says: then only claims and rulings are found. */
  verdict: z.enum(SHOWN).optional(),
  /** Days in UTC, both included, on which it was written; of an article or ruling, published or else brought in. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Only in this article: its id or slug. */
  article: text.pipe(z.string().min(1).max(200)).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(20),
});
export type SearchQuery = z.output<typeof searchQuery>;

/** A text of ours, never HTML, and where in it what was sought stands: pairs of UTF-16 offsets. */
const markedText = z
  .object({ text: z.string(), marks: z.array(z.tuple([z.number().int(), z.number().int()])) })
  .meta({ id: 'MarkedText' });
export type MarkedText = z.output<typeof markedText>;

const searchItem = z
  .object({
    kind: z.enum(SEARCH_KINDS),
    id: z.string(),
    /** Where it can be read: a path on this site. */
    path: z.string(),
    /** Title of an article or of a source's page, statement of a claim or of the one that was ruled on; null on a comment. */
    title: markedText.nullable(),
    /** Around what was found in an article's text, a claim's or source's quote, a ruling's reasoning, a comment. */
    snippet: markedText,
    article: z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      lang: z.string(),
      site: z.string().nullable(),
    }),
    /** The claim itself, or the one that was ruled on or on which a source lies. */
    claimId: z.string().nullable(),
    /** What that shows, or the ruling says; `open` where it is folded for the caller. */
    verdict: z.enum(SHOWN).nullable(),
    /** The caller could judge that claim, and neither has nor asked to see what others made of it. */
    folded: z.boolean(),
    /** Address of a source. */
    url: z.string().nullable(),
    /** Who wrote it, or brought it in; null for a guest. */
    person: personView.nullable(),
    guest: z.object({ name: z.string() }).nullable(),
    /** Who wrote a comment on the original, by the name that stood there. */
    author: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'SearchItem' });
export type SearchItem = z.output<typeof searchItem>;

/** How what was found fits: all words, similar spellings of them, or only some of them. */
const FITS = ['all', 'similar', 'some'] as const;
export type Fit = (typeof FITS)[number];

export const searchPage = z
  .object({
    items: z.array(searchItem),
    nextCursor: z.string().nullable(),
    fit: z.enum(FITS),
    /** How many can be paged through: of each kind the newest ones that match. */
    total: z.number().int(),
    /** There are more than that. */
    more: z.boolean(),
    /** What was sought, with the words in it that nothing holds spelt as they are where something was found. */
    suggestion: z.string().nullable(),
    folds: foldsView,
  })
  .meta({ id: 'SearchPage' });
export type SearchPage = z.output<typeof searchPage>;
/** The same for everybody: nothing in it is folded for whoever asks. */
export type FoundPage = Omit<SearchPage, 'folds'>;

const STATEMENT_MAX = 500;
const QUOTE_MAX = 5_000;

export const similarQuery = z.object({
  statement: text.pipe(z.string().max(STATEMENT_MAX)),
  quote: text.pipe(z.string().max(QUOTE_MAX)).default(''),
  /** Of the article in which the claim is made. */
  lang: text.pipe(z.string().max(35)).default('und'),
});
export type SimilarQuery = z.output<typeof similarQuery>;

export const similarClaim = z
  .object({
    id: z.string(),
    path: z.string(),
    statement: z.string(),
    /** What it shows; `open` where that is folded for the caller. */
    verdict: z.enum(SHOWN),
    folded: z.boolean(),
    article: z.object({ id: z.string(), slug: z.string(), title: z.string(), lang: z.string() }),
    createdAt: z.iso.datetime(),
    /** 0 to 1: how much of what is said is the same. */
    similarity: z.number(),
  })
  .meta({ id: 'SimilarClaim' });
export type SimilarClaim = z.output<typeof similarClaim>;
