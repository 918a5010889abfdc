import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { countHit } from '#lib/db/limits.ts';
import { cleanUp } from '#lib/flows/clean-up.ts';
import { jobHandlers } from '#lib/flows/job-handlers.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';
import { installJobs } from '#lib/jobs/install.ts';
import { QUEUE_NAMES } from '#lib/jobs/queues.ts';
import { startWorker } from '#lib/jobs/worker.ts';
import { issueMailToken } from '#lib/user/mail-token/mutations.ts';
import { startSession } from '#lib/user/session/mutations.ts';
import { workOff } from '#tests/factories/mails.ts';
import { person } from '#tests/factories/people.ts';

test('installing the queue again, and twice at once, changes nothing', async () => {
  await Promise.all([installJobs(), installJobs()]);
  const queues = await db().$queryRaw<
    { name: string }[]
  >`SELECT name FROM pgboss.queue WHERE name NOT LIKE '\\_\\_%' ORDER BY name`;
  expect(queues.map(({ name }) => name)).toEqual([...QUEUE_NAMES].sort());
});

test('two workers do a job once between them', async () => {
  const done: string[] = [];
  const counting = { ...jobHandlers, 'house.clean-up': async (_: object, id: string) => void done.push(id) };
  const workers = await Promise.all([startWorker(counting), startWorker(counting)]);
  for (let i = 0; i < 5; i += 1) await enqueue('house.clean-up', {});
  await expect.poll(() => done.length, { timeout: 15_000 }).toBe(5);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(new Set(done).size).toBe(5);
});

test('the clean-up is planned for every night, looks at articles all day', async () => {
  const planned = await db().$queryRaw<
    { name: string; cron: string }[]
  >`SELECT name, cron FROM pgboss.schedule ORDER BY name`;
  expect(planned).toEqual([
    { name: 'articles.check', cron: '*/5 * * * *' },
    { name: 'evidence.count-uses', cron: '*/2 * * * *' },
    { name: 'evidence.looks-due', cron: '*/10 * * * *' },
    { name: 'house.clean-up', cron: '23 3 * * *' },
    { name: 'labels.judge', cron: '41 3 * * *' },
    { name: 'ratings.weigh', cron: '37 * * * *' },
  ]);
});

test('a job with a payload that is none of its kind is refused at once', async () => {
  await expect(enqueue('mail.send', { to: 'x' } as never)).rejects.toThrow();
  expect(await workOff()).toBe(0);
});

test('the nightly clean-up forgets what is over and keeps the rest', async () => {
  const someone = await person();
  await db().session.deleteMany();
  for (const _ of [1, 2]) await startSession(someone.id);
  for (const purpose of ['reset', 'sign-in'] as const) await issueMailToken(purpose, someone.email);
  await countHit('now', 60);
  const past = new Date(Date.now() - 2 * 86_400_000);
  await db().rateLimit.create({ data: { key: 'old', windowStart: past } });
  for (const [key, createdAt] of [
    ['old', past],
    ['new', new Date()],
  ] as const) {
    await db().idempotencyKey.create({ data: { scope: 's', key, requestHash: 'h', createdAt } });
  }
  const [session] = await db().session.findMany();
  await db().session.update({ where: { id: session?.id ?? '' }, data: { expiresAt: past } });
  await db().mailToken.updateMany({ where: { purpose: 'reset' }, data: { expiresAt: past } });
  for (const _ of [1, 2]) await cleanUp();
  expect(await db().session.count()).toBe(1);
  expect((await db().mailToken.findMany()).map(({ purpose }) => purpose)).toEqual(['sign-in']);
  expect((await db().rateLimit.findMany()).map(({ key }) => key)).toEqual(['now']);
  expect((await db().idempotencyKey.findMany()).map(({ key }) => key)).toEqual(['new']);
});
