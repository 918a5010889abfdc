import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { listAssessmentsOperation } from '#lib/http/contract/evidence.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listAssessmentsOperation, async ({ viewer, params }) => {
  const { assessments, verdict } = await requireAnnotation(viewer, params.id);
  return ok({ items: assessments, nextCursor: null, verdict });
});
