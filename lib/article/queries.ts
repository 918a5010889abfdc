import type { JSONContent } from '@tiptap/core';
import { db } from '#lib/db/client.ts';
import { decodeCursor, olderThan, pageOfRows } from '#lib/db/keyset.ts';
import { Problem } from '#lib/errors/problem.ts';
import { SHOWN, type Shown } from '#lib/verdict/verdicts.ts';
import { shownDate } from './publication-date.ts';
import { storedHead } from './revision/head.ts';
import type { Showed } from './revision/showed.ts';
import type { ArticleListItem, ArticleView, Fare } from './schema.ts';

const EXCERPT_CHARS = 280;

const columns = {
  id: true,
  slug: true,
  title: true,
  byline: true,
  site: true,
  lang: true,
  url: true,
  canonicalUrl: true,
  state: true,
  topics: true,
  publishedAt: true,
  publishedDay: true,
  createdAt: true,
  revisionNumber: true,
  addedBy: { select: { handle: true, name: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

function readRow(where: { id: string } | { slug: string }) {
  return db().article.findUnique({ where, select: { ...columns, version: true, addedById: true } });
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** By id or by slug. */
export async function getArticleRow(idOrSlug: string): Promise<Row | null> {
  // A slug could look like an id: the id wins, the slug is still found when there is no such id.
  const byId = UUID.test(idOrSlug) ? await readRow({ id: idOrSlug }) : null;
  return byId ?? readRow({ slug: idOrSlug });
}

export async function requireArticleRow(idOrSlug: string): Promise<Row> {
  const row = await getArticleRow(idOrSlug);
  if (!row) throw new Problem('not-found', 'There is no such article.');
  return row;
}

export async function getIdByCanonicalUrl(canonicalUrl: string): Promise<string | null> {
  const row = await db().article.findUnique({ where: { canonicalUrl }, select: { id: true } });
  return row?.id ?? null;
}

/** What an import preview says of the article that is known under its address. */
export async function getKnownArticle(canonicalUrl: string | null) {
  if (!canonicalUrl) return null;
  return db().article.findUnique({ where: { canonicalUrl }, select: { id: true, slug: true, title: true } });
}

/** The words and the document of a revision; the newest without a number. */
export async function requireRevision(articleId: string, number: number) {
  const revision = await db().revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: {
      ...{ number: true, text: true, sha256: true, capturedAt: true, document: true, head: true },
      showed: true,
    },
  });
  if (!revision) throw new Problem('not-found', 'There is no such revision.');
  return {
    ...revision,
    document: revision.document as JSONContent,
    head: storedHead(revision.head),
    // A CHECK constraint holds it to the list.
    showed: revision.showed as Showed,
  };
}

/** How some articles fared, in one query. */
export async function faresOf(articleIds: string[]): Promise<Map<string, Fare>> {
  const fares = new Map<string, Fare>(articleIds.map((id) => [id, { claims: 0, remarks: 0, shown: {} }]));
  const groups = await db().annotation.groupBy({
    by: ['articleId', 'shown'],
    // What a comment on the original claims is not the article's.
    where: { articleId: { in: articleIds }, state: 'active', exhibitCommentId: null },
    _count: { _all: true },
  });
  for (const { articleId, shown, _count } of groups) {
    const fare = fares.get(articleId);
    if (!fare) continue;
    if (shown === null) fare.remarks += _count._all;
    else fare.claims += _count._all;
    if (isShown(shown)) fare.shown[shown] = _count._all;
  }
  return fares;
}

function isShown(value: string | null): value is Shown {
  return SHOWN.some((shown) => shown === value);
}

/** How many people took part in each of some articles: annotated, gave a source or a verdict. One query. */
async function peopleCountsOf(articleIds: string[]): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ articleId: string; people: number }[]>`
    SELECT "articleId"::text, count(DISTINCT "who")::int AS "people" FROM (
      SELECT "articleId", "authorId" AS "who" FROM "Annotation"
        WHERE "articleId" = ANY(${articleIds}::uuid[]) AND "state" = 'active'
      UNION SELECT n."articleId", s."addedById" FROM "Source" s JOIN "Annotation" n ON n."id" = s."annotationId"
        WHERE n."articleId" = ANY(${articleIds}::uuid[]) AND n."state" = 'active'
      UNION SELECT n."articleId", a."authorId" FROM "Assessment" a JOIN "Annotation" n ON n."id" = a."annotationId"
        WHERE n."articleId" = ANY(${articleIds}::uuid[]) AND n."state" = 'active' AND a."retractedAt" IS NULL
    ) AS took_part GROUP BY "articleId"`;
  return new Map(rows.map(({ articleId, people }) => [articleId, people]));
}

