import { requireAnnotationRow, requireReadable } from '#lib/annotation/queries.ts';
import { requireArticleRow, UUID } from '#lib/article/queries.ts';
import type { CommentTarget } from '#lib/comment/mutations.ts';
import type { PreModeration } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { settingInForce } from '#lib/settings/queries.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** A thread is an article's (named by id or slug) or an annotation's. */
export type ThreadPlace = { article: string } | { annotation: string };

/** The id by which comments know their thread. */
export async function requireThreadId(viewer: Viewer, place: ThreadPlace): Promise<string> {
  if ('article' in place) return (await requireArticleRow(place.article)).id;
  const annotation = await requireAnnotationRow(place.annotation);
  requireReadable(viewer, annotation);
  return annotation.id;
}

/** A thread that takes a comment, and whether comments wait for a moderator here. */
interface OpenThread extends CommentTarget {
  preModeration: PreModeration;
}

interface FoundRow extends CommentTarget {
  /** Of the annotation. */
  state: string | null;
  mode: unknown;
}

/** The thread to which something is to be added, in one query. */
export async function requireOpenThread(place: ThreadPlace): Promise<OpenThread> {
  const found = 'article' in place ? await findArticle(place.article) : await findAnnotated(place.annotation);
  if (found.state === 'hidden' || found.state === 'removed') throw new Problem('not-found', NO_ANNOTATION);
  if (found.state !== null && found.articleState === 'locked') throw new Problem('article-locked');
  if (found.state === 'withdrawn') throw new Problem('not-allowed', 'This annotation was withdrawn.');
  const { state, mode, ...target } = found;
  return { ...target, preModeration: settingInForce('comments.pre-moderation', mode ?? undefined) };
}

const NO_ANNOTATION = 'There is no such annotation.';

const ARTICLE = Prisma.sql`a."id" AS "articleId", a."state" AS "articleState", a."revisionNumber",
  (SELECT "value" FROM "Setting" WHERE "key" = 'comments.pre-moderation') AS "mode"`;

async function findArticle(idOrSlug: string): Promise<FoundRow> {
  // A slug could look like an id: the id wins, the slug is still found when there is no such id.
  const byId = UUID.test(idOrSlug) ? Prisma.sql`a."id" = ${idOrSlug}::uuid OR` : Prisma.empty;
  const [found] = await db().$queryRaw<FoundRow[]>`
    SELECT NULL AS "annotationId", NULL AS "state", ${ARTICLE} FROM "Article" a
    WHERE ${byId} a."slug" = ${idOrSlug} ORDER BY a."slug" = ${idOrSlug} LIMIT 1`;
  if (!found) throw new Problem('not-found', 'There is no such article.');
  return found;
}

async function findAnnotated(annotationId: string): Promise<FoundRow> {
  const [found] = await db().$queryRaw<FoundRow[]>`
    SELECT n."id" AS "annotationId", n."state", ${ARTICLE}
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."id" = ${annotationId}::uuid`;
  if (!found) throw new Problem('not-found', NO_ANNOTATION);
  return found;
}
