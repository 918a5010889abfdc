import type pg from 'pg';
import { type JobInsert, PgBoss } from 'pg-boss';
import { QUEUE_NAMES } from './queues.ts';

/** What was ordered and not done: independent of how the queue of that time kept it. */
export interface WaitingJob {
  /** Kept: a mail that is sent twice bears the same Message-ID. */
  id: string;
  queue: string;
  data: object | null;
  priority: number;
  singletonKey: string | null;
  /** When it may begin, and when it is too late. */
  startAfter: string;
  keepUntil: string;
}

const BATCH = 500;

/**
 * The jobs that wait, that failed and are to be tried again, or that are being done: whoever does them may be gone.
 * Read in the open transaction of `client`, a batch at a time.
 */
export async function* listWaitingJobs(client: pg.Client): AsyncGenerator<WaitingJob> {
  const { rows: found } = await client.query(`SELECT to_regclass('pgboss.job') AS name`);
  if (found[0].name === null) return;
  await client.query(
    `DECLARE waiting_jobs NO SCROLL CURSOR FOR
     SELECT json_build_object('id', id, 'queue', name, 'data', data, 'priority', priority,
       'singletonKey', singleton_key, 'startAfter', start_after, 'keepUntil', keep_until) AS job
     FROM pgboss.job
     WHERE state IN ('created', 'retry', 'active') AND keep_until > now() AND name NOT LIKE '\\_\\_%'
     ORDER BY created_on, id`,
  );
  for (;;) {
    const { rows } = await client.query<{ job: WaitingJob }>(`FETCH ${BATCH} FROM waiting_jobs`);
    if (rows.length === 0) break;
    for (const { job } of rows) yield job;
  }
  await client.query('CLOSE waiting_jobs');
}

/**
 * Queues jobs of a backup again, in the open transaction of `client`. The queue is there: see `installJobs`. Left
 * out are those that are too late by now, and those of queues that there no longer are.
 */
export async function queueAgain(
  client: pg.Client,
  databaseUrl: string,
  jobs: AsyncIterable<WaitingJob>,
): Promise<{ queued: number; leftOut: number }> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', console.error);
  await boss.start();
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
  const counts = { queued: 0, leftOut: 0 };
  try {
    for await (const batch of batchesOf(jobs)) {
      for (const queue of QUEUE_NAMES) {
        const due = batch.filter((job) => job.queue === queue && Date.parse(job.keepUntil) > Date.now());
        if (due.length > 0) await boss.insert(queue, due.map(asOrdered), { db });
        counts.queued += due.length;
        counts.leftOut -= due.length;
      }
      counts.leftOut += batch.length;
    }
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
  return counts;
}

const asOrdered = ({ id, data, priority, singletonKey, startAfter }: WaitingJob): JobInsert => ({
  id,
  priority,
  startAfter,
  ...(data === null ? {} : { data }),
  ...(singletonKey === null ? {} : { singletonKey }),
});

async function* batchesOf<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
