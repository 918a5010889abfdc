import { cardInside } from '#components/annotation/card-inside.tsx';
import { id as annotationId } from '#lib/errors/fields.ts';
import { Problem } from '#lib/errors/problem.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { problemResponse } from '#lib/http/problems.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';

/** A piece of the article page: the inside of one card, for a page that has thousands and sent them light. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const id = annotationId.safeParse((await params).id);
    if (!id.success) throw new Problem('not-found', 'There is no such annotation.');
    const annotation = await requireAnnotation(await getViewer(), id.data);
    return new Response(cardInside(annotation, await getLocale()), {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
