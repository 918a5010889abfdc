import { createHash } from 'node:crypto';
import { type KeptAnswer, once } from '#lib/db/once.ts';
import { Problem } from '#lib/errors/problem.ts';

const KEPT_HEADERS = ['content-type', 'location', 'etag'];

/** Answers a request that carries an Idempotency-Key: the work is done once, its answer given as often as asked. */
export async function answerOnce(
  scope: string,
  key: string,
  request: { method: string; path: string; body: string },
  work: () => Promise<Response>,
): Promise<Response> {
  if (key.length > 200 || !/^[\x21-\x7e]+$/.test(key)) {
    throw new Problem('invalid', 'Idempotency-Key takes up to 200 visible ASCII characters.');
  }
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.path}\n${request.body}`)
    .digest('hex');
  // The first answer goes out as it was made: it may set a cookie, which is not kept for a repetition.
  let first: Response | null = null;
  const { answer } = await once({ scope, key, requestHash }, async () => {
    first = await work();
    return kept(first.clone());
  });
  return first ?? replayed(answer);
}

async function kept(response: Response): Promise<KeptAnswer> {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { status: response.status, headers: Object.fromEntries(headers), body: await response.text() };
}

function replayed({ status, headers, body }: KeptAnswer): Response {
  const marked = new Headers({
    ...headers,
    'idempotent-replayed': 'true',
    'cache-control': 'private, no-cache',
  });
  return new Response(body === '' ? null : body, { status, headers: marked });
}
