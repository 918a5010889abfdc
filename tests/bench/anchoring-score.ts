import type { Carried } from '#lib/anchoring/carried.ts';
import { resolver } from '#lib/anchoring/resolve.ts';
import type { Selector } from '#lib/anchoring/selector.ts';
import { type Case, isRight, type Place } from './anchoring-cases.ts';
import { approximate } from './approximate.ts';
import { median } from './statistics.ts';

/** Finds one passage after the other. */
export type Find = (one: Case) => Place | null;

interface Score {
  /** For a thousand quotes. */
  ms: number;
  right: number;
  wrong: number;
  missed: number;
}

/** Finds all cases, once to warm up and then as often as is asked; the time is for a thousand. */
export function score(cases: readonly Case[], prepare: () => Find, rounds: number): Score {
  const times: number[] = [];
  let found: (Place | null)[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    const find = prepare();
    found = cases.map(find);
    if (round > 0 || rounds === 1) times.push(performance.now() - start);
    if (rounds === 1) break;
  }
  let [right, wrong] = [0, 0];
  cases.forEach(({ truth }, at) => {
    const place = found[at] as Place | null;
    if (place ? truth !== null && isRight(place, truth) : truth === null) right += 1;
    else if (place) wrong += 1;
  });
  const all = cases.length;
  return {
    ms: (median(times) / all) * 1_000,
    right: right / all,
    wrong: wrong / all,
    missed: 1 - (right + wrong) / all,
  };
}

export function ours(): Find {
  const finders = new Map<string, (selector: Selector) => Carried>();
  return ({ text, selector }) => {
    let find = finders.get(text);
    if (!find) {
      find = resolver(text);
      finders.set(text, find);
    }
    const { start, ...rest } = selector;
    const found = find(start < 0 ? rest : selector);
    return found.found ? found : null;
  };
}

export const theirs = (): Find => (one) => approximate(one.text, one.selector);
