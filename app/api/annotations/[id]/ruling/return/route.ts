import { sendBack } from '#lib/flows/rule.ts';
import { returnRulingOperation } from '#lib/http/contract/rulings.ts';
import { ok, route } from '#lib/http/route.ts';

export const POST = route(returnRulingOperation, async ({ viewer, params, body }) =>
  ok(await sendBack(viewer, params.id, body)),
);
