import { describe, expect, test } from 'vitest';
import { whatWouldChange } from '#lib/verdict/bridging/change.ts';
import { consensus } from '#lib/verdict/bridging/consensus.ts';
import {
  fitModel,
  type Model,
  packModel,
  type Side,
  sideOf,
  unpackModel,
} from '#lib/verdict/bridging/model.ts';
import { standingOf, statusOf } from '#lib/verdict/bridging/standing.ts';
import type { Rating } from '#lib/verdict/ratings.ts';
import { withTarget, worldOf } from '#tests/factories/raters.ts';

const TOWN = { raters: 60, assessments: 100, ratings: 1_500 };

function modelOf(ratings: Rating[], previous?: Model): Model {
  const model = fitModel(ratings, previous);
  if (typeof model === 'string') throw new Error(model);
  return model;
}

const statusIn = (ratings: Rating[]) => {
  const standing = consensus(ratings).standings.get('target');
  return standing?.basis === 'bridging' ? [standing.status, standing.reason] : standing;
};

describe.each([1, 2, 3, 4, 5])('a town of two camps, number %i', (seed) => {
  const world = worldOf({ ...TOWN, seed });

  test.each([
    ['three in favour from both camps are too few', 'A2h B1h', 'needs-more-ratings', 'few-ratings'],
    ['five in favour from one camp', 'A5h', 'needs-more-ratings', 'one-side'],
    ['twenty in favour from one camp', 'A20h', 'needs-more-ratings', 'one-side'],
    ['five and five in favour', 'A5h B5h', 'helpful', 'both-sides'],
    ['five in favour and five against, by camp', 'A5h B5n', 'needs-more-ratings', 'sides-differ'],
    ['eight to two along camp lines', 'A8h B2n', 'needs-more-ratings', 'sides-differ'],
    ['twenty to five along camp lines', 'A20h B5n', 'needs-more-ratings', 'sides-differ'],
    ['sixteen to two, mixed', 'A8h B8h A1n B1n', 'helpful', 'both-sides'],
    ['five and five say somewhat', 'A5s B5s', 'needs-more-ratings', 'between'],
    ['five against, from both camps', 'A3n B2n', 'not-helpful', 'both-sides'],
    ['five against, from one camp', 'A5n', 'needs-more-ratings', 'one-side'],
  ] as const)('%s', (_, pattern, status, reason) => {
    expect(statusIn(withTarget(world, pattern))).toEqual([status, reason]);
  });

  test('the sides are the camps', () => {
    const model = modelOf(world.ratings);
    const seats = [...model.raters].map(([id, place]) => `${world.camp.get(id)} ${sideOf(model, place)}`);
    // Somebody in the middle has none.
    expect(new Set(seats.filter((seat) => !seat.endsWith('null'))).size).toBe(2);
  });
});

