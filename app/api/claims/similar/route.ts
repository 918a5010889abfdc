import { similarClaimsOperation } from '#lib/http/contract/search.ts';
import { ok, route } from '#lib/http/route.ts';
import { findSimilarClaims } from '#lib/search/similar/queries.ts';

export const GET = route(similarClaimsOperation, async ({ query }) =>
  ok({ items: await findSimilarClaims(query) }),
);
