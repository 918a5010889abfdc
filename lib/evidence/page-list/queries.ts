import { shownDate } from '#lib/article/publication-date.ts';
import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { decodeCursor, encodeCursor } from '#lib/db/keyset.ts';
import { comparableHost } from '#lib/fetch/url-variants.ts';
import { standingOf } from '../page/schedule.ts';
import { voiceOf } from '../voices.ts';
import { namedBy } from './matching.ts';
import type { WebPageBrief, WebPageItem, WebPagePage, WebPageQuery } from './schema.ts';
import { decodeUsed, encodeUsed } from './used-cursor.ts';

/** Uses of one voice that are counted, and its pages that are named. */
const MOST_USES = 1_000;
const MOST_NAMED = 20;

const { sql, join, empty } = Prisma;

interface Row {
  id: string;
  url: string;
  title: string | null;
  createdAt: Date;
  /** By the job that counts; what is shown is counted when it is read. */
  counted: number;
  lookedAt: Date | null;
  failure: string | null;
  failures: number;
  voiceId: string | null;
  publisher: string | null;
  byline: string | null;
  lang: string | null;
  publishedAt: Date | null;
  publishedDay: boolean | null;
  seen: boolean;
}

const COLUMNS = sql`
  SELECT w."id"::text, w."url", w."title", w."createdAt", w."uses" AS "counted", w."lookedAt", w."failure", w."failures", w."voiceId"::text,
    s."publisher", s."byline", s."lang", s."publishedAt", s."publishedDay", s."pageId" IS NOT NULL AS "seen"
  FROM "WebPage" w LEFT JOIN LATERAL (
    SELECT n."pageId", n."publisher", n."byline", n."lang", n."publishedAt", n."publishedDay"
    FROM "Snapshot" n WHERE n."pageId" = w."id" ORDER BY n."id" DESC LIMIT 1) s ON true`;

/**
 * Pages that are evidence on active claims, those given last first, or those used most; of pages that carry the same
 * text the newest that fits stands for all. Everybody gets the same.
 */
export async function listPages(query: WebPageQuery): Promise<WebPagePage> {
  const { after, order } = query.sort === 'most-used' ? byUse(query.cursor) : byAge(query.cursor);
  const rows = await db().$queryRaw<Row[]>`
    ${COLUMNS} WHERE ${fits(sql`w`, query)} ${after}
      AND NOT EXISTS (SELECT FROM "WebPage" v WHERE v."voiceId" = w."voiceId" AND v."id" > w."id" AND ${fits(sql`v`, query)})
    ORDER BY ${order} LIMIT ${query.limit + 1}::int`;
  const items = rows.slice(0, query.limit);
  // One after the other: they may stand in one transaction.
  const uses = await countUses(items);
  const same = await listSameText(items);
  return {
    items: items.map((row) => toItem(row, uses.get(row.id) ?? [], same.get(row.id) ?? [])),
    nextCursor: rows.length > query.limit ? cursorAfter(query.sort, items.at(-1)) : null,
  };
}

function byAge(cursor: string | undefined) {
  const after = decodeCursor(cursor);
  return { after: after ? sql`AND w."id" < ${after.id}::uuid` : empty, order: sql`w."id" DESC` };
}

/** All pages of a voice bear the count of all of them, so that the one that stands for them has its place by it. */
function byUse(cursor: string | undefined) {
  const after = decodeUsed(cursor);
  return {
    after: after ? sql`AND (w."uses", w."id") < (${after.uses}::int, ${after.id}::uuid)` : empty,
    order: sql`w."uses" DESC, w."id" DESC`,
  };
}

function cursorAfter(sort: WebPageQuery['sort'], last: Row | undefined): string | null {
  if (!last) return null;
  const { id, counted, createdAt } = last;
  return sort === 'most-used' ? encodeUsed({ uses: counted, id }) : encodeCursor({ at: createdAt, id });
}

/** What is asked of the page `w`. */
function fits(w: Prisma.Sql, { q, site, state, stance }: WebPageQuery): Prisma.Sql {
  const { patterns, address } = namedBy(q);
  const named = patterns.map(
    (pattern) => sql`AND coalesce(${w}."title", '') || ' ' || ${w}."canonicalUrl" ILIKE ${pattern}`,
  );
  return sql`EXISTS (
      SELECT FROM "Source" x JOIN "Annotation" n ON n."id" = x."annotationId" AND n."state" = 'active'
      WHERE x."pageId" = ${w}."id" ${stance ? sql`AND x."stance" = ${stance}` : empty} ${faring(w, state)})
    ${named.length > 0 ? join(named, ' ') : empty}
    ${address === null ? empty : sql`AND starts_with(${w}."canonicalUrl", ${address})`}
    ${site ? sql`AND page_site(${w}."canonicalUrl") = ${site}` : empty}`;
}

