import { countRatings, HELPFULNESS, type Helpfulness, type Rating, type RatingCounts } from '../ratings.ts';
import { solveRow } from './fit.ts';
import { type Model, type Place, SIDES, type Side, sideOf, type WhyCounts } from './model.ts';
import {
  HELPFUL_FACTOR_BELOW,
  HELPFUL_FROM,
  NET_EACH_SIDE,
  NOT_HELPFUL_BASE,
  NOT_HELPFUL_SLOPE,
  RATINGS_AN_ASSESSMENT,
  VALUE,
} from './terms.ts';

export const STATUSES = ['helpful', 'not-helpful', 'needs-more-ratings'] as const;
export type Status = (typeof STATUSES)[number];

/** Where an assessment stands by the ratings of people whom the model knows. */
export interface Facts {
  /** How many of them rated it. */
  counted: number;
  /** The intercept: how helpful it is found whatever the side; 0.4 and more is much. To three digits, as shown. */
  score: number;
  /** How far it pleases the one side more (above 0) or the other. To three digits. */
  factor: number;
  sides: Record<Side, RatingCounts>;
}

/** Why a status is what it is. */
export const REASONS = ['few-ratings', 'both-sides', 'one-side', 'sides-differ', 'between'] as const;
export type Reason = (typeof REASONS)[number];

/** What ratings make of an assessment. Without a model there are counts, and no status. */
export type Standing =
  | { basis: 'counts'; counts: RatingCounts; why: WhyCounts }
  | ({ basis: 'bridging'; counts: RatingCounts; status: Status; reason: Reason } & Facts);

/** More for it than against, at one side. */
const net = (counts: RatingCounts) => counts.helpful - counts['not-helpful'];
const people = (counts: RatingCounts) => HELPFULNESS.reduce((n, one) => n + counts[one], 0);
const bothSides = ({ sides }: Facts, holds: (counts: RatingCounts) => boolean) =>
  SIDES.every((side) => holds(sides[side]));

/** The status: the first row whose condition holds. The constants and their sources stand in terms.ts. */
const RULES: readonly { status: Status; reason: Reason; when: (facts: Facts) => boolean }[] = [
  {
    status: 'needs-more-ratings',
    reason: 'few-ratings',
    when: ({ counted }) => counted < RATINGS_AN_ASSESSMENT,
  },
  {
    status: 'helpful',
    reason: 'both-sides',
    when: (facts) =>
      facts.score >= HELPFUL_FROM &&
      Math.abs(facts.factor) < HELPFUL_FACTOR_BELOW &&
      bothSides(facts, (counts) => net(counts) >= NET_EACH_SIDE),
  },
  {
    status: 'not-helpful',
    reason: 'both-sides',
    when: (facts) =>
      facts.score < NOT_HELPFUL_BASE - NOT_HELPFUL_SLOPE * Math.abs(facts.factor) &&
      bothSides(facts, (counts) => net(counts) <= -NET_EACH_SIDE),
  },
  {
    status: 'needs-more-ratings',
    reason: 'one-side',
    when: (facts) => !bothSides(facts, (counts) => people(counts) >= NET_EACH_SIDE),
  },
  {
    status: 'needs-more-ratings',
    reason: 'sides-differ',
    when: ({ sides, factor }) =>
      net(sides.one) * net(sides.other) < 0 || Math.abs(factor) >= HELPFUL_FACTOR_BELOW,
  },
  { status: 'needs-more-ratings', reason: 'between', when: () => true },
];

/** The status that facts give, and why. */
export function statusOf(facts: Facts): { status: Status; reason: Reason } {
  const rule = RULES.find(({ when }) => when(facts)) as (typeof RULES)[number];
  return { status: rule.status, reason: rule.reason };
}

/** The ratings of one assessment, added up one by one while the people stay where they are. */
export class Weighing {
  private readonly sums = { n: 0, f: 0, ff: 0, y: 0, fy: 0 };
  private readonly sides: Record<Side, RatingCounts> = { one: countRatings([]), other: countRatings([]) };
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
  }

  /** One more rating, by somebody who stands there. O(1). */
  add(place: Place, helpfulness: Helpfulness): void {
    const { intercept, factor } = place;
    const y = VALUE[helpfulness] - this.model.mean - intercept;
    this.sums.n += 1;
    this.sums.f += factor;
    this.sums.ff += factor * factor;
    this.sums.y += y;
    this.sums.fy += factor * y;
    const side = sideOf(this.model, place);
    if (side) this.sides[side][helpfulness] += 1;
  }

  facts(): Facts {
    const { intercept, factor } = solveRow(this.sums, this.model.ratings / this.model.assessments.size);
    return {
      counted: this.sums.n,
      score: rounded(intercept),
      factor: rounded(factor),
      sides: { one: { ...this.sides.one }, other: { ...this.sides.other } },
    };
  }
}

/** Negative zero would be shown. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000 + 0;
}

/** The weighing of what the people whom the model knows said. */
export function weigh(ratings: Iterable<Pick<Rating, 'rater' | 'helpfulness'>>, model: Model): Weighing {
  const weighing = new Weighing(model);
  for (const { rater, helpfulness } of ratings) {
    const place = model.raters.get(rater);
    if (place) weighing.add(place, helpfulness);
  }
  return weighing;
}

/**
 * Where one assessment stands by its ratings, with the model as it is: exactly what the fit says of it (its two parameters
 * are the best ones for where the people stand), and for ratings that came since then what it will say but for what they
 * tell of the people. O(ratings of it): a page or a write can ask between two fits.
 */
export function standingOf(
  ratings: readonly Pick<Rating, 'rater' | 'helpfulness'>[],
  model: Model | WhyCounts,
): Standing {
  const counts = countRatings(ratings);
  if (typeof model === 'string') return { basis: 'counts', counts, why: model };
  const facts = weigh(ratings, model).facts();
  return { basis: 'bridging', counts, ...statusOf(facts), ...facts };
}
