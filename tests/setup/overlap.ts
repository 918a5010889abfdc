// Requests that overlap, by the database itself: nothing here depends on who is fast.
import { setTimeout as wait } from 'node:timers/promises';
import { ambient } from '#lib/db/ambient.ts';
import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';

/** What comes of `second` while `first` stands in an open transaction, which commits once the other waits for it. */
export async function whileOpen<T>(first: () => Promise<unknown>, second: () => Promise<T>): Promise<T> {
  let started: Promise<T> | undefined;
  await transaction(async () => {
    await first();
    // Outside of this transaction: what it waits for is the lock.
    started = ambient.exit(second);
    started.catch(() => {});
    await ambient.exit(() => untilWaiting(1));
  });
  return started as Promise<T>;
}

/**
 * What comes of two requests that both had come in before either could decide: the comment is held until they wait for
 * it, in the order that is asked for.
 */
export async function bothBehind<T>(
  id: string,
  here: () => Promise<T>,
  there: () => Promise<T>,
  thereFirst: boolean,
): Promise<[T, T]> {
  const started: Promise<T>[] = [];
  await transaction(async () => {
    await db().$executeRaw`SELECT 1 FROM "Comment" WHERE "id" = ${id}::uuid FOR UPDATE`;
    await ambient.exit(async () => {
      for (const send of thereFirst ? [there, here] : [here, there]) {
        started.push(send());
        await untilWaiting(started.length);
      }
    });
  });
  const [first, second] = (await Promise.all(started)) as [T, T];
  return thereFirst ? [second, first] : [first, second];
}

async function untilWaiting(many: number): Promise<void> {
  for (;;) {
    const [row] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS "n" FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if ((row?.n ?? 0) >= many) return;
    await wait(5);
  }
}
