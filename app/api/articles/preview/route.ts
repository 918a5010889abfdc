import { previewImport } from '#lib/flows/import-article.ts';
import { previewArticleOperation } from '#lib/http/contract/articles.ts';
import { route } from '#lib/http/route.ts';
import { stepwise } from '#lib/http/step-stream.ts';

export const POST = route(previewArticleOperation, async ({ viewer, body, headers }) =>
  stepwise(headers, (tell) => previewImport(viewer, body, tell)),
);
