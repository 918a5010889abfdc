import { createHash } from 'node:crypto';
import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';

const KEPT_HEADERS = ['content-type', 'location', 'etag'];

/**
 * Runs `work` once for a key, in one transaction with the record of its answer: a repeated request gets that answer,
 * also when two arrive at the same moment (the second waits on the key) and when the process died in between (then
 * neither the work nor the record is there). An answer that is an error is not kept: trying again may succeed.
 */
export async function once(
  scope: string,
  key: string,
  request: { method: string; path: string; body: string },
  work: () => Promise<Response>,
): Promise<Response> {
  if (key.length > 200 || !/^[\x21-\x7e]+$/.test(key)) {
    throw new Problem('invalid', 'Idempotency-Key takes up to 200 visible ASCII characters.');
  }
  const hash = createHash('sha256').update(`${request.method} ${request.path}\n${request.body}`).digest('hex');
  return transaction(async () => {
    const inserted = await db().$executeRaw`
      INSERT INTO "IdempotencyKey" ("scope", "key", "requestHash") VALUES (${scope}, ${key}, ${hash})
      ON CONFLICT DO NOTHING`;
    if (inserted === 0) return replay(scope, key, hash);
    const answer = await work();
    const body = await answer.clone().text();
    await db().idempotencyKey.update({
      where: { scope_key: { scope, key } },
      data: {
        status: answer.status,
        body,
        headers: Object.fromEntries(KEPT_HEADERS.flatMap((h) => (answer.headers.has(h) ? [[h, answer.headers.get(h)]] : []))),
      },
    });
    return answer;
  });
}

async function replay(scope: string, key: string, hash: string): Promise<Response> {
  const known = await db().idempotencyKey.findUniqueOrThrow({ where: { scope_key: { scope, key } } });
  if (known.requestHash !== hash) throw new Problem('key-reused');
  if (known.status === null) throw new Problem('in-progress');
  const headers = new Headers(known.headers as Record<string, string>);
  headers.set('idempotent-replayed', 'true');
  return new Response(known.status === 204 ? null : known.body, { status: known.status, headers });
}
