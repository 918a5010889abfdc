import { parseRatings, type Rating } from '../ratings.ts';
import { fitModel, type Model, type WhyCounts } from './model.ts';
import { type Standing, standingOf } from './standing.ts';

interface Consensus {
  /** Null while only counts can be told; `why` says why. */
  model: Model | null;
  why: WhyCounts | null;
  /** Of every assessment that somebody rated. */
  standings: Map<string, Standing>;
}

/**
 * Where all assessments stand by all ratings: what a job computes. See {@link fitModel} for what goes in, what it costs,
 * and how it begins from the model of before.
 */
export function consensus(ratings: readonly Rating[], previous?: Model | null): Consensus {
  const fitted = fitModel(ratings, previous);
  const byAssessment = new Map<string, Rating[]>();
  for (const rating of ratings) {
    const list = byAssessment.get(rating.assessment);
    if (list) list.push(rating);
    else byAssessment.set(rating.assessment, [rating]);
  }
  return {
    model: typeof fitted === 'string' ? null : fitted,
    why: typeof fitted === 'string' ? fitted : null,
    standings: new Map([...byAssessment].map(([id, list]) => [id, standingOf(list, fitted)])),
  };
}

/**
 * The standing of one assessment, from nothing but the lines that `formatRatings` gives out: what anybody can check.
 * @returns null when nobody rated it
 * @throws RangeError when the text is not such lines
 */
export function recompute(lines: string, assessment: string): Standing | null {
  return consensus(parseRatings(lines)).standings.get(assessment) ?? null;
}
