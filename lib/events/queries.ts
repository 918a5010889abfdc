import { db } from '#lib/db/client.ts';
import type { EventData, EventKind, Happening } from './schema.ts';

export interface StoredEvent {
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

/** How far a reader has come: everything up to and including this event. */
export interface EventPosition {
  xid: string;
  id: bigint;
}

export const START: EventPosition = { xid: '0', id: 0n };

/**
 * Events after a position, in an order in which nothing can appear later behind the reader's back.
 *
 * Ids are taken before the commit, so a lower id may become visible after a higher one. Events are therefore read in
 * the order (xid, id) and only below the oldest transaction that still runs: whatever is written later has a higher
 * xid than all that was handed out. A long transaction delays readers, it never makes them miss a line.
 */
export async function listEventsAfter(position: EventPosition, limit = 500): Promise<StoredEvent[]> {
  return db().$queryRaw<StoredEvent[]>`
    SELECT "id", "xid"::text AS "xid", "kind", "actorId", "articleId", "subjectId", "data", "createdAt"
    FROM "Event"
    WHERE "xid" < pg_snapshot_xmin(pg_current_snapshot())
      AND ("xid", "id") > (${position.xid}::text::xid8, ${position.id}::bigint)
    ORDER BY "xid", "id"
    LIMIT ${limit}::int`;
}

/** Where somebody begins to read who wants to know only of what happens from now on. */
export async function currentPosition(): Promise<EventPosition> {
  const [row] = await db().$queryRaw<{ xid: string }[]>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS "xid"`;
  return { xid: row?.xid ?? START.xid, id: 0n };
}

/** The same events about some articles only, for a stream that is taken up again. */
export async function listEventsOf(
  articleIds: readonly string[],
  position: EventPosition,
  limit: number,
): Promise<StoredEvent[]> {
  return db().$queryRaw<StoredEvent[]>`
    SELECT "id", "xid"::text AS "xid", "kind", "actorId", "articleId", "subjectId", "data", "createdAt"
    FROM "Event"
    WHERE "articleId" = ANY(${[...articleIds]}::uuid[])
      AND ("xid", "id") > (${position.xid}::text::xid8, ${position.id}::bigint)
    ORDER BY "xid", "id"
    LIMIT ${limit}::int`;
}

export function toHappening({ id, kind, articleId, subjectId, data }: StoredEvent): Happening {
  return { id: String(id), kind: kind as EventKind, articleId, subjectId, data: data as EventData };
}
