import { readiness } from '#lib/db/readiness.ts';
import { Problem } from '#lib/errors/problem.ts';
import { problemResponse } from '#lib/http/problems.ts';

export const dynamic = 'force-dynamic';

/** Can serve: the database answers and has every migration that this build knows. */
export async function GET() {
  const missing = await readiness();
  if (missing) return problemResponse(new Problem('unavailable', missing));
  return new Response('ready\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
}
