import type { JSONContent } from '@tiptap/core';
import { listAnnotationRows } from '#lib/annotation/queries.ts';
import { getArticleRow, readArticle } from '#lib/article/queries.ts';
import type { ArticleView } from '#lib/article/schema.ts';
import { db } from '#lib/db/client.ts';
import { formatPosition } from '#lib/events/position.ts';
import { currentPosition } from '#lib/events/queries.ts';
import { detailsOf } from './annotation-details.ts';
import type { AnnotationDetail } from './annotation-view.ts';

/** What the article page shows. */
export interface ArticlePage {
  /** From here on a stream tells what the page does not show yet. */
  position: string;
  article: Omit<ArticleView, 'revision'> & { revision: Omit<ArticleView['revision'], 'text'> };
  document: JSONContent;
  /** Those that stand in the text, in its order. */
  annotations: AnnotationDetail[];
  /** Active, but their words are gone from the text. */
  orphaned: AnnotationDetail[];
  withdrawn: AnnotationDetail[];
}

/** The article with everything beside it: a number of queries that does not grow with it. Null for an unknown slug. */
export async function getArticlePage(slug: string): Promise<ArticlePage | null> {
  // First, before anything else is read.
  const position = formatPosition(await currentPosition());
  const row = await getArticleRow(slug);
  if (!row) return null;
  const [{ article, document }, annotations] = await Promise.all([
    readArticle(row),
    listAnnotationRows(row.id).then(detailsOf),
  ]);
  const { text, ...revision } = article.revision;
  const active = annotations.filter(({ state }) => state === 'active');
  return {
    position,
    article: { ...article, revision },
    document,
    annotations: active.filter(({ anchor }) => anchor.start !== null),
    orphaned: active.filter(({ anchor }) => anchor.start === null),
    withdrawn: annotations.filter(({ state }) => state === 'withdrawn'),
  };
}

/** What a page says of an article in its head: in one query, for it is asked for apart from the page. */
export async function getArticleHead(slug: string) {
  const [head] = await db().$queryRaw<
    { title: string; slug: string; byline: string | null; site: string | null; claims: number }[]
  >`
    SELECT "title", "slug", "byline", "site", (SELECT count(*)::int FROM "Annotation" n
      WHERE n."articleId" = a."id" AND n."state" = 'active' AND n."kind" = 'claim') AS "claims"
    FROM "Article" a WHERE "slug" = ${slug}`;
  return head ?? null;
}
