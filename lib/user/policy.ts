import { ROLES, type Role, type Viewer } from './schema.ts';

/** True if `actor` has at least the powers of `role`. */
export function hasRole(actor: Viewer, role: Role): boolean {
  return actor !== null && !actor.banned && ROLES.indexOf(actor.role) >= ROLES.indexOf(role);
}

/** Signed in and not suspended: the least that any write asks for. */
export function canTakePart(actor: Viewer): boolean {
  return hasRole(actor, 'reader');
}

export function canEditProfile(actor: Viewer, user: { id: string }): boolean {
  return canTakePart(actor) && actor?.id === user.id;
}

export function canGiveRoles(actor: Viewer): boolean {
  return hasRole(actor, 'admin');
}

/** The mails that were not sent hold links by which anybody could be signed in. */
export function canReadOutbox(actor: Viewer): boolean {
  return hasRole(actor, 'admin');
}
