import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { fetchFailed } from './failures.ts';

/** What is asked for in Accept-Encoding. */
export const ENCODINGS = 'gzip, br, deflate';

/** Two in a row are lawful and never seen; more are an attack. */
const ENCODINGS_MAX = 2;

/**
 * The decoded bytes of an answer. They are counted as they come and as they are decoded: an answer that grows over
 * `maxBytes` is cut off there, whatever its header promised. Throws `fetch-failed` (too-large), or the stream's error.
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => fetchFailed('too-large', `The page is larger than ${size(maxBytes)}.`);
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const over = Promise.withResolvers<never>();
  const counted = () => {
    let bytes = 0;
    return new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.byteLength;
        if (bytes <= maxBytes) return done(null, chunk);
        const problem = tooLarge();
        over.reject(problem);
        done(problem);
      },
    });
  };
  const chunks: Buffer[] = [];
  const collected = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  const done = pipeline([response, counted(), ...(await decodersFor(response)), counted(), collected]);
  // An answer of which more is to come does not always close when it is cut off; nobody waits for that.
  await Promise.race([over.promise, done]);
  return Buffer.concat(chunks);
}

async function decodersFor(response: IncomingMessage) {
  const names = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > ENCODINGS_MAX) throw unknownEncoding(names.join(', '));
  // The last one named was laid on last.
  const decoders: Transform[] = [];
  for (const name of names.reverse()) {
    if (name === 'gzip' || name === 'x-gzip') decoders.push(createGunzip());
    else if (name === 'br') decoders.push(createBrotliDecompress());
    else if (name === 'deflate' && names.length === 1) decoders.push(await inflaterFor(response));
    else throw unknownEncoding(name);
  }
  return decoders;
}

/** "deflate" means zlib's format; some servers send the bare stream, and browsers read it. */
async function inflaterFor(response: IncomingMessage) {
  let first: Buffer | null = response.read();
  if (!first && !response.readableEnded) {
    await once(response, 'readable');
    first = response.read();
  }
  if (first) response.unshift(first);
  const zlibFormat = ((first?.[0] ?? 0) & 0x0f) === 8;
  return zlibFormat ? createInflate() : createInflateRaw();
}

function unknownEncoding(name: string) {
  return fetchFailed('broken', `The page is packed in a way that is not understood (${name.slice(0, 40)}).`);
}

function size(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${bytes} bytes`;
}
