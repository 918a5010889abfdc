import { requireAnnotationRow } from '#lib/annotation/queries.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import type { CommentTarget } from '#lib/comment/mutations.ts';
import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';

/** A thread is an article's (named by id or slug) or an annotation's. */
export type ThreadPlace = { article: string } | { annotation: string };

/** The id by which comments know their thread. */
export async function requireThreadId(place: ThreadPlace): Promise<string> {
  if ('article' in place) return (await requireArticleRow(place.article)).id;
  const { id, state } = await requireAnnotationRow(place.annotation);
  if (state === 'hidden' || state === 'removed')
    throw new Problem('not-found', 'There is no such annotation.');
  return id;
}

/**
 * The thread to which something is added. An annotation is held against being deleted meanwhile; others can add to it at
 * the same moment.
 */
export async function holdThread(place: ThreadPlace): Promise<CommentTarget> {
  if ('article' in place) {
    const { id, state, revisionNumber } = await requireArticleRow(place.article);
    return { annotationId: null, articleId: id, articleState: state, revisionNumber };
  }
  const [held] = await db().$queryRaw<(CommentTarget & { state: string })[]>`
    SELECT n."id" AS "annotationId", n."state", a."id" AS "articleId", a."state" AS "articleState", a."revisionNumber"
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."id" = ${place.annotation}::uuid FOR KEY SHARE OF n`;
  if (!held || held.state === 'hidden' || held.state === 'removed')
    throw new Problem('not-found', 'There is no such annotation.');
  if (held.articleState === 'locked') throw new Problem('article-locked');
  if (held.state !== 'active') throw new Problem('not-allowed', 'This annotation was withdrawn.');
  return held;
}
