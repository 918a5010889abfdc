import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiRoutes } from '#lib/http/api-routes.ts';
import { readText } from '#lib/http/body.ts';

type Context = { params: Promise<Record<string, string>> };

let left: Promise<void>;

const echo = async (request: Request, { params }: Context) =>
  Response.json({
    params: await params,
    query: new URL(request.url).search,
    body: request.body ? await readText(request) : null,
    header: request.headers.get('x-given'),
  });

const routes = new ApiRoutes([
  { path: 'api/things', module: { GET: echo, POST: echo } },
  { path: 'api/things/me', module: { GET: () => new Response('mine') } },
  { path: 'api/things/[id]', module: { GET: echo, PATCH: echo } },
  { path: 'api/things/[id]/parts/[number]', module: { GET: echo } },
  { path: 'api/large', module: { GET: () => new Response('x'.repeat(5_000)) } },
  {
    path: 'api/cookies',
    module: {
      GET: () => {
        const headers = new Headers();
        headers.append('set-cookie', 'a=1');
        headers.append('set-cookie', 'b=2');
        return new Response(null, { status: 204, headers });
      },
    },
  },
  {
    path: 'api/events',
    module: {
      GET: () => {
        let leave = () => {};
        left = new Promise((resolve) => {
          leave = resolve;
        });
        const body = new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
          cancel: () => leave(),
        });
        return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
      },
    },
  },
]);

const server = createServer(async (request, response) => {
  if (!(await routes.answer(request, response))) response.writeHead(418).end();
});
let base: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const get = (path: string, init?: RequestInit) => fetch(base + path, init);

test.each([
  ['/api/things', {}],
  ['/api/things/7', { id: '7' }],
  ['/api/things/a%20b%2Fc', { id: 'a b/c' }],
  ['/api/things/7/parts/2', { id: '7', number: '2' }],
])('%s is found', async (path, params) => {
  expect((await (await get(`${path}?x=1`)).json()) as object).toMatchObject({ params, query: '?x=1' });
});

test('what is named wins over what is a parameter', async () => {
  expect(await (await get('/api/things/me')).text()).toBe('mine');
});

test.each(['/api', '/api/nothing', '/api/things/', '/api/things/7/parts', '/api/things/%ff', '/elsewhere'])(
  '%s is left to others',
  async (path) => {
    expect((await get(path)).status).toBe(418);
  },
);

test('a body and headers come through', async () => {
  const answer = await get('/api/things/7', {
    method: 'PATCH',
    body: '{"a":"ü"}',
    headers: { 'x-given': 'yes' },
  });
  expect(await answer.json()).toMatchObject({ body: '{"a":"ü"}', header: 'yes' });
});

test('a method that a route does not take is a problem that says which it takes', async () => {
  const answer = await get('/api/things/7', { method: 'DELETE' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PATCH, HEAD, OPTIONS']);
  expect(await answer.json()).toMatchObject({ code: 'method-not-allowed' });
});

test('HEAD is GET without the body', async () => {
  const answer = await get('/api/things/me', { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test('large answers are compressed for those who can read that', async () => {
  const zipped = await get('/api/large', { headers: { 'accept-encoding': 'gzip' } });
  expect([zipped.headers.get('content-encoding'), (await zipped.text()).length]).toEqual(['gzip', 5_000]);
  const plain = await get('/api/large', { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([
    null,
    'accept-encoding',
  ]);
});

test('several cookies stay several', async () => {
  expect((await get('/api/cookies')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('a stream arrives as it is written, and its route is told when the reader leaves', async () => {
  const leaving = new AbortController();
  const answer = await get('/api/events', { signal: leaving.signal });
  const first = await answer.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toBe('data: 1\n\n');
  leaving.abort();
  await left;
});
