import type { Helpfulness, Rating } from '#lib/verdict/ratings.ts';
import { type Random, randomFrom } from '../../prisma/demo/random.ts';

interface WorldSize {
  raters: number;
  assessments: number;
  ratings: number;
  /** The share of people in the larger camp. */
  share?: number;
  /** How far apart the camps rate what is slanted; 0 without camps. */
  division?: number;
  seed?: number;
}

export interface World {
  ratings: Rating[];
  /** 1 or -1, by the name of the rater. */
  camp: Map<string, number>;
  /** Of each assessment how good it is, around 0, and which camp it flatters: -1, 0 or 1. */
  truth: Map<string, { good: number; slant: number }>;
  /** How far apart the camps are. */
  division: number;
}

/** People of two camps who rate assessments, a third of which flatters either camp and a third neither. */
export function worldOf({ share = 0.5, division = 0.35, seed = 1, ...size }: WorldSize): World {
  const random = randomFrom(seed);
  const names = (letter: string, n: number) => Array.from({ length: n }, (_, at) => `${letter}${at}`);
  const raters = names('r', size.raters);
  const assessments = names('a', size.assessments);
  const camp = new Map(raters.map((rater, at) => [rater, at < share * size.raters ? 1 : -1]));
  const truth = new Map(
    assessments.map((id) => [id, { good: 0.25 * bell(random), slant: random.int(-1, 1) }]),
  );
  const seen = new Set<string>();
  const ratings: Rating[] = [];
  while (ratings.length < size.ratings) {
    const [rater, assessment] = [random.pick(raters), random.pick(assessments)];
    if (seen.has(`${rater} ${assessment}`)) continue;
    seen.add(`${rater} ${assessment}`);
    const liked = likedBy(truth.get(assessment), division * (camp.get(rater) ?? 0)) + 0.2 * bell(random);
    ratings.push({ rater, assessment, helpfulness: helpfulnessOf(liked) });
  }
  return { ratings, camp, truth, division };
}

function likedBy({ good, slant } = { good: 0, slant: 0 }, division: number): number {
  return 0.5 + good + division * slant;
}

/** What somebody of a camp says of an assessment, chance aside. */
export function likingOf({ truth, division }: World, assessment: string, camp: 1 | -1): Helpfulness {
  return helpfulnessOf(likedBy(truth.get(assessment), division * camp));
}

function helpfulnessOf(liked: number): Helpfulness {
  if (liked > 0.65) return 'helpful';
  return liked > 0.4 ? 'somewhat' : 'not-helpful';
}

/** A number around 0, most within 1: the sum of twelve even ones. */
function bell(random: Random): number {
  let sum = -6;
  for (let n = 0; n < 12; n += 1) sum += random.int(0, 1_000_000) / 1_000_000;
  return sum;
}

const SAID: Record<string, Helpfulness> = { h: 'helpful', s: 'somewhat', n: 'not-helpful' };

/** The world with one more assessment, `target`: `A5h B2n` is five of the one camp for it, two of the other against. */
export function withTarget(world: World, pattern: string): Rating[] {
  const free = [...world.camp];
  const added = [...pattern.matchAll(/([AB])(\d+)([hsn])/g)].flatMap(([, camp, people, said = '']) =>
    Array.from({ length: Number(people) }, (): Rating => {
      const at = free.findIndex(([, own]) => own === (camp === 'A' ? 1 : -1));
      const [[rater] = ['']] = free.splice(at, 1);
      return { rater, assessment: 'target', helpfulness: SAID[said] as Helpfulness };
    }),
  );
  return [...world.ratings, ...added];
}
