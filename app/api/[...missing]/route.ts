import { Problem } from '#lib/errors/problem.ts';
import { problemResponse } from '#lib/http/problems.ts';

/** A program with a slip in an address is answered as everywhere else, not with a page. */
function missing() {
  return problemResponse(new Problem('not-found', 'There is no such address; see /api/openapi.json.'));
}

export { missing as DELETE, missing as GET, missing as PATCH, missing as POST, missing as PUT };

export const dynamic = 'force-dynamic';
