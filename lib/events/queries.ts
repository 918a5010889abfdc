import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { type EventPosition, START } from './position.ts';
import type { EventData, EventKind, Happening } from './schema.ts';

interface StoredEvent {
  id: bigint;
  /** Transaction that wrote it, as decimal digits. */
  xid: string;
  kind: string;
  actorId: string | null;
  articleId: string | null;
  subjectId: string | null;
  data: unknown;
  createdAt: Date;
}

/**
 * The oldest transaction that still runs and may write an event: below it everything is there.
 *
 * A snapshot names the running transactions of all databases of the server, and a dump or an import next door may take
 * hours. So those are left out of which it is sure that they run in another database: an xid belongs to one session, and
 * a session to one database, for as long as it lives. What is in doubt (ended since, prepared, not ours to see) counts.
 * The sessions are read after the statement's snapshot was taken, never before.
 */
const HORIZON = Prisma.sql`coalesce(
  (SELECT min(running) FROM pg_snapshot_xip(pg_current_snapshot()) AS running
    WHERE NOT EXISTS (SELECT FROM pg_stat_get_activity(NULL) AS session
      WHERE session."backend_xid" = running::xid
        AND session."datid" <> (SELECT "oid" FROM pg_database WHERE "datname" = current_database()))),
  pg_snapshot_xmax(pg_current_snapshot()))`;

/**
 * Events after a position, in an order in which nothing can appear later behind the reader's back.
 *
 * Ids are taken before the commit, so a lower id may become visible after a higher one. Events are therefore read in
 * the order (xid, id) and only below the oldest transaction of this database that still runs: whatever is written later
 * has a higher xid than all that was handed out. A long transaction delays readers, it never makes them miss a line.
 */
export async function listEventsAfter(position: EventPosition, limit = 500): Promise<StoredEvent[]> {
  return db().$queryRaw<StoredEvent[]>`
    SELECT e."id", e."xid"::text AS "xid", e."kind", e."actorId", e."articleId", e."subjectId", e."data", e."createdAt"
    FROM "Event" e
    WHERE e."xid" < ${HORIZON} AND (e."xid", e."id") > (${position.xid}::text::xid8, ${position.id}::bigint)
    ORDER BY e."xid", e."id"
    LIMIT ${limit}::int`;
}

/** Where somebody begins to read who wants to know only of what happens from now on. */
export async function currentPosition(): Promise<EventPosition> {
  const [row] = await db().$queryRaw<{ xid: string }[]>`
    SELECT ${HORIZON}::text AS "xid"`;
  return { xid: row?.xid ?? START.xid, id: 0n };
}

/** Somebody who knows everything that happened to an article up to some place. */
export interface Reader {
  articleId: string;
  position: EventPosition;
}

/** What a reader missed. */
export interface Missed {
  articleId: string;
  /** In the order in which transactions began; empty when there are more than were asked for. */
  events: Happening[];
  /** All of them are in `events`: there are not too many, and the place was one of this database. */
  complete: boolean;
}

/**
 * What was committed after each reader's place, at most `limit` events each. Unlike `listEventsAfter` it does not wait
 * for transactions that still run: what those write is told when they commit. One query.
 */
export async function listMissed(readers: readonly Reader[], limit: number): Promise<Missed[]> {
  const rows = await db().$queryRaw<(StoredEvent & { reader: number; known: boolean })[]>`
    SELECT reader."n"::int AS "reader", reader."xid" <= pg_snapshot_xmax(pg_current_snapshot()) AS "known", missed.*
    FROM unnest(
      ${readers.map(({ articleId }) => articleId)}::uuid[],
      ${readers.map(({ position }) => position.xid)}::text[]::xid8[],
      ${readers.map(({ position }) => String(position.id))}::text[]::bigint[]
    ) WITH ORDINALITY AS reader ("articleId", "xid", "id", "n")
    LEFT JOIN LATERAL (
      SELECT e."id", e."xid"::text AS "xid", e."kind", e."actorId", e."articleId", e."subjectId", e."data", e."createdAt"
      FROM "Event" e
      WHERE e."articleId" = reader."articleId" AND (e."xid", e."id") > (reader."xid", reader."id")
      ORDER BY e."xid", e."id" LIMIT ${limit + 1}::int
    ) AS missed ON true`;
  return readers.map(({ articleId }, index) => {
    const own = rows.filter(({ reader }) => reader === index + 1);
    const events = own.filter(({ id }) => id !== null);
    const complete = events.length <= limit && own.every(({ known }) => known);
    return { articleId, complete, events: complete ? events.map(toHappening) : [] };
  });
}

export function toHappening({ id, kind, articleId, subjectId, data }: StoredEvent): Happening {
  return { id: String(id), kind: kind as EventKind, articleId, subjectId, data: data as EventData };
}
