import { retract } from '#lib/flows/rule.ts';
import { retractRulingOperation } from '#lib/http/contract/rulings.ts';
import { ok, route } from '#lib/http/route.ts';

export const POST = route(retractRulingOperation, async ({ viewer, params, body }) =>
  ok(await retract(viewer, params.id, body)),
);
