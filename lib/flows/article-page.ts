import type { JSONContent } from '@tiptap/core';
import { listAnnotationRows } from '#lib/annotation/queries.ts';
import { getArticleRow, readArticle } from '#lib/article/queries.ts';
import type { ArticleView } from '#lib/article/schema.ts';
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

/** The article with everything beside it: nine queries, however much there is. Null for an unknown slug. */
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
