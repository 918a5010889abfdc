import { db } from '#lib/db/client.ts';
import type { AnchorView } from '../schema.ts';
import type { AnchorRow } from './anchor-row.ts';
import type { AnchorCounts, HeldAnnotation } from './carry-anchors.ts';

type Row = Omit<HeldAnnotation, 'anchor'> & AnchorRow;

/**
 * All annotations of an article, also those that nobody sees at the moment, with where they stand in its newest
 * revision. None of them can be deleted until the transaction ends. The article is held by it already, so that none is
 * added or placed anew either.
 */
export async function holdAnchors(articleId: string): Promise<HeldAnnotation[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT n."id"::text, n."state" AS "annotationState", n."exact", n."prefix", n."suffix",
      a."revisionNumber", a."start", a."end", a."state", a."changes", a."similarity", a."words", a."since", a."places"
    FROM "Annotation" n JOIN "Anchor" a ON a."annotationId" = n."id" AND a."newest"
    WHERE n."articleId" = ${articleId}::uuid ORDER BY n."id" FOR KEY SHARE OF n`;
  return rows.map((row) => {
    const { id, exact, prefix, suffix, ...rest } = row as Row & { annotationState: string };
    const { annotationState, ...anchor } = rest;
    return { id, state: annotationState, exact, prefix, suffix, anchor };
  });
}

/** How many annotations of an article stand in which state in one of its revisions. */
export async function countAnchorStates(articleId: string, revision: number): Promise<AnchorCounts> {
  const rows = await db().$queryRaw<{ state: AnchorView['state']; count: number }[]>`
    SELECT a."state", count(*)::int AS "count"
    FROM "Annotation" n JOIN "Anchor" a ON a."annotationId" = n."id" AND a."revisionNumber" = ${revision}::int
    WHERE n."articleId" = ${articleId}::uuid AND n."state" = 'active' GROUP BY a."state"`;
  const counts: AnchorCounts = { exact: 0, moved: 0, edited: 0, changed: 0, orphaned: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}
