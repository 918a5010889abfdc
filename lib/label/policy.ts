import { canTakePart, hasRole } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** Anybody who may take part, on an annotation that stands, in an article that is not locked. */
export function canLabel(actor: Viewer, annotation: { state: string; articleState: string }): boolean {
  return canTakePart(actor) && annotation.state === 'active' && annotation.articleState !== 'locked';
}

/** What is offered, and in which words. */
export function canEditLabels(actor: Viewer): boolean {
  return hasRole(actor, 'admin');
}
