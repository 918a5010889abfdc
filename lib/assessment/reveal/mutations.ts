import { db } from '#lib/db/client.ts';
import { emit } from '#lib/events/mutations.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { foldedFor } from './queries.ts';

/**
 * Keeps that somebody asked to see what others made of some claims. Nothing is kept of a claim that shows them all of it
 * already: nobody is said to have looked who had no choice. Inside of a transaction.
 */
export async function revealTo(viewer: Viewer, annotationIds: readonly string[]): Promise<void> {
  if (viewer === null || !canTakePart(viewer) || annotationIds.length === 0) return;
  const revealed = await db().$queryRaw<{ id: string; articleId: string }[]>`
    WITH kept AS (
      INSERT INTO "Reveal" ("annotationId", "userId")
      SELECT n."id", ${viewer.id}::uuid FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
      WHERE n."id" = ANY(${[...annotationIds]}::uuid[]) AND ${foldedFor(viewer)}
      ON CONFLICT DO NOTHING RETURNING "annotationId")
    SELECT n."id"::text, n."articleId"::text FROM kept JOIN "Annotation" n ON n."id" = kept."annotationId"`;
  for (const { id, articleId } of revealed)
    await emit({ kind: 'annotation.revealed', actorId: viewer.id, articleId, subjectId: id });
}
