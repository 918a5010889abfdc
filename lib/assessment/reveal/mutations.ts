import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { emitEach } from '#lib/events/mutations.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { foldedFor } from './queries.ts';

/** So many claims are unfolded at once. */
const MOST = 1_000;

/**
 * Keeps that somebody asked to see what others made of some claims. Nothing is kept of a claim that shows them all of it
 * already: nobody is said to have looked who had no choice. Inside of a transaction.
 * @returns how many were folded until now
 */
export async function revealTo(viewer: Viewer, annotationIds: readonly string[]): Promise<number> {
  if (annotationIds.length === 0) return 0;
  return reveal(viewer, Prisma.sql`n."id" = ANY(${[...annotationIds]}::uuid[])`);
}

/** The same with the claims that stand in some articles, the newest thousand of them. */
export async function revealArticles(viewer: Viewer, articleIds: readonly string[]): Promise<number> {
  if (articleIds.length === 0) return 0;
  return reveal(
    viewer,
    Prisma.sql`n."articleId" = ANY(${[...articleIds]}::uuid[]) AND n."exhibitCommentId" IS NULL`,
  );
}

async function reveal(viewer: Viewer, which: Prisma.Sql): Promise<number> {
  if (viewer === null || !canTakePart(viewer)) return 0;
  const revealed = await db().$queryRaw<{ id: string; articleId: string }[]>`
    WITH asked AS (
      SELECT n."id", n."articleId" FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
      WHERE ${which} AND ${foldedFor(viewer)} ORDER BY n."id" DESC LIMIT ${MOST}::int
    ), kept AS (
      INSERT INTO "Reveal" ("annotationId", "userId") SELECT "id", ${viewer.id}::uuid FROM asked
      ON CONFLICT DO NOTHING RETURNING "annotationId")
    SELECT asked."id"::text, asked."articleId"::text FROM kept JOIN asked ON asked."id" = kept."annotationId"`;
  await emitEach(
    revealed.map(({ id, articleId }) => ({
      kind: 'annotation.revealed',
      actorId: viewer.id,
      articleId,
      subjectId: id,
    })),
  );
  return revealed.length;
}
