import { requireAnnotationCollection } from '#lib/flows/web-annotations.ts';
import { getAnnotationCollectionOperation } from '#lib/http/contract/interchange.ts';
import { answerKept } from '#lib/http/kept-answers.ts';
import { route } from '#lib/http/route.ts';
import { ANNO_TYPE } from '#lib/interchange/web-annotation/annotation.ts';

export const GET = route(getAnnotationCollectionOperation, ({ headers, params, query }) =>
  answerKept(headers, `annotation-collection ${params.id} ${JSON.stringify(query)}`, async () => {
    const { articleId, list } = await requireAnnotationCollection(params.id, query);
    return { body: JSON.stringify(list), contentType: ANNO_TYPE, subject: { articleId } };
  }),
);
