import { consensus as consensusOf } from '#lib/verdict/bridging/consensus.ts';
import { fitModel, type Model } from '#lib/verdict/bridging/model.ts';
import { standingOf } from '#lib/verdict/bridging/standing.ts';
import { worldOf } from '#tests/factories/raters.ts';
import { randomFrom } from '../../prisma/demo/random.ts';
import type { Bench } from './bench.ts';
import { brigades } from './consensus-brigades.ts';
import { camps, judgeIn, Scores } from './consensus-judges.ts';
import { type Figure, figure } from './figure.ts';
import { median } from './statistics.ts';

/** A town with camps of three and two fifths; so many different ones are looked at. */
const TOWN = { raters: 300, assessments: 400, ratings: 8_000, share: 0.6 };
const TOWNS = 10;

const SIZES = [
  { raters: 40, assessments: 60, ratings: 800, share: 0.6 },
  { raters: 100, assessments: 200, ratings: 2_500, share: 0.7 },
  TOWN,
];

const CITY = { raters: 2_000, assessments: 5_000, ratings: 100_000 };
/** Ratings that came since the last fit. */
const FRESH = 500;
const ROUNDS = 5;

/** How often people who push move what is said of an assessment, beside a plain mean; and how long it takes. */
export const consensus: Bench = async (_, tell) => {
  const scores = new Scores();
  for (let seed = 1; seed <= TOWNS; seed += 1) {
    const world = worldOf({ ...TOWN, seed });
    const judge = judgeIn(world);
    camps(world, judge, scores);
    brigades(world, judge, randomFrom(seed), scores);
    tell(`town ${seed} of ${TOWNS}`);
  }
  return [...sides(), ...scores.figures(), ...speed()];
};

/** How often sides are found where there are camps, and where there are none: in towns of three sizes. */
function sides(): Figure[] {
  const found = (division: number) => {
    const towns = SIZES.flatMap((size) =>
      Array.from({ length: TOWNS }, (_, seed) => fitModel(worldOf({ ...size, division, seed }).ratings)),
    );
    return (100 * towns.filter((model) => typeof model !== 'string').length) / towns.length;
  };
  return [
    figure('towns with two camps in which two sides are found', found(0.35), '%', { atLeast: 90 }),
    figure('towns without camps in which two sides are found', found(0), '%', { atMost: 5 }),
  ];
}

function speed(): Figure[] {
  const { ratings } = worldOf(CITY);
  const earlier = fitModel(ratings.slice(0, -FRESH)) as Model;
  const model = fitModel(ratings) as Model;
  const again = fitModel(ratings, earlier) as Model;
  const differences = [...model.assessments].map(([id, { intercept }]) =>
    Math.abs(intercept - (again.assessments.get(id)?.intercept ?? Number.NaN)),
  );
  const one = ratings.filter(({ assessment }) => assessment === ratings[0]?.assessment);
  const from = (start: string) =>
    `${ratings.length.toLocaleString('en')} ratings of ${CITY.raters.toLocaleString('en')} people, ${start}`;
  return [
    figure(
      from('from nothing'),
      timed(() => consensusOf(ratings)),
      'ms',
      { atMost: 3_000 },
    ),
    figure(
      from(`${FRESH} after an earlier fit`),
      timed(() => consensusOf(ratings, earlier)),
      'ms',
      { atMost: 1_000 },
    ),
    figure('sweeps from nothing', model.sweeps, ''),
    figure('sweeps after an earlier fit', again.sweeps, '', { atMost: model.sweeps }),
    figure(
      'largest difference between the scores of both, in millionths',
      1e6 * Math.max(...differences),
      '',
      {
        atMost: 10,
      },
    ),
    figure(
      'one assessment between two fits',
      timed(() => standingOf(one, model)),
      'ms',
      { atMost: 1 },
    ),
  ];
}

/** The median of some rounds, in milliseconds. */
function timed(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return median(times);
}
