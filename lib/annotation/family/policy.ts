import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { canEditAnnotation } from '../policy.ts';

/** Saying of two claims that they say the same: anybody who may take part, where both stand and take something. */
export function canLink(
  actor: Viewer,
  claim: { kind: string; state: string; articleState: string },
): boolean {
  return (
    canTakePart(actor) &&
    claim.kind === 'claim' &&
    claim.state === 'active' &&
    claim.articleState !== 'locked'
  );
}

/** Taking a claim out of its family: who may edit it, and who linked it. */
export function canUnlink(
  actor: Viewer,
  claim: { authorId: string; state: string },
  { linkedById }: { linkedById: string | null },
): boolean {
  if (canEditAnnotation(actor, claim)) return true;
  return canTakePart(actor) && actor !== null && actor.id === linkedById;
}
