import { readAnnotation } from '#lib/flows/annotation-details.ts';
import { editAnnotation, takeAnnotationBack } from '#lib/flows/edit-annotation.ts';
import {
  editAnnotationOperation,
  getAnnotationOperation,
  removeAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import { preferred } from '#lib/http/negotiation.ts';
import { ok, route } from '#lib/http/route.ts';
import { answerWebAnnotation } from '#lib/http/web-annotation-answer.ts';

export const GET = route(getAnnotationOperation, async ({ viewer, params, query, headers }) =>
  preferred(headers.get('accept'), ['application/json', 'application/ld+json']) === 'application/ld+json'
    ? answerWebAnnotation(headers, params.id)
    : { ...ok(await readAnnotation(viewer, params.id, query)), headers: { vary: 'Accept' } },
);

export const PATCH = route(editAnnotationOperation, async ({ viewer, params, body }) =>
  ok(await editAnnotation(viewer, params.id, body)),
);

export const DELETE = route(removeAnnotationOperation, async ({ viewer, params }) => {
  const withdrawn = await takeAnnotationBack(viewer, params.id);
  return withdrawn ? ok(withdrawn) : { status: 204 };
});
