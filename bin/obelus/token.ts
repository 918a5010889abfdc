import { createApiToken } from '#lib/user/api-token/mutations.ts';
import { requirePerson } from './people.ts';

/** The token alone goes to standard output, for `$(…)`. */
export async function create({ user, name }: { user: string; name: string }): Promise<void> {
  const { secret } = await createApiToken(await requirePerson(user), { name });
  console.log(secret);
}
