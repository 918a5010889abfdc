import { z } from 'zod';
import { id, prose, richText } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { CLAIM_STATES, LOOK_REASONS } from '#lib/verdict/state.ts';
import { SHOWN, VERDICTS } from '#lib/verdict/verdicts.ts';

export const RATIONALE_MAX = 10_000;

export const assessmentInput = z.object({
  verdict: z.enum(VERDICTS),
  rationale: richText.nullable().optional(),
  /** Plain words instead of `rationale`. */
  rationaleText: prose(RATIONALE_MAX).optional(),
  sourceIds: z.array(id).max(50).default([]),
  /** The revision of the article that was read; the newest when left out. */
  revision: z.number().int().min(1).optional(),
  /** The version that was seen; a stale one is refused. May be left out by who writes it for the first time. */
  version: z.number().int().optional(),
});
export type AssessmentInput = z.output<typeof assessmentInput>;

export const assessmentView = z
  .object({
    id: z.string(),
    author: personView,
    verdict: z.enum(VERDICTS),
    rationale: richText.nullable(),
    rationaleText: z.string(),
    sourceIds: z.array(z.string()),
    /** False when it judged an earlier wording and has not been confirmed: it stays, and is not counted. */
    current: z.boolean(),
    wording: z.number().int(),
    /** The revision of the article that it judged. */
    revision: z.number().int(),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Assessment' });
export type AssessmentView = z.output<typeof assessmentView>;

export const tallyView = z
  .object({
    total: z.number().int(),
    sourced: z.number().int(),
    rows: z.array(
      z.object({ verdict: z.enum(VERDICTS), total: z.number().int(), sourced: z.number().int() }),
    ),
  })
  .meta({ id: 'Tally', description: 'The spread of the assessments of the present wording' });
export type TallyView = z.output<typeof tallyView>;

export const verdictSummary = z
  .object({
    shown: z.enum(SHOWN),
    basis: z.enum(['ruling', 'assessments', 'none']),
    /** How far its judging has come. */
    state: z.enum(CLAIM_STATES),
    /** Of `needs-look` why, the weightiest first; else none. */
    reasons: z.array(z.enum(LOOK_REASONS)),
    tally: tallyView,
  })
  .meta({ id: 'VerdictSummary' });
export type VerdictSummary = z.output<typeof verdictSummary>;
