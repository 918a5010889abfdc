import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import { duplexPair } from 'node:stream';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** All of an answer. */
export interface Captured {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A render that takes longer is given up, in milliseconds: those who wait for it are not held for ever. */
const LONGEST = 30_000;

/**
 * Asks a handler for a page as a client would, over HTTP but without the network, and with no headers but the given ones.
 * Nobody can hang up on it.
 */
export function inMemory(
  handler: Handler,
): (path: string, headers: OutgoingHttpHeaders) => Promise<Captured> {
  const server = createServer((asked, response) => {
    handler(asked, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  return (path, headers) =>
    new Promise((resolve, reject) => {
      const [ours, theirs] = duplexPair();
      server.emit('connection', theirs);
      const asked = request({
        path,
        headers: { ...headers, connection: 'close' },
        createConnection: () => ours,
      });
      const late = setTimeout(() => asked.destroy(new Error(`${path} took too long to render`)), LONGEST);
      asked.once('error', reject);
      asked.once('close', () => {
        clearTimeout(late);
        theirs.destroy();
      });
      asked.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 500,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      asked.end();
    });
}
