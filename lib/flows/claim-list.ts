import { UUID } from '#lib/article/queries.ts';
import { topicKey } from '#lib/article/schema.ts';
import { foldedFor } from '#lib/assessment/reveal/queries.ts';
import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { decodeCursor, pageOfRows } from '#lib/db/keyset.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import {
  type ClaimCounts,
  type ClaimFilter,
  type ClaimListItem,
  type ClaimListPage,
  type ClaimListQuery,
  COUNTED_MAX,
  isByVerdict,
} from './claim-list-view.ts';
import { EVERYBODY, foldsAmong, isWithheld, WITHHELD } from './folds.ts';

const { sql } = Prisma;

type Row = Omit<ClaimListItem, 'path' | 'folded' | 'createdAt'> & { createdAt: Date };

/**
 * Claims that stand, newest first, with how many there are of which verdict. Two queries, which read from the end of an
 * index as far as the page and the count go, and for somebody who is signed in one more.
 */
export async function listClaims(query: ClaimListQuery, reading = EVERYBODY): Promise<ClaimListPage> {
  const byVerdict = isByVerdict(query);
  if (isWithheld(reading, byVerdict)) return NOTHING;
  const conditions = conditionsOf(query);
  // Of a list by verdict the numbers tell nothing that it does not tell itself.
  const count = () => countClaims(conditions, byVerdict ? null : reading.viewer);
  // What is unfolded here counts as unfolded.
  const [rows, counted] = await Promise.all([readPage(conditions, query), reading.reveal ? null : count()]);
  const { items, nextCursor } = pageOfRows(rows, query.limit);
  const found = items.map(({ id }) => id);
  const { ids, folds } = await foldsAmong(reading, found);
  const counts = counted ?? (await count());
  return { items: items.map((row) => toItem(row, ids.has(row.id))), nextCursor, counts, folds };
}

const NOTHING: ClaimListPage = {
  items: [],
  nextCursor: null,
  counts: { claims: 0, more: false, shown: {}, folded: 0 },
  folds: WITHHELD,
};

function toItem(row: Row, folded: boolean): ClaimListItem {
  const told = folded ? ({ verdict: 'open', state: 'open' } as const) : {};
  return { ...row, ...told, folded, path: `/claims/${row.id}`, createdAt: row.createdAt.toISOString() };
}

