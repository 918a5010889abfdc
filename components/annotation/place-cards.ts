/** A card that wants to stand beside its line. Pixels, from the top of the margin. */
export interface Wish {
  top: number;
  height: number;
}

/** A run of cards that touch each other and move as one. */
interface Run {
  /** Where its first card would start if nothing stood above it. */
  at: number;
  weight: number;
  cards: number;
}

/** The active card stands at its line, whatever the others would like. */
const ACTIVE_WEIGHT = 1e9;

/**
 * Places cards as near to their lines as they can stand without covering each other, in the order given: the sum of
 * the squared distances is the smallest that there is (isotonic regression by pooling neighbours: Ayer et al. 1955).
 * They stay within 0 and `room` as long as they fit, and never start above 0. The card `active` stands exactly at its
 * line if there is space above for those before it.
 *
 * @returns the top of each card, in whole pixels. O(n).
 */
export function placeCards(wishes: readonly Wish[], room: number, gap: number, active = -1): number[] {
  const runs: Run[] = [];
  let above = 0;
  for (const [index, { top, height }] of wishes.entries()) {
    let run: Run = { at: top - above, weight: index === active ? ACTIVE_WEIGHT : 1, cards: 1 };
    for (let before = runs.at(-1); before && before.at >= run.at; before = runs.at(-1)) {
      runs.pop();
      const weight = before.weight + run.weight;
      run = {
        at: (before.at * before.weight + run.at * run.weight) / weight,
        weight,
        cards: before.cards + run.cards,
      };
    }
    runs.push(run);
    above += height + gap;
  }
  const activeRun = runs.find(({ weight }) => weight >= ACTIVE_WEIGHT);
  const lowest = Math.max(0, room - (above - gap), activeRun?.at ?? 0);
  return spread(runs, wishes, gap, lowest);
}

function spread(runs: Run[], wishes: readonly Wish[], gap: number, lowest: number): number[] {
  const tops: number[] = [];
  let above = 0;
  for (const { at, cards } of runs) {
    const start = Math.min(Math.max(at, 0), lowest);
    for (let card = 0; card < cards; card += 1) {
      tops.push(Math.round(start + above));
      above += (wishes[tops.length - 1] as Wish).height + gap;
    }
  }
  return tops;
}
