import type { Compared, Gap } from './reading.ts';
import type { Term } from './terms.ts';

const DEFINITE = new Set('the der die das den dem des'.split(' '));
const INDEFINITE = new Set('a an ein eine einen einem einer eines'.split(' '));

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

/** Whether a gap puts any one for the one that is known, or the other way round: "the cause", "a cause". */
export function isOtherOne({ a, b }: Compared, { a0, a1, b0, b1 }: Gap): boolean {
  const [before, after] = [a.terms[a0]?.facts.lower ?? '', b.terms[b0]?.facts.lower ?? ''];
  if (a1 - a0 === 1 && b1 - b0 === 1)
    return DEFINITE.has(before) ? INDEFINITE.has(after) : INDEFINITE.has(before) && DEFINITE.has(after);
  if (a1 - a0 + b1 - b0 !== 1) return false;
  // "A few" are some, "few" are hardly any.
  const [article, next] = a1 > a0 ? [before, a.terms[a1]] : [after, b.terms[b1]];
  return article === 'a' && /^(?:few|little)$/.test(next?.facts.lower ?? '');
}

/** Of these each gender is another thing: the head and the ladder, the lake and the sea. */
const OF_TWO_GENDERS =
  /^(?:leiter|see|steuer|kiefer|erbe|verdienst|gehalt|band|schild|tor|bauer|kunde|heide|mangel|otter|weise|hut|tau|taube|moment|bund|flur|golf|mast|mark|marsch|junge|alp|messer|stift|militär)$/;
/** In the plural these are as in the singular, so that "die" alone tells it … */
const AS_MANY = /(?:er|el|en|chen|lein)$/;
/** … but for women and other words that are always "die". */
const ALWAYS_DIE =
  /(?:mutter|tochter|schwester|butter|mauer|steuer|feier|dauer|trauer|oper|kammer|nummer|ziffer|feder|leber|schulter|ader|faser|folter|amsel|insel|regel|tafel|schüssel|wurzel|gabel|nadel|kugel|fabel|formel|kapsel|orgel|klausel|vokabel|waffel|ampel|achsel|bibel)$/;
const ONE = new Set(['der', 'den', 'das']);

/** Whether a gap, one German article for another, makes another thing, or more of them, of the noun behind. */
export function isOtherNoun({ a, language }: Compared, before: Term, after: Term, behind: number): boolean {
  if (language !== 'de') return false;
  const noun = [a.terms[behind], a.terms[behind + 1]].find((term) => term?.facts.large)?.facts.lower ?? '';
  const [one, other] = [before.facts.lower, after.facts.lower];
  const isDie = one === 'die' ? ONE.has(other) : other === 'die' && ONE.has(one);
  if (isDie) return OF_TWO_GENDERS.test(noun) || (AS_MANY.test(noun) && !ALWAYS_DIE.test(noun));
  return OF_TWO_GENDERS.test(noun) && [one, other].sort().join(' ') === 'das der';
}
