import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { prisma } from '#lib/db/client.ts';
import { type EmbeddedDatabase, startEmbedded, useEmbedded } from '#lib/db/embedded.ts';
import { projectRoot } from '#lib/env/project-root.ts';

const asRoot = process.getuid?.() === 0;
const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

/** A place for data folders that the database's account can reach. */
function place(name = 'a place with spaces'): string {
  const top = mkdtempSync(path.join(tmpdir(), 'obelus-embedded-'));
  chmodSync(top, 0o711);
  cleanUp.push(() => rmSync(top, { recursive: true, force: true }));
  const folder = path.join(top, name);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return folder;
}

async function started(data: string): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ data, throwaway: true });
  cleanUp.push(() => database.stop());
  return database;
}

async function query(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A process of its own that holds the database, to be killed. */
async function holder(data: string, options: { uid?: number; gid?: number } = {}) {
  const script = path.join(projectRoot, 'tests', 'setup', 'embedded-holder.ts');
  const child = spawn(process.execPath, [script, data], {
    ...options,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUp.push(() => child.kill('SIGKILL'));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk)));
    child.once('exit', (code) => reject(new Error(`The holder ended with code ${code}.`)));
  });
  return { child, ...(JSON.parse(line) as { url: string; pid: number }) };
}

const killed = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

test('a test file has a migrated, empty database of its own', async () => {
  expect(await prisma().user.count()).toBe(0);
});

