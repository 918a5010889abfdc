import { getWebAnnotationOperation } from '#lib/http/contract/interchange.ts';
import { route } from '#lib/http/route.ts';
import { answerWebAnnotation } from '#lib/http/web-annotation-answer.ts';

export const GET = route(getWebAnnotationOperation, ({ headers, params }) =>
  answerWebAnnotation(headers, params.id),
);
