import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PgBoss } from 'pg-boss';
import { env } from '#lib/env/env.ts';
import { jobHandlers } from '#lib/flows/job-handlers.ts';
import { QUEUE_NAMES, type QueueName } from '#lib/jobs/queues.ts';
import { handle } from '#lib/jobs/worker.ts';
import { listOutbox, type StoredMail } from '#lib/mail/outbox.ts';

/** Does what is queued now, as a worker would, and says how many jobs that were. */
export async function workOff(): Promise<number> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    max: 1,
    supervise: false,
    schedule: false,
    migrate: false,
    registerInstance: false,
  });
  await boss.start();
  let count = 0;
  try {
    for (const name of QUEUE_NAMES) count += await drain(boss, name);
  } finally {
    await boss.stop({ graceful: false });
  }
  return count;
}

async function drain(boss: PgBoss, name: QueueName): Promise<number> {
  for (let count = 0; ; count += 1) {
    const [job] = await boss.fetch(name);
    if (!job) return count;
    await handle(name, jobHandlers, job.id, job.data);
    await boss.complete(name, job.id);
  }
}

/** The mails that were written to somebody, oldest first, after everything queued was done. */
export async function mailsTo(address: string): Promise<StoredMail[]> {
  await workOff();
  const mails = await listOutbox();
  return mails.filter(({ to }) => to === address).reverse();
}

/** The files of the outbox as they lie there. */
export function outboxFiles(): string[] {
  return readdirSync(path.join(env().data, 'outbox')).map((name) =>
    readFileSync(path.join(env().data, 'outbox', name), 'utf8'),
  );
}

/** The link in a mail, as a path of this site with its query. */
export function linkIn(mail: StoredMail | undefined): URL {
  const link = /^https?:\/\/\S+$/m.exec(mail?.text ?? '')?.[0];
  if (!link) throw new Error(`no link in ${mail?.text ?? 'a mail that was not sent'}`);
  return new URL(link);
}