type LineRow = Omit<Row, 'version' | 'addedById'>;

function toLine(row: LineRow, fare: Fare | undefined, people: number | undefined) {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    byline: row.byline,
    site: row.site,
    lang: row.lang,
    publishedAt: shownDate(row),
    url: row.url,
    state: row.state as ArticleView['state'],
    topics: row.topics,
    addedBy: row.addedBy,
    createdAt: row.createdAt.toISOString(),
    fare: fare ?? { claims: 0, remarks: 0, shown: {} },
    people: people ?? 0,
  };
}

/** One article with the text of its newest revision, for the API. */
export async function requireArticle(idOrSlug: string): Promise<ArticleView> {
  const row = await requireArticleRow(idOrSlug);
  return (await readArticle(row)).article;
}

/** The same together with the document, for the page. */
export async function readArticle(row: Row): Promise<{ article: ArticleView; document: JSONContent }> {
  const [revision, fares, people] = await Promise.all([
    requireRevision(row.id, row.revisionNumber),
    faresOf([row.id]),
    peopleCountsOf([row.id]),
  ]);
  const article: ArticleView = {
    ...toLine(row, fares.get(row.id), people.get(row.id)),
    version: row.version,
    revisions: row.revisionNumber,
    revision: {
      number: revision.number,
      sha256: revision.sha256,
      capturedAt: revision.capturedAt.toISOString(),
      showed: revision.showed,
      text: revision.text,
    },
  };
  return { article, document: revision.document };
}

/** Articles, newest first, with how they fared: four queries whatever the length. */
export async function listArticles({ cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const rows = await db().article.findMany({
    where: olderThan(decodeCursor(cursor)),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: columns,
  });
  const { items, nextCursor } = pageOfRows(rows, limit);
  const ids = items.map(({ id }) => id);
  const [fares, people, excerpts] = await Promise.all([faresOf(ids), peopleCountsOf(ids), excerptsOf(ids)]);
  return {
    items: items.map(
      (row): ArticleListItem => ({
        ...toLine(row, fares.get(row.id), people.get(row.id)),
        excerpt: excerpts.get(row.id) ?? '',
      }),
    ),
    nextCursor,
  };
}

/** The first words of each article's newest revision, cut by the database: texts can be long. */
async function excerptsOf(articleIds: string[]): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ id: string; start: string }[]>`
    SELECT a."id"::text, left(r."text", ${EXCERPT_CHARS + 80}::int) AS "start"
    FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."revisionNumber"
    WHERE a."id" = ANY(${articleIds}::uuid[])`;
  return new Map(rows.map(({ id, start }) => [id, excerpt(start)]));
}

/** Lines without a full stop at their end are headings and the like: they do not read on into the next. */
function excerpt(start: string): string {
  const lines = start.split('\n').map((line) => line.trim());
  const prose = lines.filter((line) => line.length > 60 || /[.!?…。！？؟"”»]$/u.test(line));
  const flat = (prose.length > 0 ? prose : lines).join(' ').replace(/\s+/g, ' ').trim();
  if (flat.length <= EXCERPT_CHARS) return flat;
  const cut = flat.slice(0, EXCERPT_CHARS).toWellFormed();
  return `${cut.replace(/\s+\S*$/, '')} …`;
}

/** Topics are offered up to this number; whoever wants another one writes it. */
const TOPICS_OFFERED = 300;

/** The topics of all articles in the order of their names, by a look into the index for each. */
export async function listTopics(): Promise<string[]> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    WITH RECURSIVE found AS (
      (SELECT "key", "name" FROM "ArticleTopic" ORDER BY "key" LIMIT 1)
      UNION ALL SELECT next.* FROM found, LATERAL (
        SELECT t."key", t."name" FROM "ArticleTopic" t WHERE t."key" > found."key" ORDER BY t."key" LIMIT 1) next
    ) SELECT "name" FROM found LIMIT ${TOPICS_OFFERED}::int`;
  return rows.map(({ name }) => name);
}

/** The languages of all articles, as tags, by a look into the index for each. */
export async function listLanguages(): Promise<string[]> {
  const rows = await db().$queryRaw<{ lang: string }[]>`
    WITH RECURSIVE found AS (
      (SELECT "lang" FROM "Article" ORDER BY "lang" LIMIT 1)
      UNION ALL SELECT (SELECT a."lang" FROM "Article" a WHERE a."lang" > found."lang" ORDER BY a."lang" LIMIT 1)
      FROM found WHERE found."lang" IS NOT NULL
    ) SELECT "lang" FROM found WHERE "lang" IS NOT NULL`;
  return rows.map(({ lang }) => lang);
}
