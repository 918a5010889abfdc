import { readSomeAnnotations } from '#lib/flows/annotation-details.ts';
import { readAnnotationsOperation } from '#lib/http/contract/annotations.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(readAnnotationsOperation, async ({ viewer, query }) =>
  ok(await readSomeAnnotations(viewer, query.ids, query)),
);
