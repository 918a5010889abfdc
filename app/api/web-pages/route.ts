import { openPage } from '#lib/flows/look-at-page.ts';
import { listSourcePages } from '#lib/flows/source-pages.ts';
import { openPageOperation } from '#lib/http/contract/evidence.ts';
import { listWebPagesOperation } from '#lib/http/contract/web-pages.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listWebPagesOperation, async ({ query }) => ok(await listSourcePages(query)));

export const POST = route(openPageOperation, async ({ viewer, body }) =>
  ok(await openPage(viewer, body.url)),
);
