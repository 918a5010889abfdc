import { type Match, matchesIn } from './marks.ts';
import type { SearchKind } from './schema.ts';
import type { Term } from './terms.ts';

/** A text that can match, and what a match in it counts beside one in a comment. */
export interface Field {
  text: string;
  weight: number;
}

/** Words such as “the” decide between what fits equally well. */
const WEIGHT_OF_SMALL_WORDS = 0.1;
/** Each further time that a term stands there, up to so many. */
const AGAIN = 0.12;
const AGAIN_MAX = 3;
/** For all terms that stand near each other. */
const NEARNESS = 0.3;
const NEAR = 180;
/** What was written today over what was written long ago. */
const FRESHNESS = 0.2;
const YEAR_MS = 365 * 86_400_000;
/** What an article or a claim is found for is mostly what is sought. */
const OF_KIND: Record<SearchKind, number> = {
  article: 0.25,
  claim: 0.2,
  ruling: 0.2,
  source: 0.05,
  comment: 0,
  'exhibit-comment': 0,
};
/** A vote, up to so many. */
const A_VOTE = 0.01;
const VOTES_MAX = 20;

export interface Ranked {
  kind: SearchKind;
  fields: readonly Field[];
  createdAt: Date;
  votes?: number;
  /** What each needed term counts at the least: it stands in a text that was not read. */
  atLeast?: number;
}

/**
 * How well something fits what is sought; higher is better. All terms count alike, each by its best fitting form in the
 * weightiest field; to that is added how often they stand there, how near each other, how new it is, and its kind.
 * O(length of its texts).
 */
export function scoreOf(
  { kind, fields, createdAt, votes = 0, atLeast = 0 }: Ranked,
  terms: readonly Term[],
  now: Date,
): number {
  const found = fields.map(({ text, weight }) => ({ matches: matchesIn(text, terms), weight }));
  let sum = 0;
  let all = 0;
  terms.forEach((term, at) => {
    const share = term.needed ? 1 : WEIGHT_OF_SMALL_WORDS;
    all += share;
    sum +=
      share *
      Math.max(term.needed ? atLeast : 0, ...found.map(({ matches, weight }) => weight * fitOf(matches, at)));
  });
  const near = Math.max(0, ...found.map(({ matches }) => nearness(matches, terms.length)));
  const age = Math.max(0, now.getTime() - createdAt.getTime());
  return (
    sum / all +
    NEARNESS * near +
    FRESHNESS * Math.exp(-age / YEAR_MS) +
    OF_KIND[kind] +
    A_VOTE * Math.max(0, Math.min(votes, VOTES_MAX))
  );
}

function fitOf(matches: readonly Match[], term: number): number {
  let best = 0;
  let times = 0;
  for (const match of matches) {
    if (match.term !== term) continue;
    best = Math.max(best, match.fit);
    times += 1;
  }
  return best * (1 + AGAIN * Math.min(AGAIN_MAX, Math.max(0, times - 1)));
}

/** The share of the terms that stand within one short stretch; of a single term there is nothing to be near. */
function nearness(matches: readonly Match[], terms: number): number {
  if (terms < 2) return 0;
  let most = 0;
  matches.forEach((first, at) => {
    const seen = new Set<number>();
    for (let next = at; next < matches.length; next += 1) {
      const match = matches[next] as Match;
      if (match.end > first.start + NEAR) break;
      seen.add(match.term);
    }
    most = Math.max(most, seen.size);
  });
  return most < 2 ? 0 : most / terms;
}
