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

/** Whether it goes out to this viewer. What moderators hid their kind still sees, what they removed its author alone. */
export function canReadAnnotation(viewer: Viewer, annotation: { authorId: string; state: string }): boolean {
  if (annotation.state !== 'hidden' && annotation.state !== 'removed') return true;
  if (viewer !== null && viewer.id === annotation.authorId) return true;
  return annotation.state === 'hidden' && hasRole(viewer, 'moderator');
}
