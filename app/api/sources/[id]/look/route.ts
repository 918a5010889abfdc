import { lookAgain } from '#lib/flows/look-at-page.ts';
import { lookAtSourceOperation } from '#lib/http/contract/evidence.ts';
import { ok, route } from '#lib/http/route.ts';

export const POST = route(lookAtSourceOperation, async ({ viewer, params }) =>
  ok(await lookAgain(viewer, params.id)),
);
