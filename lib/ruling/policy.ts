import { hasRole } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** Why somebody cannot rule on a claim by themselves, or not at all. */
export type Stake = 'claimant' | 'article' | 'recused';

/** What tells who has a stake in a claim. */
export interface Interests {
  /** Who put the claim. */
  claimantId: string;
  /** Who brought the article in, and whom it names as its author. */
  addedById: string;
  byline: string | null;
  /** The author of the words, where they are those of a comment on the original. */
  originalAuthor: string | null;
  recusedIds: readonly string[];
}

/** The stake of a person in a claim; who recused themselves has said so, whatever else holds. */
export function stakeIn({ id, name }: { id: string; name: string }, interests: Interests): Stake | null {
  const { claimantId, addedById, byline, originalAuthor, recusedIds } = interests;
  if (recusedIds.includes(id)) return 'recused';
  if (claimantId === id || (originalAuthor !== null && folded(originalAuthor) === folded(name)))
    return 'claimant';
  return addedById === id || names(byline, name) ? 'article' : null;
}

const folded = (words: string) =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');

/** Whether a byline names somebody: their whole name, as words of it. A name of one word names too many. */
function names(byline: string | null, name: string): boolean {
  const sought = folded(name);
  return byline !== null && sought.includes(' ') && ` ${folded(byline)} `.includes(` ${sought} `);
}

/** The claim that is ruled on, for somebody who has `stake` in it. */
export interface RuledClaim {
  kind: string;
  state: string;
  articleState: string;
  stake: Stake | null;
}

/** Drafts are what checkers tell each other. */
export function canReadDrafts(actor: Viewer): boolean {
  return hasRole(actor, 'checker');
}

/**
 * Writes a ruling, or a change of one. Who has a stake may, with somebody else's approval; who recused themselves may
 * not. What was published can be corrected also where nothing can be added any more.
 */
export function canWriteRuling(
  actor: Viewer,
  { kind, state, articleState, stake }: RuledClaim,
  published: boolean,
): boolean {
  if (!hasRole(actor, 'checker') || stake === 'recused' || kind !== 'claim') return false;
  return published
    ? state === 'active' || state === 'withdrawn'
    : state === 'active' && articleState !== 'locked';
}

/** The second pair of eyes: a checker's who has no stake in it and wrote nothing of it. */
export function canApproveRuling(
  actor: Viewer,
  claim: RuledClaim,
  draft: { state: string; writerIds: readonly string[] },
  published: boolean,
): boolean {
  return (
    draft.state === 'awaiting-approval' &&
    canWriteRuling(actor, claim, published) &&
    claim.stake === null &&
    actor !== null &&
    !draft.writerIds.includes(actor.id)
  );
}

/** Nobody with a stake in a claim takes away what was found of it. */
export function canRetractRuling(actor: Viewer, claim: RuledClaim): boolean {
  return hasRole(actor, 'checker') && claim.stake === null;
}

/** Of one's own accord, once. */
export function canRecuse(actor: Viewer, claim: Pick<RuledClaim, 'kind' | 'stake'>): boolean {
  return hasRole(actor, 'checker') && claim.kind === 'claim' && claim.stake !== 'recused';
}