test('the database speaks UTF-8 and knows letters, whatever the language of the machine', async () => {
  const kept = { ...process.env };
  for (const name of Object.keys(process.env)) if (/^(LANG|LC_.*)$/.test(name)) delete process.env[name];
  cleanUp.push(() => Object.assign(process.env, kept));
  const { url } = await started(path.join(place(), 'data'));
  const { rows } = await query(
    url,
    `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale, datctype AS ctype
     FROM pg_database WHERE datname = current_database()`,
  );
  expect(rows[0]).toMatchObject({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' });
  expect(rows[0].ctype).toMatch(/UTF-?8/i);
  await query(url, 'CREATE EXTENSION pg_trgm');
  const trigrams = await query(
    url,
    `SELECT cardinality(show_trgm('äöü')) AS umlauts, cardinality(show_trgm('中文字')) AS han`,
  );
  expect(trigrams.rows[0]).toEqual({ umlauts: 4, han: 4 });
  expect((await query(url, `SELECT upper('straße äé') AS upper`)).rows[0].upper).toBe(
    'STRASSE ÄÉ'.replace('SS', 'ß'),
  );
});

test('the program is no superuser, and nobody comes in without the password', async () => {
  const { url, folder } = await started(path.join(place(), 'data'));
  expect((await query(url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).rows).toEqual([
    { rolsuper: false },
  ]);
  const wrong = new URL(url);
  wrong.password = 'guessed';
  await expect(query(wrong.toString(), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  const socket = new URL(url).searchParams.get('host') as string;
  expect(statSync(socket).mode & 0o077).toBe(0);
  expect(statSync(path.join(folder, 'password')).mode & 0o077).toBe(0);
});

test('what was written is there after a stop and a start', async () => {
  const data = path.join(place(), 'data');
  const first = await startEmbedded({ data, throwaway: true });
  await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
  await first.stop();
  const second = await started(data);
  expect((await query(second.url, 'SELECT n FROM kept')).rows).toEqual([{ n: 1 }]);
  expect(second.url).toBe(first.url);
});

test('kill -9 of the database under writes loses nothing that was acknowledged', async () => {
  const data = path.join(place(), 'data');
  // Made quickly, then run as in earnest.
  await startEmbedded({ data, throwaway: true }).then((made) => made.stop());
  const first = await startEmbedded({ data });
  await query(first.url, 'CREATE TABLE kept (n integer)');
  const acknowledged: number[] = [];
  let next = 0;
  const write = async () => {
    const client = new pg.Client(first.url);
    client.on('error', () => {});
    await client.connect();
    for (;;) {
      next += 1;
      const n = next;
      await client.query('INSERT INTO kept VALUES ($1)', [n]);
      acknowledged.push(n);
      if (acknowledged.length === 200) process.kill(first.pid, 'SIGKILL');
    }
  };
  // The children of a killed PostgreSQL end by themselves: every writer is cut off in the end.
  await Promise.allSettled([write(), write(), write(), write()]);
  await first.exited;
  const second = await started(data);
  const { rows } = await query(second.url, 'SELECT n FROM kept');
  const found = new Set(rows.map((row) => row.n));
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);
  expect(acknowledged.filter((n) => !found.has(n))).toEqual([]);
});

test('a database whose starter was killed is taken over', async () => {
  const data = path.join(place(), 'data');
  const orphan = await holder(data);
  await query(orphan.url, 'CREATE TABLE kept AS SELECT 1 AS n');
  await killed(orphan.child);
  const { url, pid } = await started(data);
  expect(pid).not.toBe(orphan.pid);
  expect((await query(url, 'SELECT n FROM kept')).rows).toEqual([{ n: 1 }]);
});

test('the number of a dead database, borne by another process now, stops nobody', async () => {
  const data = path.join(place(), 'data');
  const first = await startEmbedded({ data, throwaway: true });
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const pidFile = path.join(first.folder, 'cluster', 'postmaster.pid');
  // Of the same account: PostgreSQL does not take notice of others' processes.
  const { uid, gid } = statSync(pidFile);
  const bystander = spawn('sleep', ['1000'], { ...(asRoot ? { uid, gid } : {}), cwd: '/' });
  cleanUp.push(() => bystander.kill());
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
  writeFileSync(pidFile, [bystander.pid, ...rest].join('\n'));
  await started(data);
  expect(bystander.exitCode).toBeNull();
});

test('two run at once, one of them under a path too long for a socket', async () => {
  const long = path.join(place(), 'long '.repeat(20).trim(), 'longer '.repeat(12).trim());
  mkdirSync(long, { recursive: true, mode: 0o711 });
  const [one, two] = await Promise.all([
    started(path.join(place(), 'data')),
    started(path.join(long, 'data')),
  ]);
  await query(one.url, 'CREATE TABLE only_here ()');
  const { rows } = await query(two.url, `SELECT to_regclass('only_here') AS found`);
  expect(rows).toEqual([{ found: null }]);
  const socket = new URL(two.url).searchParams.get('host') as string;
  expect(Buffer.byteLength(socket)).toBeLessThan(90);
});

test('a command takes the database of a server that runs, and starts and stops it when none does', async () => {
  const data = path.join(place(), 'data');
  const alone = await useEmbedded(data, 'a command');
  const beside = await useEmbedded(data, 'another command');
  expect(beside.url).toBe(alone.url);
  await beside.stop();
  expect((await query(alone.url, 'SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  await alone.stop();
  await expect(query(alone.url, 'SELECT 1')).rejects.toThrow();
});

test('a place that others cannot enter is no hindrance, also after it was moved', async () => {
  const folder = place('private');
  chmodSync(folder, 0o700);
  const data = path.join(folder, 'data');
  const first = await startEmbedded({ data, throwaway: true });
  if (asRoot) cleanUp.push(() => rmSync(first.folder, { recursive: true, force: true }));
  expect(first.folder.startsWith(asRoot ? '/var/lib/obelus-' : data)).toBe(true);
  await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
  await first.stop();
  renameSync(folder, `${folder} and moved`);
  const second = await started(path.join(`${folder} and moved`, 'data'));
  expect((await query(second.url, 'SELECT n FROM kept')).rows).toEqual([{ n: 1 }]);
});

/** Nobody in particular, where we are root and they can read the project; else ourselves. */
function ordinaryAccount(): { uid?: number; gid?: number } {
  const nobody = { uid: 65534, gid: 65534 };
  const reads = (file: string) => spawnSync('test', ['-r', file], { ...nobody, cwd: '/' }).status === 0;
  return asRoot && reads(import.meta.filename) && reads(process.execPath) ? nobody : {};
}

test('an ordinary user needs no other account', async () => {
  const account = ordinaryAccount();
  const folder = place();
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid as number);
  const data = path.join(folder, 'data');
  const { url, pid, child } = await holder(data, account);
  expect((await query(url, 'SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  expect(statSync(path.join(data, 'postgres', 'cluster')).uid).toBe(account.uid ?? process.getuid?.());
  process.kill(pid, 'SIGQUIT');
  await killed(child);
});
