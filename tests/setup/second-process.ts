// The other server process of a test: takes requests of the contract over the channel that `fork` opens and sends them
// through their routes, with a connection pool and a hub of its own.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#lib/env/project-root.ts';

export interface Order {
  n: number;
  /** From the root of the project. */
  route: string;
  url: string;
  cookie: string;
  body: unknown;
}

export interface Done {
  n: number;
  status: number;
  body: { code?: string };
}

process.on('message', async ({ n, route, url, cookie, body }: Order) => {
  const { POST } = await import(pathToFileURL(path.join(projectRoot, route)).href);
  const headers = {
    host: new URL(url).host,
    origin: new URL(url).origin,
    cookie,
    'content-type': 'application/json',
    'x-obelus-address': '192.0.2.2',
  };
  const response: Response = await POST(
    new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
    {},
  );
  process.send?.({ n, status: response.status, body: await response.json() } satisfies Done);
});
