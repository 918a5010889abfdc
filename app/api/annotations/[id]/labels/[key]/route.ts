import { labelAnnotation, unlabelAnnotation } from '#lib/flows/label.ts';
import { putLabelOperation, takeLabelOffOperation } from '#lib/http/contract/labels.ts';
import { ok, route } from '#lib/http/route.ts';

export const PUT = route(putLabelOperation, async ({ viewer, params }) =>
  ok(await labelAnnotation(viewer, params.id, params.key)),
);

export const DELETE = route(takeLabelOffOperation, async ({ viewer, params }) =>
  ok(await unlabelAnnotation(viewer, params.id, params.key)),
);
