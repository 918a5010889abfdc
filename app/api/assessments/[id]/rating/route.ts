import { rateAssessment } from '#lib/flows/rate.ts';
import { rateAssessmentOperation, takeRatingBackOperation } from '#lib/http/contract/ratings.ts';
import { ok, route } from '#lib/http/route.ts';

export const PUT = route(rateAssessmentOperation, async ({ viewer, params, body }) =>
  ok(await rateAssessment(viewer, params.id, body)),
);

export const DELETE = route(takeRatingBackOperation, async ({ viewer, params }) =>
  ok(await rateAssessment(viewer, params.id, { value: 0, reasons: [] })),
);
