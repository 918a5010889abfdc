import { type Clock, PgBoss, systemClock } from 'pg-boss';
import { ambient } from '#lib/db/ambient.ts';
import { db } from '#lib/db/client.ts';
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

/** The queue for putting jobs in. Its statements run wherever `db()` points: in the open transaction, if there is one. */
function queue(): Promise<PgBoss> {
  kept.obelusQueue ??= ambient.exit(async () => {
    const boss = new PgBoss({
      db: { executeSql: async (text, values = []) => ({ rows: await db().$queryRawUnsafe(text, ...values) }) },
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
  await boss.send(name, QUEUES[name].payload.parse(payload));
}
