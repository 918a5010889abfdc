import { listClaims } from '#lib/flows/claim-list.ts';
import { listClaimsOperation } from '#lib/http/contract/claims.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listClaimsOperation, async ({ query }) => ok(await listClaims(query)));
