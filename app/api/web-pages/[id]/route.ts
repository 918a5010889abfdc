import { requireSourcePage } from '#lib/flows/source-pages.ts';
import { getWebPageOperation } from '#lib/http/contract/web-pages.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getWebPageOperation, async ({ viewer, params, query }) =>
  ok(await requireSourcePage({ viewer, reveal: query.reveal }, params.id, query)),
);
