import { Problem } from '#lib/errors/problem.ts';
import { getUserOperation } from '#lib/http/contract/users.ts';
import { ok, route } from '#lib/http/route.ts';
import { getUserByHandle } from '#lib/user/queries.ts';

export const GET = route(getUserOperation, async ({ params }) => {
  const user = await getUserByHandle(params.handle);
  if (!user) throw new Problem('not-found');
  return ok(user);
});
