import { readArticleFor } from '#lib/flows/articles.ts';
import { correctArticle } from '#lib/flows/correct-article.ts';
import { editArticleOperation, getArticleOperation } from '#lib/http/contract/articles.ts';
import { ok, route } from '#lib/http/route.ts';

export const GET = route(getArticleOperation, async ({ viewer, params, query }) =>
  ok(await readArticleFor({ viewer, reveal: query.reveal }, params.id)),
);

export const PATCH = route(editArticleOperation, async ({ viewer, params, body }) =>
  ok(await correctArticle(viewer, params.id, body)),
);
