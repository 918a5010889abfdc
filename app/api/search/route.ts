import { searchFor } from '#lib/flows/search.ts';
import { searchOperation } from '#lib/http/contract/search.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(searchOperation, async ({ viewer, query, chosen }) =>
  ok(await searchFor({ viewer, reveal: query.reveal || (chosen && query.verdict !== undefined) }, query)),
);
