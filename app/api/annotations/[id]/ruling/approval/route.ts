import { approve } from '#lib/flows/rule.ts';
import { approveRulingOperation } from '#lib/http/contract/rulings.ts';
import { route } from '#lib/http/route.ts';
import { published } from '#lib/http/rulings.ts';

export const POST = route(approveRulingOperation, async ({ viewer, params, body }) =>
  published(await approve(viewer, params.id, body.version)),
);
