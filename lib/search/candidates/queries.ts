import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { RANKED_MAX, type SearchKind } from '../schema.ts';
import type { Candidate, Filters, Sought } from './sought.ts';

// Every read here is of what everybody can read, whoever asks: comments that are visible, on articles and on active
// claims; active claims and what lies beside them. The expressions are those of the indexes in the migration.

/** Of a text, so much is read around the first place that matches, in characters. */
const EXCERPT = 1_500;
const LEAD = 400;
/** Where words are frequent, the newest so many comments hold enough that match. */
const NEWEST = 4_000;

const { sql, join, empty } = Prisma;

/** Conditions on a text by its vector: all terms, or any. */
function holds({ terms, any }: Sought, vector: Prisma.Sql, text: Prisma.Sql): Prisma.Sql {
  const query = terms.map((term) => term.query).join(any ? '|' : '&');
  const patterns = any ? [] : terms.flatMap(({ pattern }) => pattern ?? []);
  return sql`${vector} @@ ${query}::tsquery ${patterns.length > 0 ? sql`AND ${text} ~* ALL(${patterns}::text[])` : empty}`;
}

/** For what is searched in several tables: every term in one of them, or any. `branches` gives the ids for one term. */
function inTables({ terms, any }: Sought, id: Prisma.Sql, branches: (one: Sought) => Prisma.Sql): Prisma.Sql {
  const each = terms.map(
    (term) => sql`${id} IN (${branches({ terms: [term], any, filters: {} as Filters })})`,
  );
  return sql`(${join(each, any ? ' OR ' : ' AND ')})`;
}

function excerpt(text: Prisma.Sql, pattern: string): Prisma.Sql {
  return sql`CASE WHEN length(${text}) <= ${EXCERPT}::int THEN ${text} ELSE substr(${text},
    greatest(1, regexp_instr(${text}, ${pattern}, 1, 1, 0, 'i') - ${LEAD}::int), ${EXCERPT}::int) END`;
}

/** What is asked of the article `a`. */
function ofArticle({ lang, articleId }: Filters): Prisma.Sql {
  return sql`
    ${lang === null ? empty : sql`AND (lower(a."lang") = ${lang} OR lower(a."lang") LIKE ${`${lang}-%`})`}
    ${articleId === null ? empty : sql`AND a."id" = ${articleId}::uuid`}`;
}

/** The same of something that stands in an article. */
function inArticle(id: Prisma.Sql, filters: Filters): Prisma.Sql {
  if (filters.lang === null && filters.articleId === null) return empty;
  return sql`AND EXISTS (SELECT FROM "Article" a WHERE a."id" = ${id} ${ofArticle(filters)})`;
}

function inTime(at: Prisma.Sql, { from, before }: Filters): Prisma.Sql {
  return sql`AND ${at} < ${before} ${from === null ? empty : sql`AND ${at} >= ${from}`}`;
}

const ARTICLE = sql`a."id" AS "articleId", a."slug", a."title" AS "articleTitle", a."lang", a."site"`;
const NOTHING = sql`NULL::text`;

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

/**
 * The newest first, in two steps: a frequent word has enough matches among the newest comments, and of a rare one all
 * are few. In one step, all comments that hold a frequent word would be read to be sorted.
 */
async function comments(sought: Sought, pattern: string): Promise<Candidate[]> {
  const newest = await commentsSince(
    sought,
    pattern,
    sql`AND c."id" > coalesce((SELECT "id" FROM "Comment" ORDER BY "id" DESC OFFSET ${NEWEST}::int LIMIT 1),
      '00000000-0000-0000-0000-000000000000')`,
  );
  return newest.length < RANKED_MAX ? commentsSince(sought, pattern, empty) : newest;
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

/** The newest that match, of one kind. `pattern` finds a place in a text that matches. */
export async function readCandidates(
  kind: SearchKind,
  sought: Sought,
  pattern: string,
): Promise<Candidate[]> {
  if (kind === 'article') return articles(sought);
  if (kind === 'claim') return claims(sought);
  if (kind === 'source') return sources(sought);
  return comments(sought, pattern);
}

/** What stands around the first match in the newest text of each of some articles. */
export async function readExcerpts(articleIds: string[], pattern: string): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ id: string; text: string }[]>`
    SELECT a."id"::text, ${excerpt(sql`r."text"`, pattern)} AS "text"
    FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."revisionNumber"
    WHERE a."id" = ANY(${articleIds}::uuid[])`;
  return new Map(rows.map(({ id, text }) => [id, text]));
}
