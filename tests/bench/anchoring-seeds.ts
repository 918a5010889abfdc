import { absent, type Case, edited, passagesOf, removed } from './anchoring-cases.ts';
import { ours, score } from './anchoring-score.ts';
import type { Tell } from './bench.ts';
import { type Figure, figure } from './figure.ts';
import { editCharacters, replaceWords } from './mutations.ts';
import { prose, randomOf } from './prose.ts';

/** Other texts than the one that is timed, and than the one that the thresholds were tuned on. */
const SEEDS = Array.from({ length: 10 }, (_, at) => at + 3);
const QUOTES = 1_000;
const LENGTH = 100_000;

/** What is right and wrong over many texts, for one alone may be kind: of how many, how many. */
export function overSeeds(tell: Tell): Figure[] {
  const counts = new Map<string, { all: number; right: number; wrong: number }>();
  for (const seed of SEEDS) {
    tell(`seed ${seed}`);
    for (const [name, cases] of Object.entries(casesOf(seed))) {
      const { right, wrong } = score(cases, ours, 1);
      const count = counts.get(name) ?? { all: 0, right: 0, wrong: 0 };
      counts.set(name, {
        all: count.all + cases.length,
        right: count.right + Math.round(right * cases.length),
        wrong: count.wrong + Math.round(wrong * cases.length),
      });
    }
  }
  return [...counts].flatMap(([name, { all, right, wrong }]) => [
    figure(`${SEEDS.length} texts, ${name}: right`, right / all, ''),
    figure(`${SEEDS.length} texts, ${name}: wrong of ${all}`, wrong, ''),
  ]);
}

function casesOf(seed: number): Record<string, Case[]> {
  const random = randomOf(seed + 1_000);
  const text = prose(randomOf(seed), LENGTH);
  const passages = passagesOf(random, text, QUOTES);
  const letters = (words: string) => editCharacters(random, words, 0.3);
  return {
    '30 % of letters': edited(text, passages, letters),
    '30 % of words': edited(text, passages, (words) => replaceWords(random, words, 0.3)),
    removed: removed(text, passages),
    absent: absent(text, seed + 99, QUOTES),
  };
}
