import { db } from '#lib/db/client.ts';
import type { AnchorRow } from './anchor-row.ts';

/** Puts the anchors of a new revision in, all in one statement; those of the one before are not the newest any more. */
export async function putAnchors(rows: readonly (AnchorRow & { annotationId: string })[]): Promise<void> {
  if (rows.length === 0) return;
  await db().$executeRaw`
    UPDATE "Anchor" SET "newest" = false
    WHERE "newest" AND "annotationId" = ANY(${rows.map(({ annotationId }) => annotationId)}::uuid[])`;
  await db().$executeRaw`
    INSERT INTO "Anchor" ("annotationId", "revisionNumber", "start", "end", "state", "changes", "similarity", "words",
      "since", "places")
    SELECT "annotationId", "revisionNumber", "start", "end", "state", "changes", "similarity", "words", "since", "places"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      "annotationId" uuid, "revisionNumber" int, "start" int, "end" int, "state" text, "changes" jsonb,
      "similarity" float, "words" text, "since" int, "places" jsonb)`;
}
