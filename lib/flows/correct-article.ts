import type { z } from 'zod';
import { editArticle } from '#lib/article/mutations.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import type { ArticleView, articlePatch } from '#lib/article/schema.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { readArticleFor } from './articles.ts';

/** Corrects what is said about an article; a stale version is told what stands there now. */
export async function correctArticle(
  viewer: Viewer,
  idOrSlug: string,
  patch: z.output<typeof articlePatch>,
): Promise<ArticleView> {
  return transaction(async () => {
    const { id, version } = await requireArticleRow(idOrSlug);
    const now = () => readArticleFor({ viewer, reveal: false }, id);
    if (version !== patch.version) throw new Problem('edit-conflict', undefined, { current: await now() });
    await editArticle(viewer, id, patch);
    return now();
  });
}
