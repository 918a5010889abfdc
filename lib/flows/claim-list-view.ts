import { z } from 'zod';
import { TOPIC_MAX } from '#lib/article/schema.ts';
import { foldsView } from '#lib/assessment/reveal/schema.ts';
import { line, text } from '#lib/errors/fields.ts';
import { labelKey } from '#lib/label/schema.ts';
import { personView } from '#lib/user/schema.ts';
import { CLAIM_STATES } from '#lib/verdict/state.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';

/** So many are counted; of more it is only said that they are more. */
export const COUNTED_MAX = 1_000;

/** Which claims are listed; each that is given has to fit. */
export const claimFilter = z.object({
  /** What it shows. */
  verdict: z.enum(SHOWN).optional(),
  /** How far its judging has come. */
  state: z.enum(CLAIM_STATES).optional(),
  /** The key of a label that stands at it. */
  label: labelKey.optional(),
  /** Of its article, however it is spelt. */
  topic: line(TOPIC_MAX).optional(),
  /** By id or slug. */
  article: text.pipe(z.string().min(1).max(200)).optional(),
  /** Who marked it, by handle. */
  person: line(60).optional(),
  /** Who said it: the byline of its article, or who wrote the comment on the original. */
  claimant: line(200).optional(),
  /** Days in UTC, both included, on which it was marked. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type ClaimFilter = z.output<typeof claimFilter>;

export const claimListQuery = claimFilter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Whether claims are listed by what people made of them. */
export const isByVerdict = ({ verdict, state }: ClaimFilter) => Boolean(verdict ?? state);
export type ClaimListQuery = z.output<typeof claimListQuery>;

const claimListItem = z
  .object({
    id: z.string(),
    path: z.string(),
    statement: z.string(),
    exact: z.string(),
    /** What it shows, and how far its judging has come; both `open` where that is folded for the caller. */
    verdict: z.enum(SHOWN),
    state: z.enum(CLAIM_STATES),
    /** The caller could judge it, and neither has nor asked to see what others made of it. */
    folded: z.boolean(),
    /** Whether a ruling stands on it. */
    ruled: z.boolean(),
    author: personView,
    /** Who wrote the comment on the original that it is of; null where it is of the article. */
    originalAuthor: z.string().nullable(),
    article: z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      lang: z.string(),
      site: z.string().nullable(),
      byline: z.string().nullable(),
      topics: z.array(z.string()),
    }),
    counts: z.object({ sources: z.number().int(), assessments: z.number().int() }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ClaimListItem' });
export type ClaimListItem = z.output<typeof claimListItem>;

const claimCounts = z.object({
  /** At most {@link COUNTED_MAX}. */
  claims: z.number().int(),
  /** There are more than were counted. */
  more: z.boolean(),
  shown: z.partialRecord(z.enum(SHOWN), z.number().int()),
  /** Those that are folded for the caller; `shown` leaves them out. */
  folded: z.number().int(),
});
export type ClaimCounts = z.output<typeof claimCounts>;

export const claimPage = z.object({
  items: z.array(claimListItem),
  nextCursor: z.string().nullable(),
  /** Of all that fit, not only of this page. */
  counts: claimCounts,
  /** Of this page. */
  folds: foldsView,
});
export type ClaimListPage = z.output<typeof claimPage>;
