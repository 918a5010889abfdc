import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll } from 'vitest';

/** What most of its addresses hold. */
export const PAGE = '<!doctype html><title>Tea</title><p>Tea was known in Europe by 1610.';
const HTML = { 'content-type': 'text/html; charset=utf-8' };

const paths: Record<string, RequestListener> = {
  '/page': (_, answer) => answer.writeHead(200, HTML).end(PAGE),
  '/plain': (_, answer) => answer.writeHead(200, { 'content-type': 'text/plain' }).end('words'),
  '/untyped': (_, answer) => answer.writeHead(200).end(PAGE),
  '/untyped-binary': (_, answer) => answer.writeHead(200).end(Buffer.from([0, 1, 2, 3])),
  '/picture': (_, answer) => answer.writeHead(200, { 'content-type': 'image/png' }).end('png'),
  '/latin1': (_, answer) => {
    answer
      .writeHead(200, { 'content-type': 'text/html; charset="iso-8859-1"' })
      .end(Buffer.from('<p>Köln', 'latin1'));
  },
  '/moved-page': (_, answer) =>
    answer
      .writeHead(200, { ...HTML, etag: '"moved"' })
      .end('<title>Moved</title><meta http-equiv="Refresh" content="0; url=\'/page#top\'"><p>Moved.'),
  '/moved-twice': (_, answer) =>
    answer.writeHead(200, HTML).end('<meta http-equiv=refresh content="3;URL=/moved-page">'),
  '/moved-inside': (_, answer) =>
    answer
      .writeHead(200, HTML)
      .end('<meta http-equiv="refresh" content="0; url=http://169.254.169.254/latest/meta-data/">'),
  '/moved-away': (_, answer) =>
    answer.writeHead(200, HTML).end('<meta http-equiv="refresh" content="0; url=/gone">'),
  '/gone': (_, answer) => answer.writeHead(410).end(),
  '/broken-server': (_, answer) => answer.writeHead(503).end(),
  '/silent': () => {},
  '/dripping': (_, answer) => {
    answer.writeHead(200, HTML).write('<p>');
    const drip = setInterval(() => answer.write('.'), 20);
    answer.on('close', () => clearInterval(drip));
  },
  '/promised-too-large': (_, answer) =>
    answer.writeHead(200, { ...HTML, 'content-length': 99_999_999 }).end(),
  '/endless': (_, answer) => {
    answer.writeHead(200, HTML);
    const more = () => {
      while (!answer.destroyed && answer.write('x'.repeat(65_536)));
    };
    answer.on('drain', more);
    more();
  },
  '/cut-off': (_, answer) => {
    answer.writeHead(200, { ...HTML, 'content-length': 1000 });
    answer.write('<p>only', () => answer.destroy());
  },
  '/gzip': (_, answer) => answer.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
  '/br': (_, answer) =>
    answer.writeHead(200, { ...HTML, 'content-encoding': 'br' }).end(brotliCompressSync(PAGE)),
  '/deflate': (_, answer) =>
    answer.writeHead(200, { ...HTML, 'content-encoding': 'deflate' }).end(deflateSync(PAGE)),
  '/raw-deflate': (_, answer) => {
    answer.writeHead(200, { ...HTML, 'content-encoding': 'deflate' }).end(deflateRawSync(PAGE));
  },
  '/both': (_, answer) => {
    answer
      .writeHead(200, { ...HTML, 'content-encoding': 'gzip, br' })
      .end(brotliCompressSync(gzipSync(PAGE)));
  },
  '/unknown-encoding': (_, answer) =>
    answer.writeHead(200, { ...HTML, 'content-encoding': 'snappy' }).end(PAGE),
  '/broken-gzip': (_, answer) =>
    answer.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('not gzip at all'),
  '/gzip-bomb': (_, answer) => {
    answer
      .writeHead(200, { ...HTML, 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(16 * 1024 * 1024)));
  },
  '/br-bomb': (_, answer) => {
    answer.writeHead(200, { ...HTML, 'content-encoding': 'br' }).end(
      brotliCompressSync(Buffer.alloc(16 * 1024 * 1024), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
      }),
    );
  },
  '/relative': (_, answer) => answer.writeHead(302, { location: 'page?from=relative#part' }).end(),
  '/nowhere': (_, answer) => answer.writeHead(302).end(),
  '/loop': (_, answer) => answer.writeHead(301, { location: '/loop' }).end(),
  '/to-file': (_, answer) => answer.writeHead(301, { location: 'file:///etc/passwd' }).end(),
  '/to-metadata': (_, answer) => answer.writeHead(307, { location: 'http://169.254.169.254/latest/' }).end(),
  '/to-private-name': (_, answer) => answer.writeHead(308, { location: 'http://inside.example/' }).end(),
};

/** There once `playOddSite` was called. */
export let origin: string;
let server: Server;

/** What was asked for since a test emptied it. */
export const seen: { path: string; headers: Record<string, unknown> }[] = [];

/** For a file of tests: a site on loopback that answers in every way that a server may, and in some that it may not. */
export function playOddSite(): void {
  beforeAll(async () => {
    server = createServer((request, answer) => {
      const path = new URL(request.url ?? '', 'http://x').pathname;
      seen.push({ path, headers: request.headers });
      const steps = /^\/steps\/(\d+)$/.exec(path)?.[1];
      if (steps)
        answer.writeHead(302, { location: steps === '1' ? '/page' : `/steps/${Number(steps) - 1}` }).end();
      else if (paths[path]) paths[path](request, answer);
      else answer.writeHead(404, HTML).end('<p>no such page');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
}
