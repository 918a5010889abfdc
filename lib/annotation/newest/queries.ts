import { db } from '#lib/db/client.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';

/** A claim as a list of what is new tells of it. */
interface NewestClaim {
  id: string;
  statement: string;
  exact: string;
  shown: Shown;
  author: string;
  createdAt: Date;
  /** When it, or a verdict on it, was given or changed last. */
  changedAt: Date;
  article: { slug: string; title: string; lang: string };
}

interface Row extends Omit<NewestClaim, 'article'> {
  slug: string;
  title: string;
  lang: string;
}

/** The newest claims that stand. Ids are the order of time: the key is read from its end. */
export async function listNewestClaims(limit: number): Promise<NewestClaim[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT n."id"::text, coalesce(n."statement", n."exact") AS "statement", n."exact", n."shown", u."name" AS "author",
      n."createdAt", a."slug", a."title", a."lang", greatest(n."createdAt", n."editedAt",
        (SELECT max(greatest(s."createdAt", s."editedAt", s."retractedAt")) FROM "Assessment" s
          WHERE s."annotationId" = n."id")) AS "changedAt"
    FROM (SELECT * FROM "Annotation" WHERE "state" = 'active' AND "kind" = 'claim'
      ORDER BY "id" DESC LIMIT ${limit}::int) n
    JOIN "Article" a ON a."id" = n."articleId" JOIN "User" u ON u."id" = n."authorId"
    ORDER BY n."id" DESC`;
  return rows.map(({ slug, title, lang, ...claim }) => ({ ...claim, article: { slug, title, lang } }));
}
