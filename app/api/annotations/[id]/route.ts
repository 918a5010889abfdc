import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { editAnnotation, takeAnnotationBack } from '#lib/flows/edit-annotation.ts';
import {
  editAnnotationOperation,
  getAnnotationOperation,
  removeAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getAnnotationOperation, async ({ viewer, params }) =>
  ok(await requireAnnotation(viewer, params.id)),
);

export const PATCH = route(editAnnotationOperation, async ({ viewer, params, body }) =>
  ok(await editAnnotation(viewer, params.id, body)),
);

export const DELETE = route(removeAnnotationOperation, async ({ viewer, params }) => {
  const withdrawn = await takeAnnotationBack(viewer, params.id);
  return withdrawn ? ok(withdrawn) : { status: 204 };
});
