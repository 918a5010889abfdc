import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** Anybody who may take part, on a claim that stands, in an article that is not locked. */
export function canAssess(
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
