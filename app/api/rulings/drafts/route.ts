import { listDrafts } from '#lib/flows/ruling-desk.ts';
import { listRulingDraftsOperation } from '#lib/http/contract/rulings.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listRulingDraftsOperation, async ({ viewer, query }) =>
  ok(await listDrafts(viewer, query)),
);
