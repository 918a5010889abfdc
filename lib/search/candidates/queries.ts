import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import {
  ARTICLE,
  empty,
  excerpt,
  holds,
  inArticle,
  inTables,
  inTime,
  NOTHING,
  ofArticle,
  sql,
} from '../conditions/queries.ts';
import { readComments, readExhibitComments } from '../discussed/queries.ts';
import { RANKED_MAX, type SearchKind } from '../schema.ts';
import type { Candidate, Sought } from './sought.ts';

// Every read here is of what everybody can read, whoever asks: comments that are visible, on articles and on active
// claims; active claims and what lies beside them.

async function articles(sought: Sought): Promise<Candidate[]> {
  const title = sql`b."title" || ' ' || coalesce(b."byline", '') || ' ' || coalesce(b."site", '')`;
  const text = sql`left(r."text", 100000)`;
  const branches = (one: Sought) => sql`
    SELECT b."id" FROM "Article" b WHERE ${holds(one, sql`search_vector(${title})`, title)}
    UNION ALL SELECT r."articleId" FROM "Revision" r
      JOIN "Article" newest ON newest."id" = r."articleId" AND newest."revisionNumber" = r."number"
      WHERE ${holds(one, sql`search_vector(${text})`, text)}`;
  return db().$queryRaw<Candidate[]>`
    SELECT 'article' AS "kind", a."id", coalesce(a."publishedAt", a."createdAt") AS "createdAt", a."title",
      ${NOTHING} AS "text", concat_ws(' ', a."byline", a."site") AS "beside", ${ARTICLE},
      NULL::uuid AS "annotationId", ${NOTHING} AS "verdict", a."url", u."handle", u."name", ${NOTHING} AS "guestName",
      0 AS "votes"
    FROM "Article" a JOIN "User" u ON u."id" = a."addedById"
    WHERE ${inTables(sought, sql`a."id"`, branches)}
      ${ofArticle(sought.filters)} ${inTime(sql`coalesce(a."publishedAt", a."createdAt")`, sought.filters)}
    ORDER BY a."id" DESC LIMIT ${RANKED_MAX}::int`;
}

async function claims(sought: Sought): Promise<Candidate[]> {
  const words = sql`coalesce(n."statement", '') || ' ' || n."exact"`;
  const { verdict } = sought.filters;
  // Cut before anything is joined to it: a frequent word matches thousands.
  return db().$queryRaw<Candidate[]>`
    WITH found AS (
      SELECT n."id", n."createdAt", n."statement", n."exact", n."shown", n."articleId", n."authorId"
      FROM "Annotation" n
      WHERE n."kind" = 'claim' AND n."state" = 'active' AND ${holds(sought, sql`search_vector(${words})`, words)}
        ${verdict === null ? empty : sql`AND n."shown" = ${verdict}`}
        ${inArticle(sql`n."articleId"`, sought.filters)} ${inTime(sql`n."createdAt"`, sought.filters)}
      ORDER BY n."id" DESC LIMIT ${RANKED_MAX}::int
    )
    SELECT 'claim' AS "kind", n."id", n."createdAt", n."statement" AS "title", n."exact" AS "text",
      ${NOTHING} AS "beside", ${ARTICLE}, n."id" AS "annotationId", n."shown" AS "verdict", ${NOTHING} AS "url",
      u."handle", u."name", ${NOTHING} AS "guestName", 0 AS "votes"
    FROM found n JOIN "Article" a ON a."id" = n."articleId" JOIN "User" u ON u."id" = n."authorId"`;
}

async function sources(sought: Sought): Promise<Candidate[]> {
  const words = sql`x."quote" || ' ' || x."note" || ' ' || x."url"`;
  const branches = (one: Sought) => sql`
    SELECT x."id" FROM "Source" x WHERE ${holds(one, sql`search_vector(${words})`, words)}
    UNION ALL SELECT x."id" FROM "WebPage" w JOIN "Source" x ON x."pageId" = w."id"
      WHERE ${holds(one, sql`search_vector(w."title")`, sql`w."title"`)}`;
  const article = sql`(SELECT n."articleId" FROM "Annotation" n WHERE n."id" = s."annotationId")`;
  return db().$queryRaw<Candidate[]>`
    WITH found AS (
      SELECT s."id", s."createdAt", s."quote", s."note", s."url", s."pageId", s."annotationId", s."addedById"
      FROM "Source" s
      WHERE ${inTables(sought, sql`s."id"`, branches)}
        AND (SELECT n."state" FROM "Annotation" n WHERE n."id" = s."annotationId") = 'active'
        ${inArticle(article, sought.filters)} ${inTime(sql`s."createdAt"`, sought.filters)}
      ORDER BY s."id" DESC LIMIT ${RANKED_MAX}::int
    )
    SELECT 'source' AS "kind", s."id", s."createdAt", p."title", coalesce(nullif(s."quote", ''), s."note") AS "text",
      concat_ws(' ', nullif(s."note", ''), s."url") AS "beside", ${ARTICLE}, n."id" AS "annotationId",
      n."shown" AS "verdict", s."url", u."handle", u."name", ${NOTHING} AS "guestName", 0 AS "votes"
    FROM found s JOIN "WebPage" p ON p."id" = s."pageId" JOIN "Annotation" n ON n."id" = s."annotationId"
      JOIN "Article" a ON a."id" = n."articleId" JOIN "User" u ON u."id" = s."addedById"`;
}

