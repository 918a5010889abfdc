import { requireAnnotationPicture } from '#lib/flows/pictures.ts';
import { getAnnotationPictureOperation } from '#lib/http/contract/interchange.ts';
import { answerKept } from '#lib/http/kept-answers.ts';
import { route } from '#lib/http/route.ts';

export const GET = route(getAnnotationPictureOperation, ({ headers, params }) =>
  answerKept(headers, `annotation-picture ${params.id}`, async () => {
    const { articleId, png } = await requireAnnotationPicture(params.id);
    return { body: png, contentType: 'image/png', subject: { articleId } };
  }),
);
