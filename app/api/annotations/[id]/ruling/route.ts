import { publish } from '#lib/flows/rule.ts';
import { requireRuling } from '#lib/flows/ruling-desk.ts';
import { getRulingOperation, publishRulingOperation } from '#lib/http/contract/rulings.ts';
import { ok, route } from '#lib/http/route.ts';
import { published } from '#lib/http/rulings.ts';

export const GET = route(getRulingOperation, async ({ viewer, params }) =>
  ok(await requireRuling(viewer, params.id)),
);

export const PUT = route(publishRulingOperation, async ({ viewer, params, body }) =>
  published(await publish(viewer, params.id, body)),
);
