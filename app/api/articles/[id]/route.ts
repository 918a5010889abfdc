import { requireArticle } from '#lib/article/queries.ts';
import { correctArticle } from '#lib/flows/correct-article.ts';
import { editArticleOperation, getArticleOperation } from '#lib/http/contract/articles.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getArticleOperation, async ({ params }) => ok(await requireArticle(params.id)));

export const PATCH = route(editArticleOperation, async ({ viewer, params, body }) =>
  ok(await correctArticle(viewer, params.id, body)),
);
