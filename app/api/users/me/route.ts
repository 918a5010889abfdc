import { changeProfileOperation, getOwnUserOperation } from '#lib/http/contract/users.ts';
import { ok, route } from '#lib/http/route.ts';
import { changeProfile } from '#lib/user/mutations.ts';
import { getOwnUser } from '#lib/user/queries.ts';

export const GET = route(getOwnUserOperation, async ({ viewer }) => ok(await getOwnUser(viewer)));

export const PATCH = route(changeProfileOperation, async ({ viewer, body }) =>
  ok(await changeProfile(viewer, body)),
);
