import { requireArticleRow } from '#lib/article/queries.ts';
import { requireRevisionText } from '#lib/article/revision/queries.ts';
import { getRevisionTextOperation } from '#lib/http/contract/interchange.ts';
import { answerKept } from '#lib/http/kept-answers.ts';
import { route } from '#lib/http/route.ts';

export const GET = route(getRevisionTextOperation, ({ headers, params }) =>
  answerKept(headers, `revision-text ${params.id} ${params.number}`, async () => {
    const { id: articleId } = await requireArticleRow(params.id);
    const { text } = await requireRevisionText(articleId, params.number);
    return { body: text, contentType: 'text/plain; charset=utf-8', subject: { articleId } };
  }),
);
