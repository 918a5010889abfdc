import { requireArticlePicture } from '#lib/flows/pictures.ts';
import { getArticlePictureOperation } from '#lib/http/contract/interchange.ts';
import { answerKept } from '#lib/http/kept-answers.ts';
import { route } from '#lib/http/route.ts';

export const GET = route(getArticlePictureOperation, ({ headers, params }) =>
  answerKept(headers, `article-picture ${params.id}`, async () => {
    const { articleId, png } = await requireArticlePicture(params.id);
    return { body: png, contentType: 'image/png', subject: { articleId } };
  }),
);
