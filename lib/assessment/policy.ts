import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

interface Judged {
  kind: string;
  state: string;
  articleState: string;
}

/** Anybody who may take part, on a claim that stands, in an article that is not locked. */
export function canAssess(actor: Viewer, claim: Judged): boolean {
  return (
    canTakePart(actor) &&
    claim.kind === 'claim' &&
    claim.state === 'active' &&
    claim.articleState !== 'locked'
  );
}

/** Whoever may judge the claim, but not their own assessment of it. */
export function canRate(actor: Viewer, assessment: Judged & { authorId: string }): boolean {
  return canAssess(actor, assessment) && actor?.id !== assessment.authorId;
}
