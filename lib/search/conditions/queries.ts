import { Prisma } from '#lib/db/generated/client.ts';
import type { Filters, Sought } from '../candidates/sought.ts';

// Of what all searches are put together. The expressions are those of the indexes in the migrations.

/** Of a text, so much is read around the first place that matches, in characters. */
const EXCERPT = 1_500;
const LEAD = 400;

export const { sql, join, empty } = Prisma;

/** Conditions on a text by its vector: all terms, or any. */
export function holds({ terms, any }: Sought, vector: Prisma.Sql, text: Prisma.Sql): Prisma.Sql {
  const query = terms.map((term) => term.query).join(any ? '|' : '&');
  const patterns = any ? [] : terms.flatMap(({ pattern }) => pattern ?? []);
  return sql`${vector} @@ ${query}::tsquery ${patterns.length > 0 ? sql`AND ${text} ~* ALL(${patterns}::text[])` : empty}`;
}

/**
 * For what is searched in several tables: every term in one of them, or any. `branches` gives the ids for one term. As
 * sets, each of which is read once: as conditions beside each other one would be read for every row of another.
 */
export function inTables(
  { terms, any }: Sought,
  id: Prisma.Sql,
  branches: (one: Sought) => Prisma.Sql,
  besides: Prisma.Sql | null = null,
): Prisma.Sql {
  const each = terms.map((term) => sql`(${branches({ terms: [term], any, filters: {} as Filters })})`);
  const whole = join(each, any ? ' UNION ' : ' INTERSECT ');
  return sql`${id} IN (${besides === null ? whole : sql`(${whole}) INTERSECT (${besides})`})`;
}

export function excerpt(text: Prisma.Sql, pattern: string): Prisma.Sql {
  return sql`CASE WHEN length(${text}) <= ${EXCERPT}::int THEN ${text} ELSE substr(${text},
    greatest(1, regexp_instr(${text}, ${pattern}, 1, 1, 0, 'i') - ${LEAD}::int), ${EXCERPT}::int) END`;
}

/** What is asked of the article `a`. */
export function ofArticle({ lang, articleId }: Filters): Prisma.Sql {
  return sql`
    ${lang === null ? empty : sql`AND (lower(a."lang") = ${lang} OR lower(a."lang") LIKE ${`${lang}-%`})`}
    ${articleId === null ? empty : sql`AND a."id" = ${articleId}::uuid`}`;
}

/** The same of something that stands in an article. */
export function inArticle(id: Prisma.Sql, filters: Filters): Prisma.Sql {
  if (filters.lang === null && filters.articleId === null) return empty;
  return sql`AND EXISTS (SELECT FROM "Article" a WHERE a."id" = ${id} ${ofArticle(filters)})`;
}

export function inTime(at: Prisma.Sql, { from, before }: Filters): Prisma.Sql {
  return sql`AND ${at} < ${before} ${from === null ? empty : sql`AND ${at} >= ${from}`}`;
}

export const ARTICLE = sql`a."id" AS "articleId", a."slug", a."title" AS "articleTitle", a."lang", a."site"`;
export const NOTHING = sql`NULL::text`;
