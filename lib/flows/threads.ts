import { requireAnnotationRow } from '#lib/annotation/queries.ts';
import { requireArticleRow, UUID } from '#lib/article/queries.ts';
import type { CommentTarget } from '#lib/comment/mutations.ts';
import type { PreModeration } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { settingInForce } from '#lib/settings/queries.ts';

/** A thread is an article's (named by id or slug) or an annotation's. */
export type ThreadPlace = { article: string } | { annotation: string };

/** The id by which comments know their thread. */
export async function requireThreadId(place: ThreadPlace): Promise<string> {
  if ('article' in place) return (await requireArticleRow(place.article)).id;
  const { id, state } = await requireAnnotationRow(place.annotation);
  if (state === 'hidden' || state === 'removed') throw new Problem('not-found', NO_ANNOTATION);
  return id;
}

/** A thread that takes a comment, and whether comments wait for a moderator here. */
export interface HeldThread extends CommentTarget {
  preModeration: PreModeration;
}

interface HeldRow extends CommentTarget {
  /** Of the annotation. */
  state: string | null;
  mode: unknown;
}

/**
 * The thread to which something is added, in one query. An annotation is held against being deleted meanwhile; others
 * can add to it at the same moment.
 */
export async function holdThread(place: ThreadPlace): Promise<HeldThread> {
  const held = 'article' in place ? await holdArticle(place.article) : await holdAnnotated(place.annotation);
  if (held.state === 'hidden' || held.state === 'removed') throw new Problem('not-found', NO_ANNOTATION);
  if (held.state !== null && held.articleState === 'locked') throw new Problem('article-locked');
  if (held.state === 'withdrawn') throw new Problem('not-allowed', 'This annotation was withdrawn.');
  const { state, mode, ...target } = held;
  return { ...target, preModeration: settingInForce('comments.pre-moderation', mode ?? undefined) };
}

const NO_ANNOTATION = 'There is no such annotation.';

const ARTICLE = Prisma.sql`a."id" AS "articleId", a."state" AS "articleState", a."revisionNumber",
  (SELECT "value" FROM "Setting" WHERE "key" = 'comments.pre-moderation') AS "mode"`;

async function holdArticle(idOrSlug: string): Promise<HeldRow> {
  // A slug could look like an id.
  const held = UUID.test(idOrSlug) ? await readArticle(idOrSlug) : null;
  return held ?? ((await readArticle((await requireArticleRow(idOrSlug)).id)) as HeldRow);
}

async function readArticle(id: string): Promise<HeldRow | null> {
  const [held] = await db().$queryRaw<HeldRow[]>`
    SELECT NULL AS "annotationId", NULL AS "state", ${ARTICLE} FROM "Article" a WHERE a."id" = ${id}::uuid`;
  return held ?? null;
}

async function holdAnnotated(annotationId: string): Promise<HeldRow> {
  const [held] = await db().$queryRaw<HeldRow[]>`
    SELECT n."id" AS "annotationId", n."state", ${ARTICLE}
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."id" = ${annotationId}::uuid FOR KEY SHARE OF n`;
  if (!held) throw new Problem('not-found', NO_ANNOTATION);
  return held;
}
