import type { Compared, Gap } from './reading.ts';
import type { Term } from './terms.ts';

/*
 * German articles say who does what to whom: "Der Hund biss den Mann", "Den Hund biss der Mann". One that is replaced
 * may be mended; two of one sentence turn it around.
 */
const ARTICLES = new Set('der die das den dem des ein eine einen einem einer eines'.split(' '));
/** So many words apart they belong to one sentence. */
const NEAR = 16;

/** Whether two terms are articles, and not the same one. */
export function isOtherArticle(before: Term, after: Term): boolean {
  const [one, other] = [before.facts.lower, after.facts.lower];
  return one !== other && ARTICLES.has(one) && ARTICLES.has(other);
}

/** The gaps, each one article for another, that have such another one near by. */
export function turnedAround({ language }: Compared, replaced: readonly Gap[]): readonly Gap[] {
  if (language !== 'de' || replaced.length < 2) return [];
  return replaced.filter((one) =>
    replaced.some((other) => other !== one && Math.abs(other.a0 - one.a0) <= NEAR),
  );
}
