import type { Helpfulness, Rating } from '../ratings.ts';
import { type Model, SIDES, type Side } from './model.ts';
import { type Status, statusOf, weigh } from './standing.ts';

/** So many more ratings of this kind, from that side (`each`: from each of the two), and the status is another. */
export interface Change {
  becomes: Status;
  helpfulness: Helpfulness;
  from: Side | 'each';
  more: number;
}

/** More than this is not worth telling. */
const MOST_MORE = 30;

/** Which way each kind of rating pushes. */
const KINDS = [
  { helpfulness: 'helpful', way: -1 },
  { helpfulness: 'not-helpful', way: 1 },
] as const;
type Kind = (typeof KINDS)[number];

/** From best to worst. */
const ORDER: readonly Status[] = ['helpful', 'needs-more-ratings', 'not-helpful'];

/**
 * What would change the status of an assessment: for each kind of rating and each side the least number of further ones
 * after which it is another, if that is {@link MOST_MORE} at most; the fewest first. Assumed are people who stand where the
 * median of their side stands, while all others stay. `each` is told where no single side can do it alone with as few.
 * Not told is what a rating does against its own direction: many from one side alone can make an assessment look
 * divisive, and so take a status away that they agree with.
 *
 * @param ratings of this one assessment
 */
export function whatWouldChange(
  ratings: readonly Pick<Rating, 'rater' | 'helpfulness'>[],
  model: Model,
): Change[] {
  const changes = KINDS.flatMap((kind) => {
    const alone = SIDES.flatMap((from) => changeBy(ratings, model, kind, from));
    const each = changeBy(ratings, model, kind, 'each');
    return [...alone, ...each.filter(({ more }) => alone.every((one) => one.more > 2 * more))];
  });
  return changes.sort((a, b) => peopleOf(a) - peopleOf(b));
}

/** How many people it takes. */
export function peopleOf({ from, more }: Change): number {
  return from === 'each' ? 2 * more : more;
}

function changeBy(
  ratings: readonly Pick<Rating, 'rater' | 'helpfulness'>[],
  model: Model,
  { helpfulness, way }: Kind,
  from: Change['from'],
): Change[] {
  const weighing = weigh(ratings, model);
  const before = ORDER.indexOf(statusOf(weighing.facts()).status);
  for (let more = 1; more <= MOST_MORE; more += 1) {
    for (const side of from === 'each' ? SIDES : [from]) weighing.add(model.sides[side].median, helpfulness);
    const becomes = statusOf(weighing.facts()).status;
    if ((ORDER.indexOf(becomes) - before) * way > 0) return [{ becomes, helpfulness, from, more }];
  }
  return [];
}
