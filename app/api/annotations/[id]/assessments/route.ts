import { readAnnotation } from '#lib/flows/annotation-details.ts';
import { listAssessmentsOperation } from '#lib/http/contract/evidence.ts';
import { ok, route } from '#lib/http/route.ts';
import { spread } from '#lib/verdict/spread.ts';

export const GET = route(listAssessmentsOperation, async ({ viewer, params, query }) => {
  const { assessments, verdict } = await readAnnotation(viewer, params.id, query);
  return ok({ items: assessments, nextCursor: null, verdict, spread: verdict && spread(verdict.tally) });
});
