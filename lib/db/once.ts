import { Problem } from '#lib/errors/problem.ts';
import { db } from './client.ts';
import { transaction } from './transaction.ts';

/** An answer as it is kept. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Runs `work` once for a key, in one transaction with the record of its answer: a repeated request gets that answer,
 * also when two arrive at the same moment (the second waits on the key) and when the process died in between (then
 * neither the work nor the record is there). What throws is not kept: trying again may succeed. Throws `key-reused`
 * when the key was used with another `requestHash`.
 */
export async function once(
  { scope, key, requestHash }: { scope: string; key: string; requestHash: string },
  work: () => Promise<KeptAnswer>,
): Promise<{ answer: KeptAnswer; replayed: boolean }> {
  return transaction(async () => {
    const inserted = await db().$executeRaw`
      INSERT INTO "IdempotencyKey" ("scope", "key", "requestHash") VALUES (${scope}, ${key}, ${requestHash})
      ON CONFLICT DO NOTHING`;
    if (inserted === 0) return { answer: await recorded(scope, key, requestHash), replayed: true };
    const answer = await work();
    await db().idempotencyKey.update({ where: { scope_key: { scope, key } }, data: answer });
    return { answer, replayed: false };
  });
}

async function recorded(scope: string, key: string, requestHash: string): Promise<KeptAnswer> {
  const known = await db().idempotencyKey.findUniqueOrThrow({ where: { scope_key: { scope, key } } });
  if (known.requestHash !== requestHash) throw new Problem('key-reused');
  if (known.status === null) throw new Problem('in-progress');
  return { status: known.status, headers: known.headers as Record<string, string>, body: known.body ?? '' };
}
