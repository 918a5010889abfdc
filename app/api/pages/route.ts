import { openPage } from '#lib/flows/look-at-page.ts';
import { openPageOperation } from '#lib/http/contract/evidence.ts';
import { ok, route } from '#lib/http/route.ts';

export const POST = route(openPageOperation, async ({ viewer, body }) =>
  ok(await openPage(viewer, body.url)),
);
