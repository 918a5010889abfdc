import { Problem } from '#lib/errors/problem.ts';
import { getActorByEmail } from '#lib/user/queries.ts';
import type { Actor } from '#lib/user/schema.ts';

export async function requirePerson(email: string): Promise<Actor> {
  const actor = await getActorByEmail(email);
  if (!actor) throw new Problem('not-found', `There is no account with the address ${email}.`);
  return actor;
}
