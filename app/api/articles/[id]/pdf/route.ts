import { requireArticlePdf } from '#lib/flows/article-pdf.ts';
import { getArticlePdfOperation } from '#lib/http/contract/interchange.ts';
import { answerKept } from '#lib/http/kept-answers.ts';
import { route } from '#lib/http/route.ts';

export const GET = route(getArticlePdfOperation, ({ headers, params, query: { lang } }) =>
  answerKept(headers, `article-pdf ${params.id} ${lang}`, async () => {
    const { articleId, name, pdf } = await requireArticlePdf(params.id, lang);
    return {
      body: pdf,
      contentType: 'application/pdf',
      subject: { articleId },
      headers: { 'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}` },
    };
  }),
);
