import { recuseFrom } from '#lib/flows/rule.ts';
import { recuseOperation } from '#lib/http/contract/rulings.ts';
import { ok, route } from '#lib/http/route.ts';

export const PUT = route(recuseOperation, async ({ viewer, params, body }) =>
  ok(await recuseFrom(viewer, params.id, body.reason)),
);
