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

/** Of a quote, and of a note. */
export const SOURCE_TEXT_MAX = 2_000;

export const sourceInput = z.object({
  url: webUrl,
  stance: z.enum(STANCES),
  quote: prose(SOURCE_TEXT_MAX).default(''),
  note: prose(SOURCE_TEXT_MAX).default(''),
});
export type SourceInput = z.output<typeof sourceInput>;

export const sourcePatch = z.object({
  stance: z.enum(STANCES).optional(),
  quote: prose(SOURCE_TEXT_MAX).optional(),
  note: prose(SOURCE_TEXT_MAX).optional(),
  /** With `true` the source is said to hold for the claim as it is worded now. */
  confirm: z.boolean().optional(),
  version: z.number().int(),
});

/** What the page was seen to hold. Times of the page are a day (2025-12-15) or a moment. */
export const snapshotView = z.object({
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** Of the text, as UTF-8. */
  sha256: z.string(),
  capturedAt: z.iso.datetime(),
  /** When the page was last seen to hold this very text. */
  seenAt: z.iso.datetime(),
});

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
    /** Host without www, for display. */
    host: z.string(),
    title: z.string().nullable(),
    stance: z.enum(STANCES),
    quote: z.string(),
    note: z.string(),
    state: z.enum(SOURCE_STATES),
    /** Words of the quote that the page has in another form. */
    changes: z.array(z.object({ before: z.string(), after: z.string() })),
    /** Why the last look found no page; null after one that did, and before the first. */
    failure: z.string().nullable(),
    /** What `state` speaks of; null until the page was seen. */
    snapshot: snapshotView.nullable(),
    /** Taken over from another claim of the family (null where that is gone): who added it there. */
    origin: z.object({ annotationId: z.string().nullable(), addedBy: personView }).nullable(),
    current: z.boolean(),
    wording: z.number().int(),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Source' });
export type SourceView = z.output<typeof sourceView>;
