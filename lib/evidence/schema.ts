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

export const sourceView = z
  .object({
    id: z.string(),
    annotationId: z.string(),
    addedBy: personView,
    url: z.string(),
    /** Host without www, for display. */
    host: z.string(),
    title: z.string().nullable(),
    stance: z.enum(STANCES),
    quote: z.string(),
    note: z.string(),
    state: z.enum(SOURCE_STATES),
    current: z.boolean(),
    wording: z.number().int(),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Source' });
export type SourceView = z.output<typeof sourceView>;
