import { ambient } from './ambient.ts';
import { type Db, prisma } from './client.ts';

const MAX_WAIT_MS = 5_000;
const TIMEOUT_MS = 20_000;

/**
 * Runs `work` in one transaction, or joins the one that is open: a flow opens it and the rooms' mutations take part.
 * Everything that `db()` does meanwhile belongs to it. `timeout` in milliseconds, for work that nobody else waits for.
 */
export async function transaction<T>(
  work: (tx: Db) => Promise<T>,
  { timeout = TIMEOUT_MS }: { timeout?: number } = {},
): Promise<T> {
  const open = ambient.getStore();
  if (open) return work(open.tx);
  const afterCommit: (() => void | Promise<void>)[] = [];
  const result = await prisma().$transaction((tx) => ambient.run({ tx, afterCommit }, () => work(tx)), {
    maxWait: MAX_WAIT_MS,
    timeout,
  });
  for (const follow of afterCommit) await follow();
  return result;
}

/** Runs `follow` once the transaction that is open has committed, and never if it does not. */
export function afterCommit(follow: () => void | Promise<void>) {
  const open = ambient.getStore();
  if (!open) throw new Error('afterCommit outside of a transaction');
  open.afterCommit.push(follow);
}
