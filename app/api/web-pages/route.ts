import { listSourcePages } from '#lib/flows/source-pages.ts';
import { listWebPagesOperation } from '#lib/http/contract/web-pages.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listWebPagesOperation, async ({ query }) => ok(await listSourcePages(query)));
