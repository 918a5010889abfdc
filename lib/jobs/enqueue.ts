import pg from 'pg';
import { type Clock, fromPrisma, PgBoss, systemClock } from 'pg-boss';
import { ambient } from '#lib/db/ambient.ts';
import { db } from '#lib/db/client.ts';
import { env } from '#lib/env/env.ts';
import { type Payload, QUEUES, type QueueName } from './queues.ts';

/** Its timers must not keep a command alive that has done its work. */
const restlessClock: Clock = {
  ...systemClock,
  setTimeout: (...given) => loose(systemClock.setTimeout(...given)),
  setInterval: (...given) => loose(systemClock.setInterval(...given)),
};

function loose<T>(timer: T): T {
  (timer as { unref?: () => void }).unref?.();
  return timer;
}

// One per process, however often a bundler copies this module.
const kept = globalThis as unknown as { obelusQueue?: Promise<PgBoss> };

/** What it asks on its own account, which queues there are, it asks seldom: for that a connection is opened and closed. */
async function executeSql(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: env().databaseUrl, application_name: 'obelus jobs' });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** The queue, for putting jobs in. */
function queue(): Promise<PgBoss> {
  kept.obelusQueue ??= ambient.exit(async () => {
    const boss = new PgBoss({
      db: { executeSql },
      queueCacheIntervalSeconds: 3600,
      clock: restlessClock,
      migrate: false,
      supervise: false,
      schedule: false,
      registerInstance: false,
    });
    boss.on('error', console.error);
    return boss.start();
  });
  kept.obelusQueue.catch(() => {
    kept.obelusQueue = undefined;
  });
  return kept.obelusQueue;
}

/** Has something done later. Inside a transaction it is done only if that commits, and not before. */
export async function enqueue<N extends QueueName>(name: N, payload: Payload<N>): Promise<void> {
  const boss = await queue();
  await boss.send(name, QUEUES[name].payload.parse(payload), { db: fromPrisma(db()) });
}

/**
 * The same for what one run does for all that asked: at most once in so many seconds, however often it is asked for. Who
 * asks after a run began gets the next one.
 */
export async function enqueueOnceIn<N extends QueueName>(
  seconds: number,
  name: N,
  payload: Payload<N>,
): Promise<void> {
  const boss = await queue();
  await boss.send(name, QUEUES[name].payload.parse(payload), {
    db: fromPrisma(db()),
    singletonSeconds: seconds,
    singletonNextSlot: true,
  });
}
