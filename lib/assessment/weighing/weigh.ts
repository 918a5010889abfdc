import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
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

/** After so many assessments whoever waits in this process has a turn. */
const AT_ONCE = 100;

/**
 * Where all assessments stand, and what would change it. Begins from the model of before.
 *
 * 100,000 ratings of 2,000 people on 5,000 assessments: about a second, most of it for what would change, in pieces between
 * which others have a turn; the longest of them is the fit.
 */
export async function weighAll(ratings: readonly Rating[], previous: PlainModel | null): Promise<Weighed> {
  const { model, why, standings } = consensus(ratings, previous && unpackModel(previous));
  if (model === null) return { model: null, why, standings: new Map() };
  const byAssessment = Map.groupBy(ratings, ({ assessment }) => assessment);
  const weighed = new Map<string, WeighedStanding>();
  for (const [id, standing] of standings) {
    if (standing.basis !== 'bridging') continue;
    const { basis: _, counts: __, ...rest } = standing;
    weighed.set(id, { ...rest, changes: whatWouldChange(byAssessment.get(id) ?? [], model) });
    if (weighed.size % AT_ONCE === 0) await turn();
  }
  return { model: packModel(model), why: null, standings: weighed };
}