/** What checkers published of the present wording of a claim: some of the words stand there, and all there or in the claim. */
async function rulings(sought: Sought, pattern: string): Promise<Candidate[]> {
  const words = (r: Prisma.Sql) =>
    sql`${r}."summary" || ' ' || left(${r}."reasoningText", 100000) || ' ' || ${r}."evidenceAgainst"`;
  const said = sql`r."summary" || E'\n' || left(r."reasoningText", 100000)`;
  const inRuling = (one: Sought) => holds(one, sql`search_vector(${words(sql`x`)})`, words(sql`x`));
  const claim = sql`coalesce(m."statement", '') || ' ' || m."exact"`;
  const branches = (one: Sought) => sql`
    SELECT x."id" FROM "Ruling" x WHERE x."state" = 'published' AND ${inRuling(one)}
    UNION ALL SELECT x."id" FROM "Annotation" m JOIN "Ruling" x ON x."annotationId" = m."id"
      WHERE m."kind" = 'claim' AND m."state" = 'active' AND ${holds(one, sql`search_vector(${claim})`, claim)}`;
  const inItself = sql`
    SELECT x."id" FROM "Ruling" x WHERE x."state" = 'published' AND ${inRuling({ ...sought, any: true })}`;
  const ofRuling = words(sql`r`);
  const isFound =
    sought.any || sought.terms.length < 2
      ? holds(sought, sql`search_vector(${ofRuling})`, ofRuling)
      : inTables(sought, sql`r."id"`, branches, inItself);
  const { verdict } = sought.filters;
  return db().$queryRaw<Candidate[]>`
    WITH found AS (
      SELECT r.*, n."statement", n."articleId"
      FROM "Ruling" r JOIN "Annotation" n ON n."id" = r."annotationId"
      WHERE r."state" = 'published' AND n."state" = 'active' AND n."wording" = r."wording"
        AND ${isFound}
        ${verdict === null ? empty : sql`AND r."verdict" = ${verdict}`}
        ${inArticle(sql`n."articleId"`, sought.filters)} ${inTime(sql`r."publishedAt"`, sought.filters)}
      ORDER BY r."id" DESC LIMIT ${RANKED_MAX}::int
    )
    SELECT 'ruling' AS "kind", r."id", r."publishedAt" AS "createdAt", r."statement" AS "title",
      ${excerpt(said, pattern)} AS "text", r."evidenceAgainst" AS "beside", ${ARTICLE}, r."annotationId",
      r."verdict", ${NOTHING} AS "url", u."handle", u."name", ${NOTHING} AS "guestName", 0 AS "votes"
    FROM found r JOIN "Article" a ON a."id" = r."articleId" JOIN "User" u ON u."id" = r."authorId"`;
}

/** The newest that match, of one kind. `pattern` finds a place in a text that matches. */
export async function readCandidates(
  kind: SearchKind,
  sought: Sought,
  pattern: string,
): Promise<Candidate[]> {
  if (kind === 'article') return articles(sought);
  if (kind === 'claim') return claims(sought);
  if (kind === 'ruling') return rulings(sought, pattern);
  if (kind === 'source') return sources(sought);
  if (kind === 'comment') return readComments(sought, pattern);
  return readExhibitComments(sought, pattern);
}

/** What stands around the first match in the newest text of each of some articles. */
export async function readExcerpts(articleIds: string[], pattern: string): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ id: string; text: string }[]>`
    SELECT a."id"::text, ${excerpt(sql`r."text"`, pattern)} AS "text"
    FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."revisionNumber"
    WHERE a."id" = ANY(${articleIds}::uuid[])`;
  return new Map(rows.map(({ id, text }) => [id, text]));
}
