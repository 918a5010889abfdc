import { z } from 'zod';
import { id, prose, richText } from '#lib/errors/fields.ts';
import { personView } from '#lib/user/schema.ts';
import { SIDES } from '#lib/verdict/bridging/model.ts';
import { REASONS, STATUSES } from '#lib/verdict/bridging/standing.ts';
import { HELPFULNESS, RATING_REASONS, REASONS_OF } from '#lib/verdict/ratings.ts';
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

/** One person's rating of an assessment. */
const ratingView = z
  .object({ value: z.enum(HELPFULNESS), reasons: z.array(z.enum(RATING_REASONS)) })
  .meta({ id: 'Rating' });
export type RatingView = z.output<typeof ratingView>;

export const ratingInput = z
  .object({
    /** 0 takes it back. */
    value: z.union([z.enum(HELPFULNESS), z.literal(0)]),
    reasons: z.array(z.enum(RATING_REASONS)).max(RATING_REASONS.length).default([]),
  })
  .superRefine(({ value, reasons }, context) => {
    const allowed = value === 0 ? [] : REASONS_OF[value];
    const odd = reasons.find((reason) => !allowed.includes(reason));
    if (odd)
      context.addIssue({ code: 'custom', path: ['reasons'], message: `${odd} does not go with that rating` });
  });
export type RatingInput = z.output<typeof ratingInput>;

const countsShape = {
  helpful: z.number().int(),
  somewhat: z.number().int(),
  'not-helpful': z.number().int(),
};

export const ratingsView = z
  .object({
    ...countsShape,
    /** The caller's own. */
    mine: ratingView.nullable(),
  })
  .meta({ id: 'Ratings', description: 'How many found an assessment helpful: plain counts' });
export type RatingsView = z.output<typeof ratingsView>;

const sideCounts = z.object(countsShape);

/** Where bridging puts an assessment (lib/verdict/bridging); its `score` is how helpful people find it whatever their side. */
export const weighedStanding = z.object({
  status: z.enum(STATUSES),
  reason: z.enum(REASONS),
  /** Ratings of people who rated enough to be known. */
  counted: z.number().int(),
  score: z.number(),
  factor: z.number(),
  sides: z.object({ one: sideCounts, other: sideCounts }),
  /** So many more ratings of this kind from that side, and the status is another; the fewest first. */
  changes: z.array(
    z.object({
      becomes: z.enum(STATUSES),
      helpfulness: z.enum(HELPFULNESS),
      from: z.enum([...SIDES, 'each']),
      more: z.number().int(),
    }),
  ),
});
export type WeighedStanding = z.output<typeof weighedStanding>;

const standingView = z
  .discriminatedUnion('basis', [
    z.object({ basis: z.literal('counts') }),
    weighedStanding.extend({ basis: z.literal('bridging') }),
  ])
  .meta({
    id: 'Standing',
    description:
      'What the ratings make of an assessment: what people who usually disagree find, or, with too few people or ratings for that, nothing beyond the counts',
  });
export type StandingView = z.output<typeof standingView>;

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
    /** Whether its author had seen what others made of the claim before. */
    sawTally: z.boolean(),
    ratings: ratingsView,
    standing: standingView,
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Assessment' });
export type AssessmentView = z.output<typeof assessmentView>;

const tallyView = z
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
    /**
     * True while what others made of the claim is folded up: the caller could judge it and neither has nor asked to see
     * it. `shown` is then `open`, and tally and assessments are empty. `?reveal=1` unfolds it.
     */
    folded: z.boolean(),
    tally: tallyView,
  })
  .meta({ id: 'VerdictSummary' });
export type VerdictSummary = z.output<typeof verdictSummary>;

const segment = z.object({
  verdict: z.enum(VERDICTS),
  n: z.number().int(),
  /** Where it begins and how long it is, in tenths of a percent; together they are 1000. */
  start: z.number().int(),
  size: z.number().int(),
  /** Together they are 100. */
  percent: z.number().int(),
});
const bar = z.object({
  total: z.number().int(),
  segments: z.array(segment),
  most: z.array(z.enum(VERDICTS)),
  majority: z.enum(VERDICTS).nullable(),
});

export const spreadView = z.object({ sourced: bar, unsourced: bar }).meta({
  id: 'Spread',
  description:
    'A tally as the picture that is drawn of it: those with a source, which decide, and those without',
});
