import { revokeApiTokenOperation } from '#lib/http/contract/users.ts';
import { route } from '#lib/http/route.ts';
import { revokeApiToken } from '#lib/user/api-token/mutations.ts';

export const DELETE = route(revokeApiTokenOperation, async ({ viewer, params }) => {
  await revokeApiToken(viewer, params.id);
  return { status: 204 };
});
