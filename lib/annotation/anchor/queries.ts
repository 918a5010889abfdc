import { db } from '#lib/db/client.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
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

/** An annotation whose words became others in a revision, or went. */
export interface Affected {
  revision: number;
  id: string;
  state: 'edited' | 'changed' | 'orphaned';
  /** Which words stand for which, of one that says something else. */
  changes: AnchorView['changes'];
  /** The statement, or else the words that were marked. */
  gist: string;
  shown: Shown | null;
}

/** So many are named for each revision; what is most serious comes first. */
const AFFECTED_SHOWN = 5;

/** What happened to which annotations in some revisions of an article: one query, a few of each revision. */
export async function listAffected(articleId: string, revisions: readonly number[]): Promise<Affected[]> {
  return db().$queryRaw<Affected[]>`
    SELECT affected.* FROM unnest(${[...revisions]}::int[]) AS wanted ("number") CROSS JOIN LATERAL (
      SELECT a."revisionNumber" AS "revision", n."id"::text, a."state", a."changes", coalesce(n."statement", n."exact") AS "gist",
        n."shown"
      FROM "Annotation" n JOIN "Anchor" a ON a."annotationId" = n."id" AND a."revisionNumber" = wanted."number"
      WHERE n."articleId" = ${articleId}::uuid AND n."state" = 'active' AND a."since" = wanted."number"
        AND a."state" IN ('edited', 'changed', 'orphaned')
      ORDER BY array_position(ARRAY['orphaned', 'changed', 'edited'], a."state"), a."start", n."id"
      LIMIT ${AFFECTED_SHOWN}::int
    ) AS affected ORDER BY wanted."number" DESC`;
}
