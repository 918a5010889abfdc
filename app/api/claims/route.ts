import { listClaims } from '#lib/flows/claim-list.ts';
import { isByVerdict } from '#lib/flows/claim-list-view.ts';
import { listClaimsOperation } from '#lib/http/contract/claims.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listClaimsOperation, async ({ viewer, query, chosen }) =>
  ok(await listClaims(query, { viewer, reveal: query.reveal || (chosen && isByVerdict(query)) })),
);
