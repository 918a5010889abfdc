import { canTakePart, hasRole } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

export function canEditSource(actor: Viewer, source: { addedById: string }): boolean {
  return canTakePart(actor) && actor?.id === source.addedById;
}

export function canRemoveSource(actor: Viewer, source: { addedById: string }): boolean {
  return canEditSource(actor, source) || hasRole(actor, 'moderator');
}