function readPage(conditions: Prisma.Sql, { cursor, limit }: ClaimListQuery): Promise<Row[]> {
  const after = decodeCursor(cursor);
  const older = after
    ? sql`AND (n."createdAt", n."id") < (${after.at}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  // Found first, joined then: nothing is read of claims that are not on the page.
  return db().$queryRaw<Row[]>`
    WITH found AS (
      SELECT n.* FROM "Annotation" n WHERE ${conditions} ${older}
      ORDER BY n."createdAt" DESC, n."id" DESC LIMIT ${limit + 1}::int
    )
    SELECT n."id"::text, n."statement", n."exact", n."shown" AS "verdict", n."standing" AS "state", n."createdAt",
      EXISTS (SELECT FROM "Ruling" r WHERE r."annotationId" = n."id" AND r."state" = 'published'
        AND r."wording" = n."wording") AS "ruled",
      json_build_object('handle', u."handle", 'name', u."name") AS "author", CASE WHEN x."state" = 'visible' THEN x."author" END AS "originalAuthor",
      json_build_object('id', a."id", 'slug', a."slug", 'title', a."title", 'lang', a."lang", 'site', a."site",
        'byline', a."byline", 'topics', a."topics") AS "article",
      json_build_object(
        'sources', (SELECT count(*) FROM "Source" s WHERE s."annotationId" = n."id"),
        'assessments', (SELECT count(*) FROM "Assessment" s WHERE s."annotationId" = n."id" AND s."retractedAt" IS NULL)
      ) AS "counts"
    FROM found n JOIN "Article" a ON a."id" = n."articleId" JOIN "User" u ON u."id" = n."authorId"
    LEFT JOIN "ExhibitComment" x ON x."id" = n."exhibitCommentId"
    ORDER BY n."createdAt" DESC, n."id" DESC`;
}

async function countClaims(conditions: Prisma.Sql, viewer: Viewer): Promise<ClaimCounts> {
  const rows = await db().$queryRaw<{ shown: Shown; folded: boolean; n: number }[]>`
    SELECT n."shown", ${foldedFor(viewer)} AS "folded", count(*)::int AS "n" FROM (
      SELECT n.* FROM "Annotation" n WHERE ${conditions}
      ORDER BY n."createdAt" DESC, n."id" DESC LIMIT ${COUNTED_MAX + 1}::int
    ) AS n LEFT JOIN "Article" a ON a."id" = n."articleId" GROUP BY n."shown", "folded"`;
  const total = sumOf(rows);
  const more = total > COUNTED_MAX;
  // Of the newest alone they would tell nothing of all.
  const told = more ? [] : rows;
  return {
    claims: Math.min(total, COUNTED_MAX),
    more,
    shown: Object.fromEntries(told.filter(({ folded }) => !folded).map(({ shown, n }) => [shown, n])),
    folded: sumOf(told.filter(({ folded }) => folded)),
  };
}

const sumOf = (rows: readonly { n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);

const DAY = 24 * 60 * 60 * 1000;

function conditionsOf(filter: ClaimFilter): Prisma.Sql {
  const { verdict, state, label, topic, article, person, claimant, from, to } = filter;
  const conditions = [sql`n."kind" = 'claim' AND n."state" = 'active'`];
  if (verdict) conditions.push(sql`n."shown" = ${verdict}`);
  if (state) conditions.push(sql`n."standing" = ${state}`);
  // As the index has it.
  if (label) conditions.push(sql`n."labels" <> '{}' AND n."labels" @> ARRAY[${label}::text]`);
  if (topic)
    conditions.push(
      sql`n."articleId" IN (SELECT t."articleId" FROM "ArticleTopic" t WHERE t."key" = ${topicKey(topic)})`,
    );
  if (article) conditions.push(sql`n."articleId" = ${articleNamed(article)}`);
  if (person)
    conditions.push(
      sql`n."authorId" = (SELECT u."id" FROM "User" u WHERE u."handle" = ${person.toLowerCase().replace(/^@/, '')})`,
    );
  if (claimant) conditions.push(saidBy(claimant));
  if (from) conditions.push(sql`n."createdAt" >= ${new Date(from)}::timestamptz`);
  if (to) conditions.push(sql`n."createdAt" < ${new Date(new Date(to).getTime() + DAY)}::timestamptz`);
  return Prisma.join(conditions, ' AND ');
}

/** A slug could look like an id: the id wins. */
function articleNamed(idOrSlug: string): Prisma.Sql {
  const bySlug = sql`(SELECT a."id" FROM "Article" a WHERE a."slug" = ${idOrSlug})`;
  if (!UUID.test(idOrSlug)) return bySlug;
  return sql`coalesce((SELECT a."id" FROM "Article" a WHERE a."id" = ${idOrSlug}::uuid), ${bySlug})`;
}

function saidBy(name: string): Prisma.Sql {
  return sql`n."id" IN (
    SELECT said."id" FROM "Annotation" said JOIN "Article" a ON a."id" = said."articleId"
    WHERE a."byline" IS NOT NULL AND lower(a."byline") = lower(${name}) AND said."exhibitCommentId" IS NULL
      AND said."kind" = 'claim' AND said."state" = 'active'
    UNION ALL SELECT said."id" FROM "Annotation" said JOIN "ExhibitComment" x ON x."id" = said."exhibitCommentId"
    WHERE lower(x."author") = lower(${name}) AND x."state" = 'visible')`;
}
