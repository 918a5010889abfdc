import { PgBoss } from 'pg-boss';
import { env } from '#lib/env/env.ts';
import { type JobHandlers, QUEUE_NAMES, QUEUES, type QueueDefinition, type QueueName } from './queues.ts';

interface RunningWorker {
  /** Takes no more jobs, and lets those that run end (bounded). */
  stop(): Promise<void>;
}

/** In milliseconds. A job that is cut off is done again by the next worker. */
const LONGEST_STOP = 3_000;

/** Does what is queued, in this process, until it is stopped. The queues are there: see `installJobs`. */
export async function startWorker(handlers: JobHandlers): Promise<RunningWorker> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    max: 4,
    application_name: 'obelus jobs',
    migrate: false,
  });
  boss.on('error', console.error);
  boss.on('warning', (warning) => console.warn(warning.message));
  await boss.start();
  for (const name of QUEUE_NAMES) await takeUp(boss, name, handlers);
  return { stop: () => boss.stop({ graceful: true, timeout: LONGEST_STOP }) };
}

async function takeUp<N extends QueueName>(boss: PgBoss, name: N, handlers: JobHandlers) {
  const definition: QueueDefinition = QUEUES[name];
  await boss.work<object>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { id, data } of jobs) await handle(name, handlers, id, data);
  });
  if (definition.cron) await boss.schedule(name, definition.cron, {});
}

/** One job, by its handler. */
export async function handle<N extends QueueName>(name: N, handlers: JobHandlers, id: string, data: unknown) {
  await handlers[name](QUEUES[name].payload.parse(data ?? {}) as never, id);
}
