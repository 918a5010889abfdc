import { db } from '#lib/db/client.ts';
import { createUser } from '#lib/user/mutations.ts';
import { getActorByEmail } from '#lib/user/queries.ts';
import type { Actor, Role } from '#lib/user/schema.ts';
import { newSecret, secretHash } from '#lib/user/secrets.ts';

/** Somebody with an account, a session and a token. */
export interface TestPerson extends Actor {
  email: string;
  cookie: string;
  token: string;
}

let count = 0;

/** Makes somebody who is signed in. Only what the test names matters. */
export async function person(given: { role?: Role; name?: string } = {}): Promise<TestPerson> {
  count += 1;
  const email = `person-${count}@example.org`;
  const { id } = await createUser({
    email,
    name: given.name ?? `Person ${count}`,
    role: given.role ?? 'reader',
    confirmed: true,
  });
  const secret = newSecret();
  const token = newSecret();
  await db().session.create({
    data: { id: secretHash(secret), userId: id, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  await db().apiToken.create({ data: { userId: id, hash: secretHash(token), name: 'test' } });
  const actor = await getActorByEmail(email);
  if (!actor) throw new Error('the person just made is not there');
  return { ...actor, email, cookie: `obelus-session=${secret}`, token };
}
