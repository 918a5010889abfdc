import { z } from 'zod';
import { personView } from '#lib/user/schema.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';
import { webPageItem } from '../page-list/schema.ts';
import { SOURCE_STATES, STANCES } from '../schema.ts';

const count = z.number().int();

/** A place in the text of a snapshot: UTF-16 offsets. */
const place = { start: z.number().int(), end: z.number().int() };

const toldClaim = {
  id: z.string(),
  statement: z.string(),
  /** What it shows; `open` where that is folded for the caller. */
  verdict: z.enum(SHOWN),
  /** The caller could judge it, and neither has nor asked to see what others made of it. */
  folded: z.boolean(),
};

/** A page as it was given as a source of one claim. */
const pageUse = z
  .object({
    sourceId: z.string(),
    stance: z.enum(STANCES),
    quote: z.string(),
    note: z.string(),
    state: z.enum(SOURCE_STATES),
    addedBy: personView,
    createdAt: z.iso.datetime(),
    claim: z.object({ ...toldClaim, withdrawn: z.boolean() }),
    article: z.object({ id: z.string(), slug: z.string(), title: z.string(), lang: z.string() }),
  })
  .meta({ id: 'WebPageUse' });
export type PageUse = z.output<typeof pageUse>;

/** How the sources of a page fared in one snapshot, or from a moment on at which there was no page (no `snapshotId`). */
const pageFaring = z.object({
  snapshotId: z.string().nullable(),
  state: z.enum(SOURCE_STATES),
  sources: count,
  at: z.iso.datetime(),
});
export type PageFaring = z.output<typeof pageFaring>;

const snapshotBrief = z.object({
  id: z.string(),
  /** Where it stood after all redirects, and where the page itself says that it stands. */
  url: z.string(),
  canonicalUrl: z.string().nullable(),
  status: z.number().int(),
  contentType: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  byline: z.string().nullable(),
  lang: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** Of the text, as UTF-8. */
  sha256: z.string(),
  capturedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  /** Whether its text is still there. */
  kept: z.boolean(),
});
export type SnapshotBrief = z.output<typeof snapshotBrief>;

export const webPageRecord = webPageItem
  .extend({
    /** Whether the caller reads full texts, or only what is quoted. */
    fullText: z.boolean(),
    /** The newest first: fifty at most. */
    snapshots: z.array(snapshotBrief),
    faring: z.array(pageFaring),
    /** The newest first; more at `?cursor=`. */
    used: z.object({ items: z.array(pageUse), nextCursor: z.string().nullable() }),
  })
  .meta({ id: 'WebPageRecord' });
export type WebPageRecord = z.output<typeof webPageRecord>;

/** A passage that sources quote: where it stands, its words and some around it. */
const quotedPassage = z
  .object({
    ...place,
    before: z.string(),
    exact: z.string(),
    after: z.string(),
    /** The sources that quote it, with their claims. */
    sources: z.array(
      z.object({
        id: z.string(),
        state: z.enum(SOURCE_STATES),
        stance: z.enum(STANCES),
        claim: z.object(toldClaim),
      }),
    ),
  })
  .meta({ id: 'QuotedPassage' });
export type QuotedPassage = z.output<typeof quotedPassage>;

export const snapshotText = snapshotBrief
  .extend({
    pageId: z.string(),
    /** Null when it is not kept any more, and for who may read only what is quoted. */
    text: z.string().nullable(),
    /** In the order of the text; two hundred at most. */
    passages: z.array(quotedPassage),
  })
  .meta({ id: 'Snapshot' });
export type SnapshotText = z.output<typeof snapshotText>;
