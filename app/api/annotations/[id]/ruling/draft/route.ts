import { discard, saveDraft } from '#lib/flows/rule.ts';
import { readDesk } from '#lib/flows/ruling-desk.ts';
import {
  discardRulingDraftOperation,
  getRulingDraftOperation,
  saveRulingDraftOperation,
} from '#lib/http/contract/rulings.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getRulingDraftOperation, async ({ viewer, params }) =>
  ok(await readDesk(viewer, params.id)),
);

export const PUT = route(saveRulingDraftOperation, async ({ viewer, params, body }) =>
  ok(await saveDraft(viewer, params.id, body)),
);

export const DELETE = route(discardRulingDraftOperation, async ({ viewer, params, query }) => {
  await discard(viewer, params.id, query.version);
  return { status: 204 };
});
