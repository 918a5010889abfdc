import { listArticlesFor } from '#lib/flows/articles.ts';
import { publishImport } from '#lib/flows/import-article.ts';
import { importArticleOperation, listArticlesOperation } from '#lib/http/contract/articles.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(listArticlesOperation, async ({ viewer, query }) =>
  ok(await listArticlesFor({ viewer, reveal: query.reveal }, query)),
);

export const POST = route(importArticleOperation, async ({ viewer, body }) => {
  const { article, created } = await publishImport(viewer, body);
  return { status: created ? 201 : 200, body: article, headers: { location: `/api/articles/${article.id}` } };
});
