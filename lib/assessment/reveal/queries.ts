import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import type { RatingView } from '../schema.ts';

/** What of some claims is the viewer's own business. */
interface OwnView {
  /** Claims whose tally and rationales are folded for them. */
  folded: ReadonlySet<string>;
  /** How they rated which assessment. */
  ratings: ReadonlyMap<string, RatingView>;
}

const NOTHING: OwnView = { folded: new Set(), ratings: new Map() };

/**
 * Nobody is to follow the herd: for whoever could judge a claim and has not, what others made of it is folded until they
 * have, or have asked to see it. Whoever took a verdict back has seen it. What is settled by a ruling, or what nobody can
 * judge any more, is folded for nobody, and guests see everything. `n` is the annotation, `a` its article.
 */
export function foldedFor(viewer: Viewer): Prisma.Sql {
  return viewer !== null && canTakePart(viewer) ? isFoldedFor(viewer.id) : Prisma.sql`false`;
}

const isFoldedFor = (personId: string) => Prisma.sql`(
  n."kind" = 'claim' AND n."state" = 'active' AND a."state" <> 'locked'
  AND EXISTS (SELECT 1 FROM "Assessment" s WHERE s."annotationId" = n."id" AND s."retractedAt" IS NULL)
  AND NOT EXISTS (SELECT 1 FROM "Ruling" g
    WHERE g."annotationId" = n."id" AND g."state" = 'published' AND g."wording" = n."wording")
  AND NOT EXISTS (SELECT 1 FROM "Assessment" s WHERE s."annotationId" = n."id" AND s."authorId" = ${personId}::uuid)
  AND NOT EXISTS (SELECT 1 FROM "Reveal" r WHERE r."annotationId" = n."id" AND r."userId" = ${personId}::uuid))`;

/** One query for somebody who may take part, none for everybody else. */
export async function readOwnView(viewer: Viewer, annotationIds: readonly string[]): Promise<OwnView> {
  if (viewer === null || !canTakePart(viewer) || annotationIds.length === 0) return NOTHING;
  const rows = await db().$queryRaw<{ id: string; folded: boolean; ratings: RatingOf[] | null }[]>`
    SELECT n."id"::text, ${foldedFor(viewer)} AS "folded", (
      SELECT json_agg(json_build_object('of', r."assessmentId", 'value', r."helpfulness", 'reasons', r."reasons"))
      FROM "Assessment" s JOIN "Rating" r ON r."assessmentId" = s."id" AND r."userId" = ${viewer.id}::uuid
      WHERE s."annotationId" = n."id" AND r."said" = s."said") AS "ratings"
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."id" = ANY(${[...annotationIds]}::uuid[])`;
  const rated = rows.flatMap(({ ratings }) => ratings ?? []);
  return {
    folded: new Set(rows.filter(({ folded }) => folded).map(({ id }) => id)),
    ratings: new Map(rated.map(({ of, value, reasons }) => [of, { value, reasons }])),
  };
}

/** Those of some claims that are folded for somebody. One query for who may take part, none for everybody else. */
export async function foldedAmong(
  viewer: Viewer,
  annotationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!canTakePart(viewer) || annotationIds.length === 0) return new Set();
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT n."id"::text FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."id" = ANY(${[...annotationIds]}::uuid[]) AND ${foldedFor(viewer)}`;
  return new Set(rows.map(({ id }) => id));
}

/** How many claims of some articles are folded for somebody, by what they show. One query, or none, as above. */
export async function foldedInArticles(
  viewer: Viewer,
  articleIds: readonly string[],
): Promise<{ articleId: string; shown: Shown; n: number }[]> {
  if (!canTakePart(viewer) || articleIds.length === 0) return [];
  return db().$queryRaw<{ articleId: string; shown: Shown; n: number }[]>`
    SELECT n."articleId"::text, n."shown", count(*)::int AS "n"
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    WHERE n."articleId" = ANY(${[...articleIds]}::uuid[]) AND n."exhibitCommentId" IS NULL AND ${foldedFor(viewer)}
    GROUP BY n."articleId", n."shown"`;
}

interface RatingOf extends RatingView {
  of: string;
}

/** Whether somebody asked to see what others made of a claim. */
export async function hasRevealed(annotationId: string, userId: string): Promise<boolean> {
  const row = await db().reveal.findUnique({
    where: { annotationId_userId: { annotationId, userId } },
    select: { createdAt: true },
  });
  return row !== null;
}
