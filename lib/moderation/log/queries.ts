import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { decodeCursor, pageOfRows } from '#lib/db/keyset.ts';
import { cursorAt } from '#lib/exhibit/queries.ts';
import { targetOf } from '../queries.ts';
import type { Action, ActionView, LogEntry, LogQuery } from '../schema.ts';
import { isSeen } from '../transitions.ts';

interface LogRow {
  id: string;
  action: Action;
  reason: string;
  before: { state: string; reports?: number };
  after: { state: string };
  createdAt: Date;
  moderatorHandle: string;
  moderatorName: string;
  commentId: string | null;
  annotationId: string | null;
  userId: string | null;
  exhibitCommentId: string | null;
  /** Of a comment on the original: who wrote it there, and where it stands in the thread. */
  original: string | null;
  place: number | null;
  kind: LogEntry['kind'];
  handle: string | null;
  name: string | null;
  guestName: string | null;
  slug: string | null;
  title: string | null;
  lang: string | null;
  /** As the thing stands now, and the annotation on which a comment stands. */
  state: string;
  threadState: string | null;
  version: number;
  undoerHandle: string | null;
  undoerName: string | null;
  undoesId: string | null;
  undoneAction: Action | null;
}

/** Actions in the order of their ids, newest first: what the log tells, without any of the words. */
function readLog(where: Prisma.Sql, limit: number): Promise<LogRow[]> {
  return db().$queryRaw<LogRow[]>`
    SELECT m."id", m."action", m."reason", m."before", m."after", m."createdAt", by."handle" AS "moderatorHandle",
      by."name" AS "moderatorName", m."commentId", m."annotationId", m."userId",
      m."exhibitCommentId", CASE WHEN x."state" = 'visible' THEN x."author" END AS "original", x."place", n."kind", u."handle", u."name",
      c."guestName", a."slug", a."title", a."lang", thread."state" AS "threadState",
      coalesce(c."state", n."state", x."state", CASE WHEN u."bannedAt" IS NULL THEN 'active' ELSE 'banned' END) AS "state",
      coalesce(c."version", n."version", x."version", u."version") AS "version",
      undoer."handle" AS "undoerHandle", undoer."name" AS "undoerName", m."undoesId", first."action" AS "undoneAction"
    FROM "ModerationAction" m
    JOIN "User" by ON by."id" = m."actorId"
    LEFT JOIN "Comment" c ON c."id" = m."commentId"
    LEFT JOIN "Annotation" thread ON thread."id" = c."annotationId"
    LEFT JOIN "Annotation" n ON n."id" = m."annotationId"
    LEFT JOIN "ExhibitComment" x ON x."id" = m."exhibitCommentId"
    LEFT JOIN "User" u ON u."id" = coalesce(c."authorId", n."authorId", m."userId")
    LEFT JOIN "Article" a ON a."id" = m."articleId"
    LEFT JOIN "ModerationAction" first ON first."id" = m."undoesId"
    LEFT JOIN "ModerationAction" back ON back."undoesId" = m."id"
    LEFT JOIN "User" undoer ON undoer."id" = back."actorId"
    WHERE ${where} ORDER BY m."id" DESC LIMIT ${limit}::int`;
}

/** The public log, newest first. */
export async function listLog({ action, moderator, cursor, limit }: LogQuery) {
  const before = decodeCursor(cursor);
  const conditions = [Prisma.sql`true`];
  if (before) conditions.push(Prisma.sql`m."id" < ${before.id}::uuid`);
  if (action) conditions.push(Prisma.sql`m."action" = ${action}`);
  // Found first, so that the index over the moderator's actions is of use.
  if (moderator)
    conditions.push(
      Prisma.sql`m."actorId" = (SELECT "id" FROM "User" WHERE "handle" = ${moderator.toLowerCase()})`,
    );
  const rows = await readLog(Prisma.join(conditions, ' AND '), limit + 1);
  const { items, nextCursor } = pageOfRows(rows, limit);
  return { items: items.map(toLogEntry), nextCursor };
}

/** Some actions as whoever did them sees them, in the order of `ids`. */
export async function readActions(ids: readonly string[]): Promise<ActionView[]> {
  const rows = await readLog(Prisma.sql`m."id" = ANY(${[...ids]}::uuid[])`, ids.length);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? toActionView(row) : [];
  });
}

function toLogEntry(row: LogRow): LogEntry {
  return {
    id: row.id,
    action: row.action,
    reason: row.reason,
    moderator: { handle: row.moderatorHandle, name: row.moderatorName },
    target: targetOf(row).type,
    kind: row.kind,
    person: row.handle && row.name ? { handle: row.handle, name: row.name } : null,
    guest: guestOf(row),
    article: row.slug && row.title ? { slug: row.slug, title: row.title, lang: row.lang ?? '' } : null,
    href: hrefOf(row),
    reports: row.before.reports ?? 0,
    undone: row.undoerHandle !== null,
    undoneBy: row.undoerHandle && row.undoerName ? { handle: row.undoerHandle, name: row.undoerName } : null,
    undoes: row.undoesId && row.undoneAction ? { id: row.undoesId, action: row.undoneAction } : null,
    createdAt: row.createdAt.toISOString(),
  };
}

function guestOf({ guestName, original }: LogRow): LogEntry['guest'] {
  const name = guestName ?? original;
  return name ? { name } : null;
}

function hrefOf(row: LogRow): string | null {
  if (row.userId) return `/people/${row.handle}`;
  if (!isSeen(row.state) || (row.threadState !== null && !isSeen(row.threadState))) return null;
  if (row.exhibitCommentId) {
    const cursor = row.place ? `?original=${cursorAt(row.place)}` : '';
    return `/articles/${encodeURIComponent(row.slug ?? '')}${cursor}#original-${row.exhibitCommentId}`;
  }
  return row.commentId ? `/comments/${row.commentId}` : `/claims/${row.annotationId}`;
}

function toActionView(row: LogRow): ActionView {
  return {
    ...toLogEntry(row),
    targetId: targetOf(row).id,
    before: { state: row.before.state },
    after: { state: row.after.state },
    version: row.version,
  };
}
