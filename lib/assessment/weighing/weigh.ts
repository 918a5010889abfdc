import { createHash } from 'node:crypto';
import { whatWouldChange } from '#lib/verdict/bridging/change.ts';
import { consensus } from '#lib/verdict/bridging/consensus.ts';
import { type PlainModel, packModel, unpackModel, type WhyCounts } from '#lib/verdict/bridging/model.ts';
import { formatRatings, type Rating } from '#lib/verdict/ratings.ts';
import type { WeighedStanding } from '../schema.ts';

/** Whether two sets of ratings are the same, whatever their order. */
export const fingerprintOf = (lines: string) => createHash('sha256').update(lines).digest('hex');

/** The ratings as they are given out: see lib/verdict/ratings.ts. */
export const linesOf = (ratings: readonly Rating[]) =>
  formatRatings(ratings.map(({ rater, assessment, helpfulness }) => ({ rater, assessment, helpfulness })));

/** What comes of all ratings. */
export interface Weighed {
  model: PlainModel | null;
  why: WhyCounts | null;
  /** Of every assessment that somebody rated, while there is a model. */
  standings: Map<string, WeighedStanding>;
}

/**
 * Where all assessments stand, and what would change it. Begins from the model of before.
 *
 * 100,000 ratings of 2,000 people on 5,000 assessments: under a second, most of it for what would change.
 */
export function weighAll(ratings: readonly Rating[], previous: PlainModel | null): Weighed {
  const { model, why, standings } = consensus(ratings, previous && unpackModel(previous));
  if (model === null) return { model: null, why, standings: new Map() };
  const byAssessment = Map.groupBy(ratings, ({ assessment }) => assessment);
  const weighed = [...standings].flatMap(([id, standing]): [string, WeighedStanding][] => {
    if (standing.basis !== 'bridging') return [];
    const { basis: _, counts: __, ...rest } = standing;
    return [[id, { ...rest, changes: whatWouldChange(byAssessment.get(id) ?? [], model) }]];
  });
  return { model: packModel(model), why: null, standings: new Map(weighed) };
}
