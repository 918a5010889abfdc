import type { AnnotationState } from '#lib/annotation/schema.ts';
import type { CommentState } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { decodeCursor, encodeCursor } from '#lib/db/keyset.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { factsOn } from '../facts/queries.ts';
import { canDecide, decisionsOf } from '../policy.ts';
import { type NewestAction, newestActionsOn } from '../queries.ts';
import { listOpenReports, openReportCounts, reportRecordsOf } from '../report/queries.ts';
import {
  type AuthorFacts,
  COUNT_MAX,
  type OpenReport,
  PARENT_CHARS,
  type QueueItem,
  type QueueName,
  type QueuePage,
  type QueueQuery,
} from './schema.ts';

/** Where a thing stands in a queue: since when, and what its place is named by. */
interface Place {
  id: string;
  placeId: string;
  since: Date;
}

/** A page of a queue, without the languages. A bounded number of queries, however much waits. */
export async function readQueue(viewer: Viewer, name: QueueName, query: QueueQuery): Promise<QueuePage> {
  const [found, total] = await Promise.all([listPlaces(name, query), countQueue(name)]);
  const places = found.slice(0, query.limit);
  const last = places.at(-1);
  const more = found.length > query.limit && last;
  return {
    items: await readItems(viewer, places),
    nextCursor: more ? encodeCursor({ at: last.since, id: last.placeId }) : null,
    total,
  };
}

const AWAY = Prisma.sql`(c."state" IN ('hidden', 'rejected', 'removed') OR n."state" IN ('hidden', 'removed'))`;
/** What awaits approval has a queue of its own, in which its reports stand too. */
const STANDING = Prisma.sql`(c."state" = 'visible' OR n."state" IN ('active', 'withdrawn'))`;

function listPlaces(name: QueueName, { cursor, limit }: QueueQuery): Promise<Place[]> {
  const after = decodeCursor(cursor);
  switch (name) {
    case 'pending':
      return db().$queryRaw<Place[]>`
        SELECT c."id", c."id" AS "placeId", coalesce(c."editedAt", c."createdAt") AS "since" FROM "Comment" c
        WHERE c."state" = 'pending' ${
          after
            ? Prisma.sql`AND (coalesce(c."editedAt", c."createdAt"), c."id") > (${after.at}, ${after.id}::uuid)`
            : Prisma.empty
        }
        ORDER BY coalesce(c."editedAt", c."createdAt"), c."id" LIMIT ${limit + 1}::int`;
    case 'reported':
      return db().$queryRaw<Place[]>`
        SELECT coalesce(r."commentId", r."annotationId") AS "id", r."id" AS "placeId", r."createdAt" AS "since"
        ${REPORTED} ${
          after ? Prisma.sql`AND (r."createdAt", r."id") > (${after.at}, ${after.id}::uuid)` : Prisma.empty
        }
        ORDER BY r."createdAt", r."id" LIMIT ${limit + 1}::int`;
    case 'rejected':
      return db().$queryRaw<Place[]>`
        SELECT coalesce(m."commentId", m."annotationId") AS "id", m."id" AS "placeId", m."createdAt" AS "since"
        FROM "ModerationAction" m LEFT JOIN "Comment" c ON c."id" = m."commentId"
          LEFT JOIN "Annotation" n ON n."id" = m."annotationId"
        WHERE m."action" IN ('reject', 'hide', 'remove', 'undo') AND ${AWAY}
          AND NOT EXISTS (SELECT 1 FROM "ModerationAction" x WHERE x."commentId" = m."commentId" AND x."id" > m."id")
          AND NOT EXISTS (SELECT 1 FROM "ModerationAction" x WHERE x."annotationId" = m."annotationId" AND x."id" > m."id")
          ${after ? Prisma.sql`AND m."id" < ${after.id}::uuid` : Prisma.empty}
        ORDER BY m."id" DESC LIMIT ${limit + 1}::int`;
  }
}

/** The first open report about each thing that readers see: it waits since then. */
const REPORTED = Prisma.sql`
  FROM "Report" r LEFT JOIN "Comment" c ON c."id" = r."commentId" LEFT JOIN "Annotation" n ON n."id" = r."annotationId"
  WHERE r."decidedAt" IS NULL AND ${STANDING}
    AND NOT EXISTS (SELECT 1 FROM "Report" e WHERE e."decidedAt" IS NULL AND e."commentId" = r."commentId"
      AND (e."createdAt", e."id") < (r."createdAt", r."id"))
    AND NOT EXISTS (SELECT 1 FROM "Report" e WHERE e."decidedAt" IS NULL AND e."annotationId" = r."annotationId"
      AND (e."createdAt", e."id") < (r."createdAt", r."id"))`;

