import { type IncomingMessage, request } from 'node:http';
import { expect, inject, test } from 'vitest';
import { MAX_BODY_BYTES } from '#lib/http/body-limit.ts';
import { news } from '#tests/setup/annotating.ts';
import { rawRequest } from '#tests/setup/answers.ts';
import { freePort, startServer } from '#tests/setup/server.ts';

const start = (environment?: Record<string, string>) => startServer(inject('postgresUrl'), environment);

test('every page that Next answers carries the policy, with a nonce of its own that the scripts bear', async () => {
  const server = await start();
  try {
    const page = `${server.url}/sign-in`;
    const pages = await Promise.all([rawRequest(page), rawRequest(page)]);
    const nonces = pages.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
    );
    expect(new Set(nonces).size).toBe(2);
    for (const [n, answer] of pages.entries()) {
      const body = String(answer.body);
      const scripts = body.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonces[n]}"`);
      expect(body).not.toMatch(/<[^>]+\sstyle=/);
    }
    expect(pages[0]?.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(pages[0]?.headers).not.toHaveProperty('x-powered-by');
  } finally {
    await server.stop();
  }
});

test('an address that is none is answered as such, by pages and by the API', async () => {
  const server = await start();
  try {
    const nowhere = ['/articles/%00', '/articles/%E0%A4%A', '/people/%00'];
    for (const path of [...nowhere, '/api/articles/%00/comments', '/api/articles/%E0%A4%A'])
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 404]);
    const named = await fetch(`${server.url}/api/moderation/log?moderator=%00`);
    expect(named.status).toBe(422);
    expect((await fetch(`${server.url}/log?moderator=%00`)).status).toBeLessThan(500);
  } finally {
    await server.stop();
  }
});

test('a body over the limit is refused, announced or not', async () => {
  const server = await start();
  const body = Buffer.alloc(MAX_BODY_BYTES + 1, 'x');
  const json = { 'content-type': 'application/json' };
  try {
    for (const headers of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }]) {
      const answer = await rawRequest(`${server.url}/api/users`, {
        method: 'POST',
        headers: { ...headers, ...json },
        body,
      });
      expect(answer.status).toBe(413);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(JSON.parse(String(answer.body))).toMatchObject({ code: 'too-large', status: 413 });
    }
    expect((await rawRequest(`${server.url}/healthz`)).status).toBe(200);
  } finally {
    await server.stop();
  }
});

test('SIGTERM ends it within five seconds, with code 0, while somebody holds a connection open', async () => {
  const server = await start();
  // Half a request, and then silence.
  const held = request(`${server.url}/api/articles`, {
    method: 'POST',
    headers: { 'content-length': '1000' },
  });
  held.on('error', () => {});
  await new Promise((resolve) => {
    held.once('socket', (socket) => socket.once('connect', resolve));
    held.write('x');
  });
  const begin = performance.now();
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(performance.now() - begin).toBeLessThan(5_000);
  await server.stop();
});

test('SIGTERM ends it as soon and as well while browsers listen to what happens', async () => {
  const server = await start();
  try {
    const { slug } = await news(server);
    const ended: Promise<unknown>[] = [];
    for (let n = 0; n < 3; n += 1) {
      const stream = await openStream(`${server.url}/api/articles/${slug}/events`);
      ended.push(new Promise((resolve) => stream.once('close', resolve)));
    }
    // A page that is kept, and an idle connection, beside them.
    expect((await fetch(`${server.url}/articles/${slug}`)).status).toBe(200);
    const begin = performance.now();
    const exit = new Promise((resolve) => server.child.once('exit', resolve));
    server.child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(performance.now() - begin).toBeLessThan(5_000);
    await Promise.all(ended);
  } finally {
    await server.stop();
  }
});

/** Resolves once the stream has said something. */
function openStream(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { accept: 'text/event-stream' } }, (response) => {
      expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
      response.on('error', () => {});
      response.once('data', () => resolve(response));
    });
    asked.once('error', reject);
    asked.end();
  });
}

test('it ends by itself when whoever started it is gone', async () => {
  const server = await start();
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.disconnect();
  expect(await ended).toBe(0);
  await server.stop();
});

test('a taken port is said in words', async () => {
  const port = String(await freePort());
  const first = await start({ PORT: port });
  try {
    await expect(start({ PORT: port })).rejects.toThrow(/port is taken/i);
  } finally {
    await first.stop();
  }
});

test('a wrong setting is named', async () => {
  await expect(start({ OBELUS_WORKER: 'perhaps' })).rejects.toThrow(/OBELUS_WORKER/);
});
