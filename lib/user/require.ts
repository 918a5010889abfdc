import { Problem } from '#lib/errors/problem.ts';
import type { Actor, Viewer } from './schema.ts';

/** The actor if the policy says yes; else says what is missing: a sign-in, or the right. */
export function permit(actor: Viewer, allowed: boolean): Actor {
  if (!actor) throw new Problem('not-signed-in');
  if (actor.banned) throw new Problem('banned');
  if (!allowed) throw new Problem('not-allowed');
  return actor;
}
