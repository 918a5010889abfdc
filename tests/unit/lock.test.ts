import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireLock, holderOf } from '#lib/db/lock.mjs';
import { projectRoot } from '#lib/env/project-root.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'obelus-lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Takes the lock in a process of its own, which then waits. */
async function elsewhere(what: string) {
  const module = path.join(projectRoot, 'lib', 'db', 'lock.mjs');
  const script = `import { acquireLock } from ${JSON.stringify(module)};
    const { lock } = acquireLock(${JSON.stringify(file)}, ${JSON.stringify(what)});
    console.log(lock ? 'mine' : 'taken');
    setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const answer = await new Promise((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  const kill = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  return { answer, kill, pid: child.pid };
}

test('the second is told who has it', async () => {
  const first = await elsewhere('the server');
  expect(acquireLock(file, 'a command')).toEqual({
    holder: expect.objectContaining({ pid: first.pid, what: 'the server' }),
    lock: null,
  });
  await first.kill();
});

test('what a killed holder left is taken over, and known to be that', async () => {
  const first = await elsewhere('the server');
  await first.kill();
  expect(holderOf(file)).toBeNull();
  const { lock } = acquireLock(file, 'a command');
  expect(lock?.afterCrash).toBe(true);
});

test('given back, it is free, and leaves nothing behind', () => {
  acquireLock(file, 'one').lock?.release();
  expect(readdirSync(folder)).toEqual([]);
  expect(acquireLock(file, 'two').lock?.afterCrash).toBe(false);
});

test('of many that come at once after a crash one gets it', async () => {
  await (await elsewhere('the dead')).kill();
  const all = await Promise.all(Array.from({ length: 6 }, (_, n) => elsewhere(`number ${n}`)));
  expect(all.filter(({ answer }) => answer === 'mine')).toHaveLength(1);
  await Promise.all(all.map(({ kill }) => kill()));
});
