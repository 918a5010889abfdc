import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem } from '#lib/errors/problem.ts';
import { problemResponse } from './problems.ts';

/** Above every limit of a single address (lib/http/body.ts): an export of a blog with what JSON adds to it. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

export const announcesTooMuch = (request: IncomingMessage) =>
  Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES;

/** How long the rest of a refused body is thrown away, in milliseconds: cut off at once, a client would see a broken pipe instead of the answer. */
const LINGER = 2_000;

/** Answers 413; nothing more of the body is kept. */
export async function refuseBody(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const cut = setTimeout(() => request.destroy(), LINGER);
  request.once('close', () => clearTimeout(cut));
  request.resume();
  if (response.headersSent) return;
  const refusal = problemResponse(
    new Problem('too-large', `The body may have ${MAX_BODY_BYTES} bytes at most.`),
  );
  const body = await refusal.text();
  response.writeHead(refusal.status, Object.fromEntries(refusal.headers));
  response.end(body);
}

/** Watches a body that did not announce its length. Does not start reading: that is for whoever wants the body. */
export function boundBody(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const push = request.push.bind(request);
  let size = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    size += chunk?.byteLength ?? 0;
    if (size <= MAX_BODY_BYTES) return push(chunk, encoding);
    // The app, which waits for the end of it, is told by the connection's end.
    request.push = () => true;
    void refuseBody(request, response);
    return true;
  };
}
