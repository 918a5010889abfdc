import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import type { Candidate, Sought } from '../candidates/sought.ts';
import { ARTICLE, empty, excerpt, holds, inArticle, inTime, NOTHING, sql } from '../conditions/queries.ts';
import { RANKED_MAX } from '../schema.ts';

// What people say, here and under the originals of articles: only what everybody can read.

/** Where words are frequent, the newest so many comments hold enough that match. */
const NEWEST = 4_000;

/**
 * The newest first, in two steps: a frequent word has enough matches among the newest comments, and of a rare one all
 * are few. In one step, all comments that hold a frequent word would be read to be sorted.
 */
async function newestFirst(
  table: Prisma.Sql,
  read: (since: Prisma.Sql) => Promise<Candidate[]>,
): Promise<Candidate[]> {
  const newest = await read(
    sql`AND c."id" > coalesce((SELECT "id" FROM ${table} ORDER BY "id" DESC OFFSET ${NEWEST}::int LIMIT 1),
      '00000000-0000-0000-0000-000000000000')`,
  );
  return newest.length < RANKED_MAX ? read(empty) : newest;
}

/** Visible comments, on articles and on active claims and remarks. */
export function readComments(sought: Sought, pattern: string): Promise<Candidate[]> {
  return newestFirst(sql`"Comment"`, (since) => commentsSince(sought, pattern, since));
}

function commentsSince(sought: Sought, pattern: string, since: Prisma.Sql): Promise<Candidate[]> {
  const { filters } = sought;
  // Asked row by row: as a join, the state of every annotation would be read first.
  const article = sql`coalesce(c."articleId", (SELECT n."articleId" FROM "Annotation" n WHERE n."id" = c."annotationId"))`;
  return db().$queryRaw<Candidate[]>`
    WITH found AS (
      SELECT c."id", c."createdAt", c."text", c."articleId", c."annotationId", c."authorId", c."guestName", c."score"
      FROM "Comment" c
      WHERE c."state" = 'visible' AND ${holds(sought, sql`search_vector(c."text")`, sql`c."text"`)} ${since}
        AND (c."annotationId" IS NULL
          OR (SELECT n."state" FROM "Annotation" n WHERE n."id" = c."annotationId") = 'active')
        ${inArticle(article, filters)} ${inTime(sql`c."createdAt"`, filters)}
      ORDER BY c."id" DESC LIMIT ${RANKED_MAX}::int
    )
    SELECT 'comment' AS "kind", c."id", c."createdAt", ${NOTHING} AS "title", ${excerpt(sql`c."text"`, pattern)} AS "text",
      ${NOTHING} AS "beside", ${ARTICLE}, c."annotationId", ${NOTHING} AS "verdict", ${NOTHING} AS "url",
      u."handle", u."name", c."guestName", c."score" AS "votes"
    FROM found c JOIN "Article" a ON a."id" = ${article} LEFT JOIN "User" u ON u."id" = c."authorId"
    ORDER BY c."id" DESC`;
}

/** Comments that stood under the original of an article, but for those that a moderator put away. */
export function readExhibitComments(sought: Sought, pattern: string): Promise<Candidate[]> {
  return newestFirst(sql`"ExhibitComment"`, (since) => exhibitCommentsSince(sought, pattern, since));
}

function exhibitCommentsSince(sought: Sought, pattern: string, since: Prisma.Sql): Promise<Candidate[]> {
  const { filters } = sought;
  const article = sql`(SELECT e."articleId" FROM "Exhibit" e WHERE e."id" = c."exhibitId")`;
  const written = sql`coalesce(c."writtenAt", c."createdAt")`;
  return db().$queryRaw<Candidate[]>`
    WITH found AS (
      SELECT c."id", ${written} AS "createdAt", c."text", c."exhibitId", c."author", c."place", c."score"
      FROM "ExhibitComment" c
      WHERE c."state" = 'visible' AND ${holds(sought, sql`search_vector(c."text")`, sql`c."text"`)} ${since}
        AND c."place" IS NOT NULL ${inArticle(article, filters)} ${inTime(written, filters)}
      ORDER BY c."id" DESC LIMIT ${RANKED_MAX}::int
    )
    SELECT 'exhibit-comment' AS "kind", c."id", c."createdAt", ${NOTHING} AS "title",
      ${excerpt(sql`c."text"`, pattern)} AS "text", ${NOTHING} AS "beside", ${ARTICLE}, NULL::uuid AS "annotationId",
      ${NOTHING} AS "verdict", ${NOTHING} AS "url", ${NOTHING} AS "handle", ${NOTHING} AS "name",
      ${NOTHING} AS "guestName", c."author", c."place", coalesce(c."score", 0) AS "votes"
    FROM found c JOIN "Article" a ON a."id" = ${article}
    ORDER BY c."id" DESC`;
}
