import type { Rating } from '../ratings.ts';
import { RATINGS_A_RATER, RATINGS_AN_ASSESSMENT, VALUE } from './terms.ts';

/** The table seen from one side: for each row where its entries stand, and their columns and values. */
export interface Rows {
  /** Sorted. */
  ids: string[];
  /** The entries of row n stand from `begins[n]` to before `begins[n + 1]`, sorted by column. */
  begins: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/** The ratings that count, by rater and by assessment. */
export interface Table {
  size: number;
  raters: Rows;
  assessments: Rows;
}

/**
 * The ratings that the model is fitted to: of people with enough ratings, on assessments with enough of them. Each of
 * the two can make the other fall short, so it goes on until both hold; what is left does not depend on the order.
 * The same ratings in another order give the same table. O(n + m log m) with n ratings of m people and assessments.
 * @throws RangeError when somebody rated the same assessment twice
 */
export function tableOf(ratings: readonly Rating[]): Table {
  const raters = indexOf(ratings.map(({ rater }) => rater));
  const assessments = indexOf(ratings.map(({ assessment }) => assessment));
  const values = Float64Array.from(ratings, ({ helpfulness }) => VALUE[helpfulness]);
  const byAssessment = orderBy(assessments, Int32Array.from(ratings.keys()));
  const byRater = orderBy(raters, byAssessment);
  refuseTwice(raters, assessments, byRater);
  const kept = peel(ratings.length, [
    { ...raters, order: byRater, least: RATINGS_A_RATER },
    { ...assessments, order: byAssessment, least: RATINGS_AN_ASSESSMENT },
  ]);
  const keptByRater = byRater.filter((at) => kept[at]);
  const [left, right] = [compact(raters, keptByRater), compact(assessments, keptByRater)];
  return {
    size: keptByRater.length,
    raters: rowsOf(left, right, keptByRater, values),
    assessments: rowsOf(right, left, orderBy(right, keptByRater), values),
  };
}

/** The names on one side of the table. */
interface Index {
  ids: string[];
  /** For each rating the place of its name among `ids`. */
  of: Int32Array;
}

function indexOf(names: Iterable<string>): Index {
  const met = new Map<string, number>();
  const order = Int32Array.from(names, (name) => {
    const place = met.get(name) ?? met.size;
    if (place === met.size) met.set(name, place);
    return place;
  });
  const ids = [...met.keys()].sort();
  const places = new Int32Array(ids.length);
  for (const [at, id] of ids.entries()) places[met.get(id) as number] = at;
  return { ids, of: order.map((place) => places[place] as number) };
}

/** Sorts ratings by their names; those of the same name stay in their order. */
function orderBy({ ids, of }: Index, ratings: Int32Array): Int32Array {
  const at = new Int32Array(ids.length + 1);
  for (const rating of ratings)
    at[(of[rating] as number) + 1] = (at[(of[rating] as number) + 1] as number) + 1;
  for (let row = 1; row <= ids.length; row += 1) at[row] = (at[row] as number) + (at[row - 1] as number);
  const order = new Int32Array(ratings.length);
  for (const rating of ratings) {
    const row = of[rating] as number;
    order[at[row] as number] = rating;
    at[row] = (at[row] as number) + 1;
  }
  return order;
}

/** Where the ratings of each name begin in a list that is sorted by them. */
function beginsOf({ ids, of }: Index, order: Int32Array): Int32Array {
  const begins = new Int32Array(ids.length + 1);
  for (const [at, rating] of order.entries()) begins[(of[rating] as number) + 1] = at + 1;
  // A name without ratings ends where the one before it does.
  for (let row = 1; row <= ids.length; row += 1)
    begins[row] = Math.max(begins[row] as number, begins[row - 1] as number);
  return begins;
}

function refuseTwice(raters: Index, assessments: Index, byRater: Int32Array): void {
  for (let n = 1; n < byRater.length; n += 1) {
    const [one, two] = [byRater[n - 1] as number, byRater[n] as number];
    if (raters.of[one] !== raters.of[two] || assessments.of[one] !== assessments.of[two]) continue;
    const [who, what] = [
      raters.ids[raters.of[one] as number],
      assessments.ids[assessments.of[one] as number],
    ];
    throw new RangeError(`“${who}” rated “${what}” twice`);
  }
}

/** Takes out the names with too few ratings, and those whom that leaves with too few. 1 for each rating that stays. */
function peel(size: number, sides: (Index & { order: Int32Array; least: number })[]): Uint8Array {
  const kept = new Uint8Array(size).fill(1);
  const worked = sides.map((side) => {
    const begins = beginsOf(side, side.order);
    const left = begins.slice(1).map((end, row) => end - (begins[row] as number));
    return { ...side, begins, left };
  });
  const short = worked.flatMap((side) =>
    [...side.left.keys()]
      .filter((row) => (side.left[row] as number) < side.least)
      .map((row) => ({ side, row })),
  );
  for (let next = short.pop(); next; next = short.pop()) {
    const { side, row } = next;
    for (const rating of side.order.subarray(side.begins[row], side.begins[row + 1])) {
      if (!kept[rating]) continue;
      kept[rating] = 0;
      for (const each of worked) {
        const fewer = each.of[rating] as number;
        each.left[fewer] = (each.left[fewer] as number) - 1;
        if (each.left[fewer] === each.least - 1) short.push({ side: each, row: fewer });
      }
    }
  }
  return kept;
}

/** The index of those names only that ratings are left of. */
function compact({ ids, of }: Index, ratings: Int32Array): Index {
  const used = new Uint8Array(ids.length);
  for (const rating of ratings) used[of[rating] as number] = 1;
  let next = 0;
  const places = Int32Array.from(used, (one) => (one ? next++ : -1));
  return { ids: ids.filter((_, at) => used[at]), of: of.map((place) => places[place] as number) };
}

function rowsOf(rows: Index, columns: Index, order: Int32Array, values: Float64Array): Rows {
  return {
    ids: rows.ids,
    begins: beginsOf(rows, order),
    columns: order.map((rating) => columns.of[rating] as number),
    values: Float64Array.from(order, (rating) => values[rating] as number),
  };
}
