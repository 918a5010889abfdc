import { annotate } from '#lib/flows/annotate.ts';
import { listAnnotations } from '#lib/flows/annotation-details.ts';
import { annotateOperation, listAnnotationsOperation } from '#lib/http/contract/annotations.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listAnnotationsOperation, async ({ viewer, params, query }) =>
  ok(await listAnnotations(viewer, params.id, query, query)),
);

export const POST = route(annotateOperation, async ({ viewer, params, body }) => {
  const annotation = await annotate(viewer, params.id, body);
  return { status: 201, body: annotation, headers: { location: `/api/annotations/${annotation.id}` } };
});
