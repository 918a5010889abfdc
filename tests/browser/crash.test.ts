import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, obelus, startInstallation } from '#tests/setup/installation.ts';
import { freePort } from '#tests/setup/server.ts';

const data = mkdtempSync(path.join(tmpdir(), 'obelus crash '));
let port: number;
let running: Installation;
let token: string;
let annotationId: string;

const api = (method: string, address: string, body?: object) =>
  fetch(`${running.url}${address}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

beforeAll(async () => {
  port = await freePort();
  running = await startInstallation(data, port);
  token = await obelus(data, port, 'token', 'create', '--user', 'admin@example.org');
  const text = 'The lighthouse was lit in 1783. It burned whale oil.\n\nIt went dark in 1944.';
  const article = await (
    await api('POST', '/api/articles', { text, title: 'The lighthouse', lang: 'en' })
  ).json();
  const target = { exact: 'lit in 1783' };
  const made = await api('POST', `/api/articles/${article.id}/annotations`, { kind: 'claim', target });
  annotationId = (await made.json()).id;
}, 120_000);

afterAll(async () => {
  running.process.kill('SIGTERM');
  await running.ended;
  rmSync(data, { recursive: true, force: true });
});

/** Four people write without a pause until `stop`; returns the ids of what was acknowledged. */
function writeOn() {
  const acknowledged: string[] = [];
  let going = true;
  const writer = async (name: number) => {
    for (let n = 0; going; n += 1) {
      try {
        const answer = await api('POST', `/api/annotations/${annotationId}/comments`, {
          text: `Writer ${name}, ${n}.`,
        });
        if (answer.status === 201) acknowledged.push((await answer.json()).id);
      } catch {
        // The connection was cut: this one was not acknowledged.
        return;
      }
    }
  };
  const done = Promise.all([1, 2, 3, 4].map(writer));
  const stop = async () => {
    going = false;
    await done;
  };
  return { acknowledged, stop };
}

async function stored(): Promise<Set<string>> {
  const found = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) });
    const answer = await api('GET', `/api/annotations/${annotationId}/comments?${query}`);
    const { items, nextCursor } = (await answer.json()) as {
      items: { id: string }[];
      nextCursor: string | null;
    };
    for (const { id } of items) found.add(id);
    cursor = nextCursor;
  }
  return found;
}

const victims: [string, (installation: Installation) => number[]][] = [
  ['the server', ({ server }) => [server]],
  ['the server and the database', ({ server, database }) => [server, database]],
  ['everything', ({ process, server, database }) => [process.pid as number, server, database]],
];

test.each(victims)('kill -9 of %s under writes loses nothing acknowledged', async (_, pids) => {
  const { acknowledged, stop } = writeOn();
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(30);
  for (const pid of pids(running)) process.kill(pid, 'SIGKILL');
  await stop();
  await running.ended;
  running = await startInstallation(data, port);
  const found = await stored();
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
});

test('kill -9 of the database alone: it is started again under the running server, and nothing is lost', async () => {
  const { acknowledged, stop } = writeOn();
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(30);
  process.kill(running.database, 'SIGKILL');
  const before = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before + 10);
  await stop();
  const found = await stored();
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
});

test('SIGTERM stops the server and the database, with exit code 0', async () => {
  running.process.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  expect(existsSync(`/proc/${running.server}`)).toBe(false);
  expect(existsSync(`/proc/${running.database}`)).toBe(false);
  running = await startInstallation(data, port);
});
