import { z } from 'zod';
import { id, prose, text } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { SHOWN, type Shown } from '#lib/verdict/verdicts.ts';

// The shapes that rooms to the right hang onto an annotation (sources, assessments, a comment) are joined to these
// in lib/flows, which may know all of them.

export const KINDS = ['claim', 'remark'] as const;
export type Kind = (typeof KINDS)[number];
export const ANNOTATION_STATES = ['active', 'withdrawn', 'hidden', 'removed'] as const;
export type AnnotationState = (typeof ANNOTATION_STATES)[number];
export const ANCHOR_STATES = ['exact', 'moved', 'edited', 'changed', 'orphaned'] as const;

export const EXACT_MAX = 5_000;
export const STATEMENT_MAX = 500;

/** A span by its words. Offsets are UTF-16 in the text of `revision`, and only a hint. */
export const targetInput = z.object({
  exact: text.pipe(z.string().min(1).max(EXACT_MAX)),
  prefix: text.pipe(z.string().max(200)).optional(),
  suffix: text.pipe(z.string().max(200)).optional(),
  start: z.number().int().min(0).optional(),
  end: z.number().int().min(0).optional(),
  revision: z.number().int().min(1).optional(),
  /** Where the words are those of a comment on the original: which. Offsets are then in its text. */
  exhibitComment: id.optional(),
});
export type TargetInput = z.output<typeof targetInput>;

export const statement = prose(STATEMENT_MAX).pipe(z.string().min(1));

export const annotationPatch = z.object({
  kind: z.enum(KINDS).optional(),
  statement: statement.optional(),
  target: targetInput.optional(),
  version: z.number().int(),
});
export type AnnotationPatch = z.output<typeof annotationPatch>;

export const annotationQuery = z.object({
  kind: z.enum(KINDS).optional(),
  verdict: z.enum(SHOWN).optional(),
  state: z.enum(ANCHOR_STATES).optional(),
  /** Only those at which this label stands. */
  label: text.pipe(z.string().max(60)).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
});
export type AnnotationQuery = z.output<typeof annotationQuery>;

const anchorView = z
  .object({
    revision: z.number().int(),
    start: z.number().int().nullable(),
    end: z.number().int().nullable(),
    state: z.enum(ANCHOR_STATES),
    /** Of an edited or changed one: which words stand for which. */
    changes: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string() })),
    /** Of an edited or changed one: the words that stand there now. */
    words: z.string().nullable(),
    /** The revision in which it came to stand like that. */
    since: z.number().int(),
    /** When that one was captured; null where the marked words stand. */
    sinceAt: z.iso.datetime().nullable(),
    /** Of one that is orphaned because several places would do: those. */
    places: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  })
  .meta({
    id: 'Anchor',
    description:
      'Where an annotation stands in one revision, and how the words there stand to those that were marked; offsets are UTF-16',
  });
export type AnchorView = z.output<typeof anchorView>;
export type AnchorState = AnchorView['state'];

/** What an annotation is by itself. */
export const annotationCore = z.object({
  id: z.string(),
  articleId: z.string(),
  kind: z.enum(KINDS),
  state: z.enum(ANNOTATION_STATES),
  author: personView,
  statement: z.string().nullable(),
  target: z.object({
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    revision: z.number().int(),
    /** Where the words are not the article's, but those of a comment on the original: which, and where in its text. */
    exhibitComment: z
      .object({ id: z.string(), start: z.number().int(), end: z.number().int() })
      .nullable()
      .default(null),
    /** A moderator put that comment away: its words are not told. */
    withheld: z.boolean().default(false),
  }),
  anchor: anchorView,
  wording: z.number().int(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
});
export type AnnotationCore = z.output<typeof annotationCore>;

/** An annotation in a list of thousands: what it shows of what, where it stands, and how much hangs on it. */
export interface AnnotationBrief {
  id: string;
  kind: Kind;
  state: 'active' | 'withdrawn';
  /** Null on a remark. */
  shown: Shown | null;
  /** The keys of the labels that people put on it and that stand there. */
  labels: readonly string[];
  /** What it shows is not told to who reads it. */
  folded: boolean;
  /** The statement; of a remark, how its first comment begins, or else the words that it marks. */
  gist: string;
  /** Null without a place in the text. */
  start: number | null;
  end: number | null;
  anchored: AnchorState | null;
  /** Units of white space at the end of the marked words. */
  trailing: number;
  sources: number;
  assessments: number;
  comments: number;
}