/** How much waits, counted up to a bound. */
export async function countQueue(name: QueueName): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS "n" FROM (${waiting(name)} LIMIT ${COUNT_MAX}::int) AS counted`;
  return row?.n ?? 0;
}

function waiting(name: QueueName): Prisma.Sql {
  switch (name) {
    case 'pending':
      return Prisma.sql`SELECT 1 FROM "Comment" WHERE "state" = 'pending'`;
    case 'reported':
      return Prisma.sql`SELECT 1 ${REPORTED}`;
    case 'rejected':
      return Prisma.sql`SELECT 1 FROM "Comment" WHERE "state" IN ('hidden', 'rejected', 'removed')
        UNION ALL SELECT 1 FROM "Annotation" WHERE "state" IN ('hidden', 'removed')`;
  }
}

interface ThingRow {
  type: 'comment' | 'annotation';
  id: string;
  state: CommentState | AnnotationState;
  version: number;
  withdrawn: boolean;
  text: string;
  body: unknown;
  authorId: string | null;
  guestName: string | null;
  guestEmail: string | null;
  createdAt: Date;
  editedAt: Date | null;
  article: QueueItem['article'];
  annotation: QueueItem['annotation'];
  parent: QueueItem['parent'];
}

function readThings(ids: readonly string[]): Promise<ThingRow[]> {
  const all = [...ids];
  const article = Prisma.sql`
    jsonb_build_object('id', a."id", 'slug', a."slug", 'title', a."title", 'lang', a."lang") AS "article"`;
  const annotation = Prisma.sql`jsonb_build_object('id', n."id", 'kind', n."kind", 'statement', n."statement",
    'exact', n."exact")`;
  return db().$queryRaw<ThingRow[]>`
    SELECT 'comment' AS "type", c."id", c."state", c."version", false AS "withdrawn", c."text", c."body", c."authorId",
      c."guestName", c."guestEmail", c."createdAt", c."editedAt", ${article},
      CASE WHEN n."id" IS NOT NULL THEN ${annotation} END AS "annotation",
      CASE WHEN p."id" IS NOT NULL THEN jsonb_build_object('id', p."id", 'state', p."state",
        'text', left(p."text", ${PARENT_CHARS}::int),
        'author', CASE WHEN pu."id" IS NOT NULL THEN jsonb_build_object('handle', pu."handle", 'name', pu."name") END,
        'guest', CASE WHEN p."guestName" IS NOT NULL THEN jsonb_build_object('name', p."guestName") END) END AS "parent"
    FROM "Comment" c LEFT JOIN "Annotation" n ON n."id" = c."annotationId"
      JOIN "Article" a ON a."id" = coalesce(c."articleId", n."articleId")
      LEFT JOIN "Comment" p ON p."id" = c."parentId" LEFT JOIN "User" pu ON pu."id" = p."authorId"
    WHERE c."id" = ANY(${all}::uuid[])
    UNION ALL
    SELECT 'annotation', n."id", n."state", n."version", n."withdrawnAt" IS NOT NULL, coalesce(n."statement", n."exact"),
      NULL, n."authorId", NULL, NULL, n."createdAt", n."editedAt", ${article}, ${annotation}, NULL
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId" WHERE n."id" = ANY(${all}::uuid[])`;
}

/** All that a moderator needs to decide, in the order of the places. */
async function readItems(viewer: Viewer, places: readonly Place[]): Promise<QueueItem[]> {
  const ids = places.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [things, reports, counts, newest] = await Promise.all([
    readThings(ids),
    reportsAbout(ids),
    openReportCounts(ids),
    newestActionsOn(ids),
  ]);
  const facts = await factsOn(viewer, [...new Set(things.flatMap(({ authorId }) => authorId ?? []))]);
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  return places.flatMap(({ id, since }) => {
    const thing = byId.get(id);
    if (!thing) return [];
    const author = thing.authorId ? (facts.get(thing.authorId) ?? null) : null;
    const open = reports.get(id) ?? [];
    return toItem(viewer, thing, {
      since,
      author,
      reports: open,
      reportCount: counts.get(id) ?? 0,
      newest: newest.get(id),
    });
  });
}

async function reportsAbout(ids: readonly string[]): Promise<Map<string, OpenReport[]>> {
  const rows = await listOpenReports(ids);
  const records = await reportRecordsOf([...new Set(rows.map(({ reporterId }) => reporterId))]);
  const grouped = Map.groupBy(rows, ({ targetId }) => targetId);
  const toReport = (row: (typeof rows)[number]): OpenReport => ({
    id: row.id,
    reason: row.reason,
    detail: row.detail,
    createdAt: row.createdAt.toISOString(),
    reporter: {
      handle: row.handle,
      name: row.name,
      ...(records.get(row.reporterId) ?? { decided: 0, upheld: 0 }),
    },
  });
  return new Map([...grouped].map(([id, about]) => [id, about.map(toReport)]));
}

interface Around {
  since: Date;
  author: AuthorFacts | null;
  reports: OpenReport[];
  reportCount: number;
  newest: NewestAction | undefined;
}

function toItem(viewer: Viewer, thing: ThingRow, around: Around): QueueItem {
  const { type, id, state, version, annotation, withdrawn, authorId: ownerId } = thing;
  const decidable = { type, ownerId, state, withdrawn };
  return {
    target: { type, id, state, version },
    kind: type === 'annotation' ? (annotation?.kind ?? null) : null,
    text: thing.text,
    body: thing.body as QueueItem['body'],
    lang: null,
    author: around.author,
    guest: thing.guestName && thing.guestEmail ? { name: thing.guestName, email: thing.guestEmail } : null,
    createdAt: thing.createdAt.toISOString(),
    editedAt: thing.editedAt?.toISOString() ?? null,
    since: around.since.toISOString(),
    article: thing.article,
    annotation,
    parent: thing.parent,
    href: type === 'comment' ? `/comments/${id}` : `/claims/${id}`,
    reports: around.reports,
    reportCount: around.reportCount,
    decided: around.newest ? decidedBy(viewer, around.newest, decidable) : null,
    // Approving what is visible dismisses reports: without any there is nothing to approve.
    actions: decisionsOf(viewer, decidable).filter(
      (decision) => decision !== 'approve' || state === 'pending' || around.reportCount > 0,
    ),
  };
}

function decidedBy(
  viewer: Viewer,
  { id, action, reason, handle, name, createdAt, after }: NewestAction,
  thing: { type: 'comment' | 'annotation'; ownerId: string | null; state: string },
): QueueItem['decided'] {
  return {
    id,
    action,
    reason,
    moderator: { handle, name },
    createdAt: createdAt.toISOString(),
    canUndo: action !== 'undo' && after.state === thing.state && canDecide(viewer, thing),
  };
}
