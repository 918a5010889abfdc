import { z } from 'zod';
import { prose, webUrl } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];
export const SOURCE_STATES = [
  'pending',
  'verified',
  'altered',
  'missing',
  'no-quote',
  'unreachable',
] as const;

/** What a source is, in the order in which sources are listed: what was there comes before what was said of it. */
export const SOURCE_KINDS = ['primary', 'official-record', 'study', 'report', 'social-post'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Of a quote, and of a note. */
export const SOURCE_TEXT_MAX = 2_000;

/** Where in the text of the page the quote was chosen (UTF-16). It only tells the same words in several places apart. */
const quoteStart = z.number().int().min(0).max(100_000_000);

export const sourceInput = z.object({
  /** That of a copy in an archive of the web means the page that was copied. */
  url: webUrl,
  stance: z.enum(STANCES),
  kind: z.enum(SOURCE_KINDS).nullish(),
  quote: prose(SOURCE_TEXT_MAX).default(''),
  quoteStart: quoteStart.optional(),
  note: prose(SOURCE_TEXT_MAX).default(''),
  /** A copy of the page in an archive of the web. */
  archiveUrl: webUrl.nullish(),
});
export type SourceInput = z.output<typeof sourceInput>;

export const sourcePatch = z.object({
  stance: z.enum(STANCES).optional(),
  /** Null takes it back. */
  kind: z.enum(SOURCE_KINDS).nullable().optional(),
  quote: prose(SOURCE_TEXT_MAX).optional(),
  quoteStart: quoteStart.optional(),
  note: prose(SOURCE_TEXT_MAX).optional(),
  /** Null takes it back. */
  archiveUrl: webUrl.nullable().optional(),
  /** With `true` the source is said to hold for the claim as it is worded now. */
  confirm: z.boolean().optional(),
  version: z.number().int(),
});

/** What the page was seen to hold. Times of the page are a day (2025-12-15) or a moment. */
const snapshotView = z.object({
  id: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** Of the text, as UTF-8. */
  sha256: z.string(),
  capturedAt: z.iso.datetime(),
  /** When the page was last seen to hold this very text. */
  seenAt: z.iso.datetime(),
});

export const sourceVoteInput = z.object({ value: z.union([z.literal(-1), z.literal(0), z.literal(1)]) });

/** How many found a source useful for the claim, and how many did not. */
export const sourceVotes = z
  .object({
    useful: z.number().int(),
    notUseful: z.number().int(),
    /** The caller's own: 1 useful, -1 not, 0 none. */
    mine: z.number().int(),
  })
  .meta({ id: 'SourceVotes' });
export type SourceVotes = z.output<typeof sourceVotes>;

export const sourceView = z
  .object({
    id: z.string(),
    annotationId: z.string(),
    /** The page that it uses, whoever else does. */
    pageId: z.string(),
    /** Equal for sources of one page, and of pages that carry the same text: they are one voice. */
    voice: z.string(),
    addedBy: personView,
    url: z.string(),
    archiveUrl: z.string().nullable(),
    /** Host without www, for display. */
    host: z.string(),
    title: z.string().nullable(),
    stance: z.enum(STANCES),
    /** What it is, as whoever gave it says; null where they did not say. */
    kind: z.enum(SOURCE_KINDS).nullable(),
    quote: z.string(),
    note: z.string(),
    state: z.enum(SOURCE_STATES),
    /** Where the quote stands in the text of the snapshot (UTF-16); null where it does not. */
    place: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
    /** Of an altered quote: the words by which the page says something else; none where other words say the same. */
    changes: z.array(z.object({ before: z.string(), after: z.string() })),
    /** Of an altered quote: the quote as the page has it. */
    found: z.string().nullable(),
    /** Since when it does not hold any more (its page is gone, its quote altered or missing), though it did. */
    lostAt: z.iso.datetime().nullable(),
    /** Where the page stands now, if that is not where it was found first. */
    movedTo: z.string().nullable(),
    /** Why the last look found no page; null after one that did, and before the first. */
    failure: z.string().nullable(),
    /** What `state` speaks of; null until the page was seen. */
    snapshot: snapshotView.nullable(),
    /** Taken over from another claim of the family (null where that is gone): who added it there. */
    origin: z.object({ annotationId: z.string().nullable(), addedBy: personView }).nullable(),
    votes: sourceVotes,
    current: z.boolean(),
    wording: z.number().int(),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Source' });
export type SourceView = z.output<typeof sourceView>;

/** A page as somebody who is about to quote it sees it: what it was seen to hold, and where its text can be read. */
export const quotablePage = z
  .object({
    pageId: z.string(),
    snapshot: snapshotView,
    /** Of its text, if it is known. */
    lang: z.string().nullable(),
    /** Units of the text (UTF-16). */
    length: z.number().int(),
  })
  .meta({ id: 'QuotablePage' });
export type QuotablePage = z.output<typeof quotablePage>;

/** So much of a text is read at once. */
export const TEXT_AT_ONCE = 50_000;

/** A stretch of a snapshot's text. */
export const snapshotText = z
  .object({
    id: z.string(),
    /** Of the whole. */
    length: z.number().int(),
    start: z.number().int(),
    text: z.string(),
    /** Where the next stretch begins; null at the end. */
    next: z.number().int().nullable(),
  })
  .meta({ id: 'SnapshotText' });
export type SnapshotText = z.output<typeof snapshotText>;
