import { consensus } from '#lib/verdict/bridging/consensus.ts';
import type { Status } from '#lib/verdict/bridging/standing.ts';
import { RATINGS_AN_ASSESSMENT, VALUE } from '#lib/verdict/bridging/terms.ts';
import type { Helpfulness, Rating } from '#lib/verdict/ratings.ts';
import { likingOf, type World } from '#tests/factories/raters.ts';
import { type Figure, figure } from './figure.ts';

/** The model, and the plain mean of the same ratings. */
export const JUDGES = ['model', 'mean'] as const;
type Judge = (typeof JUDGES)[number];
/** What each of them says of each assessment. */
export type Judged = Record<Judge, Map<string, Status>>;
export type Judging = (ratings: Rating[]) => Judged;

/**
 * Both judges. The one who takes the mean has the thresholds with which it finds as many helpful, and as many not, as the
 * model does in the town at rest: neither looks better for being stricter.
 */
export function judgeIn({ ratings }: World): Judging {
  const statuses = [...byModel(ratings).values()];
  const count = (status: Status) => statuses.filter((one) => one === status).length;
  const means = [...meansOf(ratings).values()].sort((a, b) => a - b);
  const [low = 0, high = 1] = [means[count('not-helpful') - 1], means.at(-count('helpful'))];
  const ofMean = (mean: number): Status => {
    if (mean >= high) return 'helpful';
    return mean <= low ? 'not-helpful' : 'needs-more-ratings';
  };
  return (all) => ({
    model: byModel(all),
    mean: new Map([...meansOf(all)].map(([id, mean]) => [id, ofMean(mean)])),
  });
}

function byModel(ratings: Rating[]): Map<string, Status> {
  return new Map(
    [...consensus(ratings).standings].map(([id, standing]) => [
      id,
      standing.basis === 'bridging' ? standing.status : 'needs-more-ratings',
    ]),
  );
}

function meansOf(ratings: Rating[]): Map<string, number> {
  const lists = [...Map.groupBy(ratings, ({ assessment }) => assessment)];
  const enough = lists.filter(([, list]) => list.length >= RATINGS_AN_ASSESSMENT);
  return new Map(
    enough.map(([id, list]) => [
      id,
      list.reduce((all, { helpfulness }) => all + VALUE[helpfulness], 0) / list.length,
    ]),
  );
}

/** Counts for each question in how many cases it holds of what each judge says. */
export class Scores {
  private readonly rows = new Map<string, Record<Judge, number> & { of: number; most?: number }>();

  /** @param most the goal for the model, in percent */
  add(question: string, ids: readonly string[], holds: (judge: Judge, id: string) => boolean, most?: number) {
    const row = this.rows.get(question) ?? { model: 0, mean: 0, of: 0, most };
    row.of += ids.length;
    for (const judge of JUDGES) row[judge] += ids.filter((id) => holds(judge, id)).length;
    this.rows.set(question, row);
  }

  figures(): Figure[] {
    return [...this.rows].flatMap(([question, { model, mean, of, most }]) => [
      figure(
        `${question} (${of}): bridging`,
        (100 * model) / of,
        '%',
        most === undefined ? undefined : { atMost: most },
      ),
      figure(`${question} (${of}): plain mean`, (100 * mean) / of, '%'),
    ]);
  }
}

/** Camps that rate as they think: what do they make helpful? */
export function camps(world: World, judge: Judging, scores: Scores): void {
  const judged = judge(world.ratings);
  const likedBy = (larger: Helpfulness, smaller: Helpfulness) =>
    [...world.truth.keys()].filter(
      (id) => likingOf(world, id, 1) === larger && likingOf(world, id, -1) === smaller,
    );
  const helpful = (one: Judge, id: string) => judged[one].get(id) === 'helpful';
  scores.add('found helpful of what both camps like', likedBy('helpful', 'helpful'), helpful);
  scores.add(
    'found helpful of what only the larger camp likes',
    likedBy('helpful', 'not-helpful'),
    helpful,
    1,
  );
  scores.add(
    'found helpful of what only the smaller camp likes',
    likedBy('not-helpful', 'helpful'),
    helpful,
    1,
  );
}
