import { db } from '#lib/db/client.ts';
import { idAt } from '#lib/db/ids.ts';
import { handleFrom } from '#lib/user/handles.ts';
import { personName } from './prose.ts';
import { randomFrom } from './random.ts';
import { insertRows } from './rows.ts';

/** Made-up people without a password: nobody can sign in as one of them. The same number gives the same people. */
export async function demoPeople(count: number): Promise<string[]> {
  const random = randomFrom(7);
  const people = Array.from({ length: count }, (_, n) => {
    const name = personName(random);
    return {
      id: idAt(new Date()),
      email: `demo-${n + 1}@people.example`,
      handle: `${handleFrom(name)}-demo-${n + 1}`,
      name,
      about: 'A made-up person. What stands under this name was generated.',
    };
  });
  const emails = people.map(({ email }) => email);
  await insertRows('User', people);
  const rows = await db().user.findMany({
    where: { email: { in: emails } },
    select: { id: true, email: true },
  });
  const joined = people.filter(({ id }) => rows.some((row) => row.id === id));
  await insertRows(
    'Event',
    joined.map(({ id }) => ({ kind: 'user.joined', actorId: id, subjectId: id })),
  );
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  return emails.map((email) => ids.get(email) ?? '');
}
