import { similarFor } from '#lib/flows/search.ts';
import { similarClaimsOperation } from '#lib/http/contract/search.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(similarClaimsOperation, async ({ viewer, query }) =>
  ok({ items: await similarFor(viewer, query) }),
);
