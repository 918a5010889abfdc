import { listArticles, requireArticle } from '#lib/article/queries.ts';
import type { ArticleListItem, ArticleView } from '#lib/article/schema.ts';
import type { Folds } from '#lib/assessment/reveal/schema.ts';
import { foldFares, type Reading } from './folds.ts';

/** One article with the text of its newest revision, faring as its reader is told. */
export async function readArticleFor(reading: Reading, idOrSlug: string): Promise<ArticleView> {
  const article = await requireArticle(idOrSlug);
  const [folded = article] = (await foldFares(reading, [article])).items;
  return folded;
}

/** Articles, newest first, with how they fare as their reader is told. */
export async function listArticlesFor(
  reading: Reading,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: ArticleListItem[]; nextCursor: string | null; folds: Folds }> {
  const { items, nextCursor } = await listArticles(page);
  return { ...(await foldFares(reading, items)), nextCursor };
}
