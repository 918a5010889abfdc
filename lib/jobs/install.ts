import { PgBoss } from 'pg-boss';
import { env } from '#lib/env/env.ts';
import { QUEUE_NAMES, QUEUES } from './queues.ts';

/**
 * Makes the queue's own tables, or brings them up to date, and the queues in them. To be called after the migrations;
 * safe when several processes do it at once.
 */
export async function installJobs(databaseUrl = env().databaseUrl): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => {});
  try {
    await boss.start();
    for (const name of QUEUE_NAMES) {
      const { options } = QUEUES[name];
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
}
