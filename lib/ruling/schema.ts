import { z } from 'zod';
import { richText } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { VERDICTS } from '#lib/verdict/verdicts.ts';

export const RULING_STATES = ['published', 'retracted'] as const;
export const DRAFT_STATES = ['empty', 'draft', 'awaiting-approval'] as const;
export const CORRECTION_KINDS = ['correction', 'retraction', 'renewal'] as const;

/** What happened to a ruling after it was published. */
export const rulingChange = z.object({
  id: z.string(),
  kind: z.enum(CORRECTION_KINDS),
  reason: z.string(),
  by: personView,
  /** Whose second pair of eyes it had. */
  approvedBy: personView.nullable(),
  at: z.iso.datetime(),
  /** The verdict that stood there before. */
  verdictBefore: z.enum(VERDICTS),
});
export type RulingChange = z.output<typeof rulingChange>;

export const putRightView = z.object({
  /** The revision in which the article put right what the ruling found. */
  revision: z.number().int(),
  capturedAt: z.iso.datetime(),
  /** From the publication of the ruling to that revision; null where the revision came first. */
  seconds: z.number().int().nullable(),
});

/** A ruling at the head of a card: everybody reads it, drafts are not among them. */
export const rulingView = z
  .object({
    id: z.string(),
    annotationId: z.string(),
    state: z.enum(RULING_STATES),
    verdict: z.enum(VERDICTS),
    summary: z.string(),
    author: personView,
    approver: personView.nullable(),
    /** The sources beside the claim that it rests on. */
    sourceIds: z.array(z.string()),
    /** False when it judged an earlier wording: it stays, and does not speak for the new one. */
    current: z.boolean(),
    wording: z.number().int(),
    /** The revision of the article that it judged. */
    revision: z.number().int(),
    putRight: putRightView.nullable(),
    publishedAt: z.iso.datetime(),
    correctedAt: z.iso.datetime().nullable(),
    retractedAt: z.iso.datetime().nullable(),
    /** Oldest first. */
    changes: z.array(rulingChange),
    version: z.number().int(),
  })
  .meta({ id: 'RulingView' });
export type RulingView = z.output<typeof rulingView>;

/** The words of a ruling beside verdict and summary. */
const rulingWords = {
  reasoning: richText.nullable(),
  reasoningText: z.string(),
  /** Why this claim was chosen. */
  selectedBecause: z.string(),
  /** Who was asked for comment, and what came of it. */
  askedForComment: z.string(),
  /** What speaks against the verdict, and why it does not carry. */
  evidenceAgainst: z.string(),
};

/** What a ruling said before it was changed. */
export const earlierRuling = z.object({
  verdict: z.enum(VERDICTS),
  summary: z.string(),
  ...rulingWords,
  /** The addresses of its sources. */
  sources: z.array(z.object({ url: z.string(), title: z.string().nullable() })),
  wording: z.number().int(),
  revision: z.number().int(),
});
export type EarlierRuling = z.output<typeof earlierRuling>;

/** A whole ruling, with everything that it said before. */
export const rulingDetail = rulingView
  .extend({
    ...rulingWords,
    changes: z.array(rulingChange.extend({ before: earlierRuling })),
  })
  .meta({ id: 'Ruling' });
export type RulingDetail = z.output<typeof rulingDetail>;

/** A ruling in a list, with the claim and the article that it is about. */
export const rulingEntry = z
  .object({
    ruling: rulingDetail,
    claim: z.object({
      id: z.string(),
      statement: z.string(),
      exact: z.string(),
      author: personView,
      createdAt: z.iso.datetime(),
    }),
    article: z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      byline: z.string().nullable(),
      site: z.string().nullable(),
      lang: z.string(),
      url: z.string().nullable(),
      /** A day or a moment. */
      publishedAt: z.string().nullable(),
    }),
  })
  .meta({ id: 'RulingEntry' });
export type RulingEntry = z.output<typeof rulingEntry>;

/** A correction, a retraction or a renewal in a list of all of them. */
export const correctionEntry = rulingChange
  .extend({
    annotationId: z.string(),
    statement: z.string(),
    /** As the ruling stands now. */
    verdict: z.enum(VERDICTS),
    state: z.enum(RULING_STATES),
    article: z.object({ slug: z.string(), title: z.string(), lang: z.string() }),
  })
  .meta({ id: 'RulingChangeEntry' });
export type CorrectionEntry = z.output<typeof correctionEntry>;
