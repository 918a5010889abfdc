import type { Helpfulness } from '../ratings.ts';

// The constants of the bridging model, each with where it comes from.
//   [W] S. Wojcik, S. Hilgard, N. Judd et al., Birdwatch: crowd wisdom and bridging algorithms can inform understanding
//       and reduce the spread of misinformation, arXiv:2210.15723, 2022.
//   [G] Community Notes guide, "Note ranking algorithm", and the published scorer beside it.
// What is our own says so.

/** The number that a rating carries [G]. */
export const VALUE: Record<Helpfulness, number> = { helpful: 1, somewhat: 0.5, 'not-helpful': 0 };

/** How much the intercepts, and how much the factors, are held towards 0 [W, G]. */
export const LAMBDA_INTERCEPT = 0.15;
export const LAMBDA_FACTOR = 0.03;

/** Who rated fewer assessments is not in the model: nothing is known of where they stand [G]. */
export const RATINGS_A_RATER = 10;
/** What was rated by fewer people of the model is not in it, and needs more ratings [G]. */
export const RATINGS_AN_ASSESSMENT = 5;
/** With fewer people or ratings in the model it finds noise: plain counts are shown. Our own, after simulations. */
export const ENOUGH_RATERS = 20;
export const ENOUGH_RATINGS = 300;

/** Helpful: the intercept is at least this, and the factor stays below [W, G]. */
export const HELPFUL_FROM = 0.4;
export const HELPFUL_FACTOR_BELOW = 0.5;
/** Not helpful: the intercept is below base − slope · |factor| [G]. */
export const NOT_HELPFUL_BASE = -0.05;
export const NOT_HELPFUL_SLOPE = 0.8;
/**
 * At either side at least so many more found it helpful than not (or not helpful, to be that). The published scorer asks
 * 4 of the smaller side, of a public of hundreds of thousands; 2 is our own.
 */
export const NET_EACH_SIDE = 2;
/**
 * A rater has a side when the factor is at least this part of the root mean square of those of the same sign: who rates by
 * chance has seldom one. Our own.
 */
export const SIDE_FROM = 0.5;
/** With fewer people at a side it is no side. Our own. */
export const PEOPLE_A_SIDE = 5;
/**
 * People do not divide into sides when the factors explain less than so many times what they would find in noise (see
 * `division` in model.ts). Ours: in simulations without camps it stayed below 1.55, and from 1.75 on the sides were,
 * but for some people, the camps.
 */
export const LEAST_DIVISION = 1.75;
/** From here on the loss has one minimum wherever the fit begins, so that it may begin where the last one ended. */
export const CLEAR_DIVISION = 3;

/** A fit from the beginning takes the best of so many starts. */
export const STARTS = 4;
export const SEED = 20_221_027;
/** The fit ends when no parameter of an assessment moved by more than this in a sweep, or after so many sweeps. */
export const TOLERANCE = 1e-7;
export const MOST_SWEEPS = 400;