describe('the fit', () => {
  const world = worldOf({ ...TOWN, share: 0.7 });
  const model = modelOf(world.ratings);

  /** What is minimised, written down anew. */
  function loss({ mean, raters, assessments }: Pick<Model, 'mean' | 'raters' | 'assessments'>): number {
    const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [people, things] = [[...raters.values()], [...assessments.values()]];
    const squares = world.ratings.map(({ rater, assessment, helpfulness }) => {
      const [u, a] = [raters.get(rater), assessments.get(assessment)];
      if (!u || !a) throw new Error('somebody is missing');
      const value = { helpful: 1, somewhat: 0.5, 'not-helpful': 0 }[helpfulness];
      return (value - mean - u.intercept - a.intercept - u.factor * a.factor) ** 2;
    });
    const intercepts = (list: typeof people) => average(list.map(({ intercept }) => intercept ** 2));
    const factors = (list: typeof people) => average(list.map(({ factor }) => factor ** 2));
    return (
      average(squares) +
      0.15 * (mean ** 2 + intercepts(people) + intercepts(things)) +
      0.03 * (factors(people) + factors(things))
    );
  }

  test('comes to an end soon', () => {
    expect(model.converged).toBe(true);
    expect(model.sweeps).toBeLessThan(40);
  });

  test('cannot be bettered by moving any one parameter', () => {
    const least = loss(model);
    expect(model.loss).toBeCloseTo(least, 12);
    const nudges = [...model.raters.keys(), ...model.assessments.keys(), 'mean'].flatMap((id) =>
      (['intercept', 'factor'] as const).flatMap((key) =>
        [-1e-3, 1e-3].map((by) => {
          const nudged = unpackModel(structuredClone(packModel(model)));
          const place = nudged.raters.get(id) ?? nudged.assessments.get(id);
          if (place) place[key] += by;
          else nudged.mean += by;
          return loss(nudged);
        }),
      ),
    );
    expect(Math.min(...nudges)).toBeGreaterThan(least);
  });

  test('is the same for the same ratings in another order', () => {
    expect(packModel(modelOf(world.ratings.toReversed()))).toEqual(packModel(model));
  });

  test('does not depend on what raters are called', () => {
    const renamed = world.ratings.map((one) => ({
      ...one,
      rater: `z${one.rater.split('').reverse().join('')}`,
    }));
    for (const [id, place] of modelOf(renamed).assessments) {
      expect(place.intercept).toBeCloseTo(model.assessments.get(id)?.intercept ?? Number.NaN, 6);
      expect(place.factor).toBeCloseTo(model.assessments.get(id)?.factor ?? Number.NaN, 6);
    }
  });

  test('ends at the same place from where an earlier one ended', () => {
    const earlier = modelOf(world.ratings.slice(0, -60));
    const stored = unpackModel(JSON.parse(JSON.stringify(packModel(earlier))));
    const warm = modelOf(world.ratings, stored);
    expect(warm.sweeps).toBeLessThan(model.sweeps);
    for (const [id, { intercept }] of warm.assessments)
      expect(intercept).toBeCloseTo(model.assessments.get(id)?.intercept ?? Number.NaN, 5);
  });

  test.each([1, 2, 3, 4, 5])('and from where all is wrong, number %i', (seed) => {
    const { ratings } = worldOf({ ...TOWN, seed: 100 + seed });
    const places = [...model.raters.values()];
    const anybody = [...model.raters.keys()].map((id, at) => [id, places[(at * 7) % places.length]] as const);
    const wrong = { ...model, raters: new Map(anybody) } as Model;
    const anew = modelOf(ratings);
    for (const [id, { intercept }] of modelOf(ratings, wrong).assessments)
      expect(intercept).toBeCloseTo(anew.assessments.get(id)?.intercept ?? Number.NaN, 5);
  });

  test('a status does not depend on the sign of the factor', () => {
    const flip = (place: { intercept: number; factor: number }) => ({ ...place, factor: -place.factor });
    const mirrored: Model = {
      ...model,
      raters: new Map([...model.raters].map(([id, place]) => [id, flip(place)])),
      sides: {
        one: { ...model.sides.other, median: flip(model.sides.other.median) },
        other: { ...model.sides.one, median: flip(model.sides.one.median) },
      },
    };
    const other: Record<Side, Side> = { one: 'other', other: 'one' };
    for (const id of model.assessments.keys()) {
      const own = world.ratings.filter(({ assessment }) => assessment === id);
      const [here, there] = [standingOf(own, model), standingOf(own, mirrored)];
      if (here.basis !== 'bridging' || there.basis !== 'bridging') throw new Error('no model');
      expect([there.status, there.reason, there.score]).toEqual([here.status, here.reason, here.score]);
      expect(there.sides[other.one]).toEqual(here.sides.one);
      expect(whatWouldChange(own, mirrored).map(({ more }) => more)).toEqual(
        whatWouldChange(own, model).map(({ more }) => more),
      );
    }
  });

  test('people of the larger camp are not the middle: what only they like is not helpful to all', () => {
    expect(statusIn(withTarget(world, 'A14h B6n'))).toEqual(['needs-more-ratings', 'sides-differ']);
  });

  test('weighing one assessment’s ratings anew gives what the fit says of it', () => {
    for (const [id, { intercept, factor }] of model.assessments) {
      const standing = standingOf(
        world.ratings.filter(({ assessment }) => assessment === id),
        model,
      );
      expect(standing).toMatchObject({ basis: 'bridging' });
      if (standing.basis !== 'bridging') continue;
      expect(Math.abs(standing.score - intercept)).toBeLessThan(0.000_51);
      expect(Math.abs(standing.factor - factor)).toBeLessThan(0.000_51);
    }
  });
});

describe('without enough to go by, counts are told and called so', () => {
  const why = (ratings: Rating[]) => consensus(ratings).why;

  test('nobody rated', () =>
    expect(consensus([])).toEqual({ model: null, why: 'few-raters', standings: new Map() }));
  test('too few people', () =>
    expect(why(worldOf({ ...TOWN, raters: 19, ratings: 900 }).ratings)).toBe('few-raters'));
  test('too few ratings', () =>
    expect(why(worldOf({ raters: 22, assessments: 25, ratings: 290 }).ratings)).toBe('few-ratings'));
  test.each([1, 2, 3, 4, 5])('people without camps, number %i', (seed) =>
    expect(why(worldOf({ ...TOWN, division: 0, seed }).ratings)).toBe('no-sides'),
  );
  test('people who all say the same', () => {
    const { ratings } = worldOf(TOWN);
    expect(why(ratings.map((one) => ({ ...one, helpfulness: 'helpful' })))).toBe('no-sides');
  });
  test('two people against all others are no side', () => {
    const { ratings } = worldOf({ ...TOWN, share: 58 / 60, ratings: 3_000 });
    expect(why(ratings)).toBe('no-sides');
  });
  test('the counts', () => {
    const { standings } = consensus([
      { rater: 'ann', assessment: 'a', helpfulness: 'helpful' },
      { rater: 'bo', assessment: 'a', helpfulness: 'not-helpful' },
      { rater: 'cy', assessment: 'a', helpfulness: 'helpful' },
    ]);
    const counts = { helpful: 2, somewhat: 0, 'not-helpful': 1 };
    expect(standings.get('a')).toEqual({ basis: 'counts', why: 'few-raters', counts });
  });
});

