import { Problem } from '#lib/errors/problem.ts';
import { readJson, readText } from '../body.ts';

/** Bytes. Addresses, passwords and tokens. */
const MAX_BYTES = 16 * 1024;

/** What a form sent, as JSON or as browsers do by themselves: names and words. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return Object.fromEntries(new URLSearchParams(await readText(request, MAX_BYTES)));
  }
  const body = await readJson(request, MAX_BYTES);
  if (typeof body !== 'object' || body === null)
    throw new Problem('bad-request', 'The body has to be an object.');
  const words = Object.entries(body).filter(([, value]) =>
    ['string', 'boolean', 'number'].includes(typeof value),
  );
  return Object.fromEntries(words.map(([name, value]) => [name, String(value)]));
}
