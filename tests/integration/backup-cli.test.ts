import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { useEmbedded as openEmbedded } from '#lib/db/embedded.ts';
import { env, keptSecret } from '#lib/env/env.ts';
import {
  clearAwayFolder,
  type Environment,
  folder,
  INSTALLING,
  start as startScript,
} from '#tests/setup/command-line.ts';
import { createBareDatabase } from '#tests/setup/own-database.ts';
import { query, wholeDatabase } from '#tests/setup/whole-database.ts';

// As a person types it, on databases of PostgreSQL servers of their own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

clearAwayFolder();

const dataOf = (name: string) => path.join(folder, name);
const file = path.join(folder, 'first.zip');

/** Its secret lies where its data are. */
const start = (args: readonly string[], environment: Environment, script?: string) =>
  startScript(args, { OBELUS_SECRET: undefined, ...environment }, script);

/** With the embedded database of a data folder. */
const obelus = (data: string, ...args: string[]) =>
  start(args, { DATABASE_URL: undefined, OBELUS_DATA: dataOf(data) }).end;

async function contentOf(data: string) {
  const { url, stop } = await openEmbedded(dataOf(data), 'a test');
  try {
    return await wholeDatabase(url);
  } finally {
    await stop();
  }
}

beforeAll(async () => {
  const made = await obelus('first', 'demo', '--annotations', '20', '--comments', '50', '--people', '5');
  expect(made.code).toBe(0);
  keptSecret(dataOf('first'));
  mkdirSync(path.join(dataOf('first'), 'outbox'));
  writeFileSync(path.join(dataOf('first'), 'outbox', 'a.eml'), 'Subject: A');
});

test('a backup is written while the server runs, and named from where the person stands', async () => {
  const server = await openEmbedded(dataOf('first'), 'a server');
  const made = await start(
    ['backup', 'first.zip'],
    { DATABASE_URL: undefined, OBELUS_DATA: dataOf('first') },
    INSTALLING,
  ).end;
  await server.stop();
  expect(made).toMatchObject({ code: 0, out: `${file}\n` });
  expect(made.err).toMatch(
    /Comment: \d+ rows\n.*rows, 0 waiting jobs, 1 file and the secret: [\d.]+ MB\.\n$/s,
  );
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('it comes back on another server, and that one is as the first', async () => {
  const restored = await obelus('second', 'restore', 'first.zip');
  expect(restored).toMatchObject({ code: 0, out: '' });
  expect(restored.err).toMatch(
    /The secret lies in .*second again.*Restored: [\d,]+ rows in \d+ tables\.\n$/s,
  );
  expect(await contentOf('second')).toEqual(await contentOf('first'));
  expect(keptSecret(dataOf('second'))).toBe(keptSecret(dataOf('first')));
  expect(readFileSync(path.join(dataOf('second'), 'outbox', 'a.eml'), 'utf8')).toBe('Subject: A');
  const again = await obelus('second', 'backup', 'second.zip');
  expect(again).toMatchObject({ code: 0 });

  const full = await obelus('second', 'restore', 'first.zip');
  expect(full).toMatchObject({ code: 1, out: '' });
  expect(full.err).toMatch(
    /^The database of .*second is not empty: there are rows in .*Stop the server, move that folder away or name another one in OBELUS_DATA, and restore again\.\n$/,
  );
});

test('it comes back into a PostgreSQL that somebody names', async () => {
  const database = await createBareDatabase(inject('postgresUrl'));
  const environment = { DATABASE_URL: database.url, OBELUS_DATA: dataOf('third') };
  const restored = await start(['restore', 'first.zip'], environment).end;
  expect(restored).toMatchObject({ code: 0, out: '' });
  expect(await wholeDatabase(database.url)).toEqual(await contentOf('first'));
  const full = await start(['restore', 'first.zip'], environment).end;
  expect(full.err).toMatch(/^The database at DATABASE_URL is not empty.*Name an empty one there/);
  await database.drop();
});

test('what cannot be done is said before a database is touched', async () => {
  writeFileSync(path.join(folder, 'cut.zip'), readFileSync(file).subarray(0, 4000));
  for (const [args, code, message] of [
    [['restore', 'cut.zip'], 1, /cut\.zip is no complete backup of Obelus/],
    [['restore', 'missing.zip'], 1, /There is no file .*missing\.zip/],
    [['restore'], 2, /<file> is missing/],
    [['backup', 'first.zip'], 1, /first\.zip is there already\. Name another file\./],
    [['backup', 'nowhere/a.zip'], 1, /There is no folder .*nowhere/],
    [['backup'], 2, /<file> is missing/],
  ] as const) {
    const ended = await obelus('none', ...args);
    expect(ended.err).toMatch(message);
    expect([ended.code, ended.out, ended.err.split('\n').length]).toEqual([code, '', code === 2 ? 3 : 2]);
  }
  expect(existsSync(dataOf('none'))).toBe(false);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle leaves no file', async (signal) => {
  // Its rows cannot be read until this lets go of them.
  const holder = new pg.Client(env().databaseUrl);
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE "User" IN ACCESS EXCLUSIVE MODE');
  const before = readdirSync(folder);
  const { child, end } = start(['backup', 'cut-off.zip'], { OBELUS_DATA: dataOf('fourth') });
  const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = '"User"'::regclass
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  await expect
    .poll(async () => (await query(env().databaseUrl, waiting)).rows[0].n, { timeout: 60_000 })
    .toBe(1);
  expect(readdirSync(folder).filter((name) => name.startsWith('cut-off.zip.'))).toHaveLength(1);
  child.kill(signal);
  expect((await end).code).toBe(1);
  expect(readdirSync(folder)).toEqual(before);
  await holder.end();
});
