import { changeRole } from '#lib/flows/people.ts';
import { giveRoleOperation } from '#lib/http/contract/users.ts';
import { ok, route } from '#lib/http/route.ts';

export const PUT = route(giveRoleOperation, async ({ viewer, params, body }) =>
  ok(await changeRole(viewer, params.handle, body.role)),
);
