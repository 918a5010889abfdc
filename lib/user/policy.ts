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

/** Nobody bans themselves, nor somebody who may do as much as they or more: an admin is made less before. */
export function canBan(actor: Viewer, user: { id: string; role: Role }): boolean {
  if (actor === null || actor.id === user.id || !hasRole(actor, 'moderator')) return false;
  return ROLES.indexOf(user.role) < ROLES.indexOf(actor.role);
}

/** The list of everybody who has an account. */
export function canListPeople(actor: Viewer): boolean {
  return hasRole(actor, 'moderator');
}

export function canSeeAddresses(actor: Viewer): boolean {
  return hasRole(actor, 'admin');
}

export function canChangeSettings(actor: Viewer): boolean {
  return hasRole(actor, 'admin');
}
