import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Body, FinishedPage } from './finish.ts';

/** A name in Accept-Encoding that is not refused with a weight of 0. */
const BROTLI = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/;
const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/;

/** Answers with a finished page, or with word that the client has it already. */
export async function sendFinished(
  page: FinishedPage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers } = request;
  const known = headers['if-none-match'];
  if (known !== undefined && (known === '*' || known.includes(page.etag.slice(2)))) {
    response.writeHead(304, page.headers).end();
    return;
  }
  const accepted = headers['accept-encoding'] ?? '';
  const body = BROTLI.test(accepted) ? page.brotli : GZIP.test(accepted) ? page.gzip : await plain(page);
  response.writeHead(200, body.headers);
  if (request.method === 'HEAD') response.end();
  else response.end(body.bytes);
}

const unpack = promisify(gunzip);

async function plain({ headers, gzip }: FinishedPage): Promise<Body> {
  const bytes = await unpack(gzip.bytes);
  return { bytes, headers: [...headers, 'content-length', String(bytes.length)] };
}
