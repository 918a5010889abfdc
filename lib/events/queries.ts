import { db } from '#lib/db/client.ts';

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
