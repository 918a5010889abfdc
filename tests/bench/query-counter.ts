import type { AddressInfo } from 'node:net';
import { connect as connectTo, createServer, type Socket } from 'node:net';

/** Stands between a server and its PostgreSQL, and counts what is asked. */
export interface QueryCounter {
  /** To be used in place of the database's own address. */
  url: string;
  /** Statements executed since the beginning. */
  readonly queries: number;
  stop(): Promise<void>;
}

/** The first message of a connection has no type; see "Message Formats" in PostgreSQL's manual. */
const STARTUP = 0;
const EXECUTE = 'E'.charCodeAt(0);
const SIMPLE_QUERY = 'Q'.charCodeAt(0);

/** `databaseUrl` as `serverEnvironment` has it: a socket's folder in `?host=`, or host and port. */
export async function countQueries(databaseUrl: string): Promise<QueryCounter> {
  const target = new URL(databaseUrl);
  const folder = target.searchParams.get('host');
  const port = Number(target.port || 5432);
  let queries = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = folder ? connectTo(`${folder}/.s.PGSQL.${port}`) : connectTo(port, target.hostname);
    const count = messageReader((type) => {
      if (type === EXECUTE || type === SIMPLE_QUERY) queries += 1;
    });
    client.on('data', count);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.searchParams.delete('host');
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    get queries() {
      return queries;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Tells the type of each message in a stream of bytes, however that is cut. */
function messageReader(tell: (type: number) => void): (chunk: Buffer) => void {
  let kept: Buffer = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    for (;;) {
      const head = started ? 1 : STARTUP;
      if (kept.length < head + 4) return;
      const end = head + kept.readInt32BE(head);
      if (kept.length < end) return;
      if (started) tell(kept[0] ?? 0);
      started = true;
      kept = kept.subarray(end);
    }
  };
}
