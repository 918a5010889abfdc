import { getAnnotationCollectionOperation } from '#lib/http/contract/interchange.ts';
import { route } from '#lib/http/route.ts';
import { answerContainer } from '#lib/http/web-annotation-answer.ts';

export const GET = route(getAnnotationCollectionOperation, ({ headers, params, query }) =>
  answerContainer(headers, params.id, query),
);
