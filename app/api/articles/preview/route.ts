import { previewImport } from '#lib/flows/import-article.ts';
import { previewArticleOperation } from '#lib/http/contract/articles.ts';
import { ok, route } from '#lib/http/route.ts';

export const POST = route(previewArticleOperation, async ({ viewer, body }) =>
  ok(await previewImport(viewer, body)),
);
