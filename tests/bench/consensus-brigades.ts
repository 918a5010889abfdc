import type { Status } from '#lib/verdict/bridging/standing.ts';
import { RATINGS_A_RATER } from '#lib/verdict/bridging/terms.ts';
import { HELPFULNESS, type Helpfulness, type Rating } from '#lib/verdict/ratings.ts';
import type { World } from '#tests/factories/raters.ts';
import type { Random } from '../../prisma/demo/random.ts';
import { JUDGES, type Judging, type Scores } from './consensus-judges.ts';

/** The share of accounts that push one way, and how many assessments all of them rate. */
const SHARE = 0.2;
const TARGETS = 8;

/** Who pushes, in words, and with what: they rate the targets, and may have rated before. */
interface Brigade {
  name: string;
  raters: string[];
  before?: Rating[];
  /** Goal for how often the model is moved up, in percent. */
  most?: number;
}

/**
 * A fifth of all accounts pushes one way. Asked is in how many of the cases upon which both judges agreed before each of
 * them is moved.
 */
export function brigades(world: World, judge: Judging, random: Random, scores: Scores): void {
  const judged = judge(world.ratings);
  const agreed = (status: Status, slants: readonly number[]) =>
    [...world.truth].flatMap(([id, { slant }]) =>
      slants.includes(slant) && JUDGES.every((one) => judged[one].get(id) === status) ? [id] : [],
    );
  // Nobody pushes what flatters the others.
  const up = agreed('needs-more-ratings', [0, 1]).slice(0, TARGETS);
  const down = agreed('helpful', [-1, 0, 1]).slice(0, TARGETS);
  for (const { name, most, ...brigade } of brigadesIn(world, random, up)) {
    const raised = judge(pushed(world.ratings, brigade, up, 'helpful'));
    scores.add(`made helpful by ${name}`, up, (one, id) => raised[one].get(id) === 'helpful', most);
    const lowered = judge(pushed(world.ratings, brigade, down, 'not-helpful'));
    scores.add(
      `made not helpful by ${name}`,
      down,
      (one, id) => lowered[one].get(id) === 'not-helpful',
      most,
    );
    scores.add(`helpful no more after ${name}`, down, (one, id) => lowered[one].get(id) !== 'helpful');
  }
  const loyal = judge(loyalists(world, random));
  const by = 'a fifth that always rates for the larger camp';
  const [rest, helpful] = [agreed('needs-more-ratings', [1]), agreed('helpful', [-1, 0, 1])];
  scores.add(`made helpful by ${by}`, rest, (one, id) => loyal[one].get(id) === 'helpful', 5);
  scores.add(`helpful no more after ${by}`, helpful, (one, id) => loyal[one].get(id) !== 'helpful');
}

function brigadesIn(world: World, random: Random, targets: string[]): Brigade[] {
  const people = shuffled([...world.camp.keys()], random);
  const size = Math.round(SHARE * people.length);
  // A fifth of all who are there then.
  const fresh = Array.from({ length: Math.round(size / (1 - SHARE)) }, (_, n) => `new${n}`);
  const others = [...world.truth.keys()].filter((id) => !targets.includes(id));
  const any = fresh.flatMap((rater) =>
    shuffled(others, random)
      .slice(0, RATINGS_A_RATER)
      .map((assessment): Rating => ({ rater, assessment, helpfulness: random.pick(HELPFULNESS) })),
  );
  return [
    {
      name: 'a fifth, all of one camp',
      raters: people.filter((id) => world.camp.get(id) === 1).slice(0, size),
      most: 10,
    },
    { name: 'a fifth, of both camps', raters: people.slice(0, size) },
    { name: 'newcomers, a fifth', raters: fresh, most: 0 },
    { name: 'newcomers who rated ten others anyhow', raters: fresh, before: any },
  ];
}

/** All ratings once the brigade has rated the targets; what it said of them before is replaced. */
function pushed(
  ratings: Rating[],
  { raters, before = [] }: Pick<Brigade, 'raters' | 'before'>,
  targets: string[],
  helpfulness: Helpfulness,
): Rating[] {
  const [who, what] = [new Set(raters), new Set(targets)];
  const kept = [...ratings, ...before].filter(
    ({ rater, assessment }) => !(who.has(rater) && what.has(assessment)),
  );
  const push = raters.flatMap((rater) =>
    targets.map((assessment): Rating => ({ rater, assessment, helpfulness })),
  );
  return [...kept, ...push];
}

/** All ratings when a fifth, of both camps, rates as often as ever, and by which camp an assessment flatters. */
function loyalists(world: World, random: Random): Rating[] {
  const people = shuffled([...world.camp.keys()], random);
  const loyal = new Set(people.slice(0, SHARE * people.length));
  return world.ratings.map((rating): Rating => {
    const slant = world.truth.get(rating.assessment)?.slant ?? 0;
    if (slant === 0 || !loyal.has(rating.rater)) return rating;
    return { ...rating, helpfulness: slant === 1 ? 'helpful' : 'not-helpful' };
  });
}

/** The same, in an order that chance gives. */
function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.int(0, at);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
