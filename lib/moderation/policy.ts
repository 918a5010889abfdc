import { canBan, hasRole } from '#lib/user/policy.ts';
import type { Role, Viewer } from '#lib/user/schema.ts';
import type { Decision, TargetType } from './schema.ts';
import { decisionsFor, stateAfter } from './transitions.ts';

/** The queues and the decisions. The log is for everybody. */
export function canModerate(actor: Viewer): boolean {
  return hasRole(actor, 'moderator');
}

/** What a decision is about, as far as it matters who decides. */
export interface Decidable {
  type: TargetType;
  /** Whose it is: the author's, the person's own; null for a guest's comment. */
  ownerId: string | null;
  /** Of a person. */
  role?: Role;
}

/** Nobody decides about themselves or about what they said themselves, whoever they are. */
export function canDecide(actor: Viewer, thing: Decidable): boolean {
  if (!canModerate(actor) || thing.ownerId === actor?.id) return false;
  if (thing.type !== 'user') return true;
  return thing.ownerId !== null && canBan(actor, { id: thing.ownerId, role: thing.role ?? 'admin' });
}

/** The decisions that somebody can take about a thing as it stands. */
export function decisionsOf(
  actor: Viewer,
  thing: Decidable & { state: string; withdrawn?: boolean },
): Decision[] {
  if (!canDecide(actor, thing)) return [];
  return decisionsFor(thing.type).filter((decision) => stateAfter(decision, thing) !== null);
}
