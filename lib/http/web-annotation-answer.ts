import { requireWebAnnotation } from '#lib/flows/web-annotations.ts';
import { ANNO_TYPE } from '#lib/interchange/web-annotation/annotation.ts';
import { answerKept } from './kept-answers.ts';

/** What the Web Annotation Protocol (section 3) asks of every answer with an annotation, besides its ETag. */
const HEADERS = {
  vary: 'Accept',
  allow: 'GET, HEAD, OPTIONS',
  link: '<http://www.w3.org/ns/ldp#Resource>; rel="type", <http://www.w3.org/ns/oa#Annotation>; rel="type"',
};

/** Answers with one annotation in the model of the W3C. */
export function answerWebAnnotation(headers: Headers, id: string): Promise<Response> {
  return answerKept(headers, `web-annotation ${id}`, async () => {
    const { articleId, annotation } = await requireWebAnnotation(id);
    return {
      body: JSON.stringify(annotation),
      contentType: ANNO_TYPE,
      subject: { articleId },
      headers: HEADERS,
    };
  });
}
