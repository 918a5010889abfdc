import { Problem } from '#lib/errors/problem.ts';
import type { Incoming } from './exchange.ts';

const DEFAULT_MAX_BYTES = 256 * 1024;

/** The JSON in a request. A body over its limit is refused unread, by its header or at the byte where it passes. */
export async function readJson(
  request: Pick<Incoming, 'headers' | 'body'>,
  maxBytes = DEFAULT_MAX_BYTES,
): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) {
    throw new Problem('unsupported-media-type', 'The body has to be application/json.');
  }
  const bytes = await readBytes(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new Problem('bad-request', 'The body is not well-formed JSON in UTF-8.', { cause });
  }
}

/** The body as text, of whatever type. */
export async function readText(
  request: Pick<Incoming, 'headers' | 'body'>,
  maxBytes = DEFAULT_MAX_BYTES,
): Promise<string> {
  return new TextDecoder().decode(await readBytes(request, maxBytes));
}

async function readBytes(request: Pick<Incoming, 'headers' | 'body'>, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new Problem('too-large', `The body may have ${maxBytes} bytes at most.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
