import { listExhibit } from '#lib/flows/exhibits.ts';
import { listExhibitOperation } from '#lib/http/contract/exhibits.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listExhibitOperation, async ({ params, query }) =>
  ok(await listExhibit(params.id, query)),
);
