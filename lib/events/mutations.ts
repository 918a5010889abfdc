import { setTimeout as wait } from 'node:timers/promises';
import { ambient } from '#lib/db/ambient.ts';
import { db, prisma, trail } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { afterCommit } from '#lib/db/transaction.ts';
import { publish } from './bus.ts';
import { CHANNEL, toMessages } from './channel.ts';
import type { EventData, EventKind, Happening } from './schema.ts';

export interface NewEvent {
  kind: EventKind;
  actorId?: string | null;
  articleId?: string | null;
  /** The thing it happened to: of the noun that the kind begins with. */
  subjectId?: string | null;
  data?: EventData;
}

/**
 * Writes one line of what happened, in the transaction that made it happen. Once that has committed, this process is
 * told before whoever waits for the answer, and the others by NOTIFY.
 */
export async function emit(event: NewEvent): Promise<void> {
  const [row] = await db().$queryRaw<{ id: bigint }[]>`${insertion(event)}`;
  tellOnceCommitted(row?.id ?? 0n, event);
}

/** Several at once, in one statement. */
export async function emitEach(events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const lines = events.map(({ kind, actorId, articleId, subjectId, data }) => ({
    ...{ kind, actorId, articleId, subjectId },
    data: data ?? {},
  }));
  const rows = await db().$queryRaw<{ id: bigint }[]>`
    INSERT INTO "Event" ("kind", "actorId", "articleId", "subjectId", "data")
    SELECT one."kind", one."actorId", one."articleId", one."subjectId", one."data"
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS ("kind" text, "actorId" uuid, "articleId" uuid, "subjectId" uuid, "data" jsonb))
      WITH ORDINALITY AS one ("kind", "actorId", "articleId", "subjectId", "data", "at")
    ORDER BY one."at" RETURNING "id"`;
  for (const [at, event] of events.entries()) tellOnceCommitted(rows[at]?.id ?? 0n, event);
}

/**
 * The statement that writes an event and returns its `id`, for a mutation that writes it in one statement with the thing
 * itself (`from` names that statement: no event without it); `tellOnceCommitted` has to follow.
 */
export function insertion(
  { kind, actorId, articleId, subjectId, data }: NewEvent,
  from: Prisma.Sql = Prisma.empty,
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Event" ("kind", "actorId", "articleId", "subjectId", "data")
    SELECT ${kind}, ${actorId ?? null}::uuid, ${articleId ?? null}::uuid, ${subjectId ?? null}::uuid,
      ${JSON.stringify(data ?? {})}::jsonb ${from}
    RETURNING "id"`;
}

export function tellOnceCommitted(
  id: bigint,
  { kind, articleId = null, subjectId = null, data = {} }: NewEvent,
): void {
  const happening: Happening = { id: String(id), kind, articleId, subjectId, data };
  if (ambient.getStore()) afterCommit(() => tell(happening));
  else tell(happening);
}

function tell(happening: Happening): void {
  publish(happening);
  tellOthers(happening);
}

// One per process, however often a bundler copies this module.
const kept = globalThis as unknown as { obelusUntold?: Happening[]; obelusTelling?: boolean };

/** How long happenings gather before the others are told of all of them, in milliseconds. */
const GATHER = 20;

/**
 * A NOTIFY inside of each transaction would make all commits wait for each other. It follows the commits instead, many
 * at once. A process that dies in between loses no event: the others look for what they were not told of (lib/realtime).
 */
function tellOthers(happening: Happening): void {
  kept.obelusUntold ??= [];
  kept.obelusUntold.push(happening);
  if (!kept.obelusTelling) trail(tellAll());
}

async function tellAll(): Promise<void> {
  kept.obelusTelling = true;
  await wait(GATHER);
  for (let untold = takeUntold(); untold.length > 0; untold = takeUntold()) {
    try {
      const messages = toMessages(untold);
      // Not `db()`: the transaction that this follows is over.
      await prisma()
        .$executeRaw`SELECT pg_notify(${CHANNEL}, message) FROM unnest(${messages}::text[]) AS message`;
    } catch {
      // The database is away, or this process is ending. Whoever listens looks for what it was not told of.
    }
  }
  kept.obelusTelling = false;
}

function takeUntold(): Happening[] {
  const untold = kept.obelusUntold ?? [];
  kept.obelusUntold = [];
  return untold;
}
