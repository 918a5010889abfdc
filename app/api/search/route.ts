import { searchOperation } from '#lib/http/contract/search.ts';
import { ok, route } from '#lib/http/route.ts';
import { search } from '#lib/search/queries.ts';

export const GET = route(searchOperation, async ({ query }) => ok(await search(query)));