test('whoever rated little is counted and not weighed', () => {
  const world = worldOf(TOWN);
  const crowd = Array.from(
    { length: 50 },
    (_, n): Rating => ({
      rater: `new${n}`,
      assessment: 'target',
      helpfulness: 'helpful',
    }),
  );
  const ratings = [...withTarget(world, 'A3n B3n'), ...crowd];
  expect(consensus(ratings).standings.get('target')).toMatchObject({
    status: 'not-helpful',
    counted: 6,
    counts: { helpful: 50, somewhat: 0, 'not-helpful': 6 },
  });
});

test('nobody rates the same twice', () => {
  const { ratings } = worldOf(TOWN);
  const again: Rating = { ...(ratings[7] as Rating), helpfulness: 'somewhat' };
  expect(() => fitModel([...ratings, again])).toThrow(`“${again.rater}” rated “${again.assessment}” twice`);
});

describe('what would change a status', () => {
  const world = worldOf(TOWN);
  const liked = withTarget(world, 'A8h B2n');
  const model = modelOf(liked);
  const own = (ratings: Rating[]) => ratings.filter(({ assessment }) => assessment === 'target');
  const camp = sideOf(model, model.raters.get('r0') as never);
  const opposite: Side = camp === 'one' ? 'other' : 'one';

  test('those who would have to be won are at the other side', () => {
    const [first] = whatWouldChange(own(liked), model);
    expect(first).toMatchObject({ becomes: 'helpful', helpfulness: 'helpful', from: opposite });
  });

  test('and when they come, it is so, give or take two', () => {
    const more = whatWouldChange(own(liked), model)[0]?.more ?? Number.NaN;
    const won = (n: number) => statusIn(withTarget(world, `A8h B2n B${n}h`))?.[0 as never];
    expect(won(more - 3)).toBe('needs-more-ratings');
    expect(won(more + 2)).toBe('helpful');
  });

  test('too few ratings: some of each side', () => {
    const few = withTarget(world, 'A2h');
    const changes = whatWouldChange(own(few), model);
    expect(changes[0]).toMatchObject({ becomes: 'helpful', helpfulness: 'helpful', from: opposite });
    expect(changes.every(({ helpfulness, becomes }) => helpfulness === becomes)).toBe(true);
  });

  test('a rating for it is told of only where it helps, one against it only where it harms', () => {
    const ranks = ['not-helpful', 'needs-more-ratings', 'helpful'];
    for (const id of model.assessments.keys()) {
      const ratings = liked.filter(({ assessment }) => assessment === id);
      const standing = standingOf(ratings, model);
      if (standing.basis !== 'bridging') throw new Error('no model');
      for (const { becomes, helpfulness } of whatWouldChange(ratings, model)) {
        const up = ranks.indexOf(becomes) - ranks.indexOf(standing.status);
        expect(Math.sign(up)).toBe(helpfulness === 'helpful' ? 1 : -1);
      }
    }
  });

  test('nobody has rated it yet: each side has to', () => {
    expect(whatWouldChange([], model)).toEqual([
      expect.objectContaining({ becomes: 'helpful', helpfulness: 'helpful', from: 'each' }),
      expect.objectContaining({ becomes: 'not-helpful', helpfulness: 'not-helpful', from: 'each' }),
    ]);
  });
});

test('the rules at their thresholds', () => {
  const counts = (helpful: number, not: number) => ({ helpful, somewhat: 0, 'not-helpful': not });
  const facts = { counted: 10, score: 0.4, factor: 0.499, sides: { one: counts(3, 1), other: counts(2, 0) } };
  expect(statusOf(facts)).toEqual({ status: 'helpful', reason: 'both-sides' });
  expect(statusOf({ ...facts, counted: 4 }).reason).toBe('few-ratings');
  expect(statusOf({ ...facts, score: 0.399 }).reason).toBe('between');
  expect(statusOf({ ...facts, factor: -0.5 }).reason).toBe('sides-differ');
  expect(statusOf({ ...facts, sides: { ...facts.sides, other: counts(1, 0) } }).reason).toBe('one-side');
  expect(statusOf({ ...facts, sides: { ...facts.sides, other: counts(2, 1) } }).reason).toBe('between');
  const poor = {
    counted: 5,
    score: -0.091,
    factor: -0.05,
    sides: { one: counts(0, 2), other: counts(1, 3) },
  };
  expect(statusOf(poor)).toEqual({ status: 'not-helpful', reason: 'both-sides' });
  expect(statusOf({ ...poor, score: -0.09 }).status).toBe('needs-more-ratings');
  const liked = { ...poor, sides: { ...poor.sides, other: counts(3, 1) } };
  expect(statusOf(liked)).toEqual({ status: 'needs-more-ratings', reason: 'sides-differ' });
});
