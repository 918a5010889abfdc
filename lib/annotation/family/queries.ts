import { db } from '#lib/db/client.ts';
import { isContradictory } from '#lib/verdict/contradiction.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import type { FamilySummary } from './schema.ts';

/** The families of some claims, by claim: one query that counts by what they show, however large they are. */
export async function familiesOf(annotationIds: readonly string[]): Promise<Map<string, FamilySummary>> {
  const rows = await db().$queryRaw<
    { annotationId: string; familyId: string; shown: Shown; n: number; own: boolean }[]
  >`
    SELECT m."annotationId"::text, m."familyId"::text, n."shown", count(*)::int AS "n",
      n."id" = m."annotationId" AS "own"
    FROM "FamilyMember" m
    JOIN "FamilyMember" member ON member."familyId" = m."familyId"
    JOIN "Annotation" n ON n."id" = member."annotationId" AND n."state" = 'active' AND n."kind" = 'claim'
    WHERE m."annotationId" = ANY(${[...annotationIds]}::uuid[])
    GROUP BY m."annotationId", m."familyId", n."shown", n."id" = m."annotationId"`;
  const families = new Map<string, FamilySummary>();
  for (const [id, own] of Map.groupBy(rows, ({ annotationId }) => annotationId)) {
    const others = own.filter((row) => !row.own);
    // One that does not stand any more has no family, nor has one whose relatives are all gone.
    if (others.length === 0 || others.length === own.length) continue;
    families.set(id, {
      id: own[0]?.familyId ?? '',
      others: others.reduce((sum, { n }) => sum + n, 0),
      shown: Object.fromEntries(others.map(({ shown, n }) => [shown, n])),
      contradictory: isContradictory(own.map(({ shown }) => shown)),
    });
  }
  return families;
}

/** The family of a claim as it is stored, whatever became of its claims: how many it holds, and who linked this one. */
export async function getMembership(annotationId: string) {
  return db().familyMember.findUnique({
    where: { annotationId },
    select: { familyId: true, linkedById: true },
  });
}

export interface FamilyMemberRow {
  id: string;
  statement: string;
  shown: Shown;
  createdAt: Date;
  authorId: string;
  state: string;
  linkedById: string | null;
  linkedAt: Date;
  linkerHandle: string | null;
  linkerName: string | null;
  articleId: string;
  slug: string;
  title: string;
  lang: string;
  site: string | null;
}

/** The other claims of its family that stand, oldest first. */
export async function listRelatives(annotationId: string): Promise<FamilyMemberRow[]> {
  return db().$queryRaw<FamilyMemberRow[]>`
    SELECT n."id"::text, n."statement", n."shown", n."createdAt", n."authorId"::text, n."state",
      member."linkedById"::text, member."linkedAt", u."handle" AS "linkerHandle", u."name" AS "linkerName",
      a."id"::text AS "articleId", a."slug", a."title", a."lang", a."site"
    FROM "FamilyMember" m
    JOIN "FamilyMember" member ON member."familyId" = m."familyId" AND member."annotationId" <> m."annotationId"
    JOIN "Annotation" n ON n."id" = member."annotationId" AND n."state" = 'active' AND n."kind" = 'claim'
    JOIN "Article" a ON a."id" = n."articleId"
    LEFT JOIN "User" u ON u."id" = member."linkedById"
    WHERE m."annotationId" = ${annotationId}::uuid
    ORDER BY n."id"`;
}
