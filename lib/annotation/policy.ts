import { canTakePart, hasRole } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** Statement, span and kind: its author, and moderators. A withdrawn one stays as it is. */
export function canEditAnnotation(actor: Viewer, annotation: { authorId: string; state: string }): boolean {
  if (annotation.state !== 'active') return false;
  return hasRole(actor, 'moderator') || (canTakePart(actor) && actor?.id === annotation.authorId);
}

/** Deleting leaves nothing, withdrawing leaves a trace: which of the two depends on whether others took part. */
export function canRemoveAnnotation(actor: Viewer, annotation: { authorId: string; state: string }): boolean {
  return canEditAnnotation(actor, annotation);
}
