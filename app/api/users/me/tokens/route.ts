import { createApiTokenOperation, listApiTokensOperation } from '#lib/http/contract/users.ts';
import { ok, route } from '#lib/http/route.ts';
import { createApiToken } from '#lib/user/api-token/mutations.ts';
import { listApiTokens } from '#lib/user/api-token/queries.ts';

export const GET = route(listApiTokensOperation, async ({ viewer }) =>
  ok({ items: await listApiTokens(viewer) }),
);

export const POST = route(createApiTokenOperation, async ({ viewer, body }) => {
  return { status: 201, body: await createApiToken(viewer, body), headers: { 'cache-control': 'no-store' } };
});