function faring(w: Prisma.Sql, state: WebPageQuery['state']): Prisma.Sql {
  if (!state) return empty;
  if (state !== 'gone' && state !== 'unreachable') return sql`AND x."state" = ${state}`;
  const wasThere = sql`EXISTS (SELECT FROM "Snapshot" had WHERE had."pageId" = ${w}."id")`;
  return sql`AND x."state" = 'unreachable' AND ${state === 'gone' ? empty : sql`NOT`} ${wasThere}`;
}

/** One page, whatever rests on it; null where there is none. */
export async function getPage(id: string): Promise<WebPageItem | null> {
  const [row] = await db().$queryRaw<Row[]>`${COLUMNS} WHERE w."id" = ${id}::uuid`;
  if (!row) return null;
  const [uses, same] = await Promise.all([countUses([row]), listSameText([row])]);
  return toItem(row, uses.get(id) ?? [], same.get(id) ?? []);
}

interface UseCount {
  id: string;
  stance: keyof WebPageItem['uses']['stances'];
  state: keyof WebPageItem['uses']['states'];
  n: number;
}

/** How the pages of some voices are used: each is named by one of its pages. */
async function countUses(pages: readonly Pick<Row, 'id' | 'voiceId'>[]): Promise<Map<string, UseCount[]>> {
  const rows = await db().$queryRaw<UseCount[]>`
    SELECT shown."id"::text, use."stance", use."state", count(*)::int AS "n"
    FROM "WebPage" shown CROSS JOIN LATERAL (
      SELECT x."stance", x."state" FROM "WebPage" w JOIN "Source" x ON x."pageId" = w."id"
        JOIN "Annotation" n ON n."id" = x."annotationId" AND n."state" = 'active'
      WHERE w."id" = shown."id" OR w."voiceId" = shown."voiceId"
      LIMIT ${MOST_USES}::int) use
    WHERE shown."id" = ANY(${pages.map(({ id }) => id)}::uuid[])
    GROUP BY 1, 2, 3`;
  return Map.groupBy(rows, ({ id }) => id);
}

type SameText = WebPageBrief & { shownId: string; total: number };

/** The other pages that carry the text of some pages, the newest first, with how many there are. */
async function listSameText(pages: readonly Pick<Row, 'id' | 'voiceId'>[]): Promise<Map<string, SameText[]>> {
  const rows = await db().$queryRaw<Omit<SameText, 'host'>[]>`
    SELECT shown."id"::text AS "shownId", other.*
    FROM "WebPage" shown CROSS JOIN LATERAL (
      SELECT w."id"::text, w."url", w."title", count(*) OVER ()::int AS "total"
      FROM "WebPage" w
      WHERE w."voiceId" = shown."voiceId" AND w."id" <> shown."id" AND EXISTS (
        SELECT FROM "Source" x JOIN "Annotation" n ON n."id" = x."annotationId" AND n."state" = 'active'
        WHERE x."pageId" = w."id")
      ORDER BY w."id" DESC LIMIT ${MOST_NAMED}::int) other
    WHERE shown."id" = ANY(${pages.map(({ id }) => id)}::uuid[])`;
  return Map.groupBy(
    rows.map((row) => ({ ...row, host: hostOf(row.url) })),
    ({ shownId }) => shownId,
  );
}

export const hostOf = (url: string): string => comparableHost(new URL(url).hostname);

const briefOf = ({ id, url, host, title }: WebPageBrief): WebPageBrief => ({ id, url, host, title });

function toItem(row: Row, uses: readonly UseCount[], same: readonly SameText[]): WebPageItem {
  const { publishedAt, publishedDay } = row;
  return {
    ...briefOf({ ...row, host: hostOf(row.url) }),
    publisher: row.publisher,
    byline: row.byline,
    lang: row.lang,
    publishedAt: shownDate({ publishedAt, publishedDay: publishedDay ?? false }),
    addedAt: row.createdAt.toISOString(),
    lookedAt: row.lookedAt?.toISOString() ?? null,
    standing: standingOf(row, row.seen),
    failure: row.failure,
    voice: voiceOf(row),
    uses: summed(uses),
    sameText: { total: same[0]?.total ?? 0, pages: same.map(briefOf) },
  };
}

function summed(uses: readonly UseCount[]): WebPageItem['uses'] {
  const sum = {
    total: 0,
    stances: { supports: 0, refutes: 0, context: 0 },
    states: { pending: 0, verified: 0, altered: 0, missing: 0, 'no-quote': 0, unreachable: 0 },
  };
  for (const { stance, state, n } of uses) {
    sum.total += n;
    sum.stances[stance] += n;
    sum.states[state] += n;
  }
  return sum;
}
