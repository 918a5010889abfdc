import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Archive, openArchive } from '#lib/db/backup/archive-reader.ts';
import { BackupError } from '#lib/db/backup/backup-error.ts';
import { knownMigrations, migrateTo } from '#lib/db/migrate.ts';
import { env } from '#lib/env/env.ts';
import { backUp } from '#lib/flows/back-up.ts';
import { content, repacked } from '#tests/factories/backups.ts';
import {
  backedUp,
  bare,
  clearAwayRestored,
  dataFolder,
  folder,
  migrated,
  restored,
} from '#tests/setup/restoring.ts';
import { query, wholeDatabase } from '#tests/setup/whole-database.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

clearAwayRestored();

let good: string;
let archive: Archive;
let target: string;

beforeAll(async () => {
  await content();
  good = await backedUp();
  archive = await openArchive(good);
  target = await bare();
});
afterAll(() => archive.close());

const restore = async (file: string, url: string, secret: string | null = null) =>
  (await restored(file, url, { secret })).join('\n');

const nothingIn = async (url: string) => {
  const sql = `SELECT (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS relations,
    to_regnamespace('pgboss') AS queue`;
  expect((await query(url, sql)).rows).toEqual([{ relations: 0, queue: null }]);
  expect(existsSync(dataFolder)).toBe(false);
};

const bytes = () => Buffer.from(readFileSync(good));
const flipped = (at: (size: number) => number) => () => {
  const changed = bytes();
  const place = at(changed.length);
  changed[place] = (changed[place] as number) ^ 4;
  return changed;
};
const newerMark = () =>
  Buffer.from(
    bytes()
      .toString('latin1')
      .replace(/obelus-backup 1 (?=sha256:\w{64}$)/, 'obelus-backup 2 '),
    'latin1',
  );

test.each<[string, RegExp, () => Buffer]>([
  ['a bit at the beginning', /is damaged: its bytes are not those that were written/, flipped(() => 0)],
  ['a bit in the rows', /is damaged/, flipped((size) => Math.floor(size / 3))],
  ['a bit in the directory', /is damaged/, flipped((size) => size - 700)],
  ['a bit in the sum', /is damaged|no complete backup/, flipped((size) => size - 5)],
  ['all but the last byte', /is no complete backup of Obelus/, () => bytes().subarray(0, -1)],
  ['the first half', /is no complete backup of Obelus/, () => bytes().subarray(0, bytes().length / 2)],
  ['nothing', /is no complete backup of Obelus/, () => Buffer.alloc(0)],
  ['something else', /is no complete backup of Obelus/, () => Buffer.from('%PDF-1.7 …')],
  ['a newer format', /was made by a newer version of Obelus.*Update this program/, newerMark],
])('%s: refused before anything is written', async (_, message, damage) => {
  const file = path.join(folder, 'damaged.zip');
  writeFileSync(file, damage());
  const refused = restore(file, target);
  await expect(refused).rejects.toThrow(BackupError);
  await expect(refused).rejects.toThrow(message);
  await expect(refused).rejects.toThrow(/Nothing was changed/);
  await nothingIn(target);
});

test.each<[string, RegExp, Parameters<typeof repacked>[2]]>([
  ['a missing table', /damaged: tables\/Comment\.copy is missing/, { without: 'tables/Comment.copy' }],
  ['a missing secret', /damaged: secret is missing/, { without: 'secret' }],
  ['a member too many', /damaged: tables\/More\.copy does not belong to it/, { with: 'tables/More.copy' }],
  [
    'a manifest of another program',
    /damaged: manifest\.json has a wrong format/,
    { manifest: { format: 'zip' as never } },
  ],
  ['a manifest of a newer format', /made by a newer version/, { manifest: { version: 2 } }],
  [
    'a newer migration',
    /newer version of Obelus.*does not know 29990101000000_later/,
    { manifest: { migrations: [...knownMigrations(), '29990101000000_later'] } },
  ],
])(
  'an archive with %s and a right sum: refused before anything is written',
  async (name, message, change) => {
    const file = await repacked(archive, path.join(folder, `${name}.zip`), change);
    const refused = restore(file, target);
    await expect(refused).rejects.toThrow(BackupError);
    await expect(refused).rejects.toThrow(message);
    await nothingIn(target);
  },
);

test('members that are not what the manifest says undo everything', async () => {
  const url = await migrated();
  const empty = await wholeDatabase(url);
  const { tables, members } = archive.manifest;
  const rows = tables.map((table) => (table.name === 'Comment' ? { ...table, rows: 1 } : table));
  const few = await repacked(archive, path.join(folder, 'few.zip'), { manifest: { tables: rows } });
  await expect(restore(few, url)).rejects.toThrow(/Comment has 1 rows in the backup, and 102 arrived/);
  const sums = members.map((member) =>
    member.name === 'tables/Source.copy' ? { ...member, sha256: '0'.repeat(64) } : member,
  );
  const odd = await repacked(archive, path.join(folder, 'odd.zip'), { manifest: { members: sums } });
  await expect(restore(odd, url)).rejects.toThrow(/tables\/Source\.copy is not what was written/);
  const shape = tables.filter(({ name }) => name !== 'Setting');
  const less = await repacked(archive, path.join(folder, 'less.zip'), { manifest: { tables: shape } });
  await expect(restore(less, url)).rejects.toThrow(/tables of the backup are not those .*Setting\.key text/);
  // No key is there while the rows come; they are held against all keys in the end.
  const nobody = `x\t${crypto.randomUUID()}\t2026-11-23 00:00:00+00\t2026-11-23 00:00:00+00\tinfinity\n`;
  const lost = await repacked(archive, path.join(folder, 'lost.zip'), {
    manifest: { tables: tables.map((table) => (table.name === 'Session' ? { ...table, rows: 1 } : table)) },
    replace: { 'tables/Session.copy': nobody },
  });
  await expect(restore(lost, url)).rejects.toThrow(/The database says: .*violates foreign key constraint/);
  expect(await wholeDatabase(url)).toEqual(empty);
  expect(existsSync(dataFolder)).toBe(false);
});

test('a database that is not empty is left as it is', async () => {
  const peopled = await migrated();
  await query(
    peopled,
    `INSERT INTO "User" (id, email, handle, name) VALUES (gen_random_uuid(), 'a@example.org', 'aa', 'A')`,
  );
  const before = await wholeDatabase(peopled);
  await expect(restore(good, peopled)).rejects.toThrow(
    'The database is not empty: there are rows in User. Nothing was changed. Name another one.',
  );
  expect(await wholeDatabase(peopled)).toEqual(before);

  const foreign = await bare();
  await query(foreign, 'CREATE TABLE orders (id integer)');
  await expect(restore(good, foreign)).rejects.toThrow(/not empty: it holds tables of something else/);

  const ahead = await migrated();
  const old = await bare();
  await migrateTo(old, knownMigrations().slice(0, 1));
  const file = path.join(folder, 'old.zip');
  await backUp({ url: old, data: folder, secret: null }, file, () => {});
  await expect(restore(file, ahead)).rejects.toThrow(
    /newer than the backup .*Nothing was changed\. Name another one/,
  );
  expect(existsSync(dataFolder)).toBe(false);
});

test('neither is one that cannot hold every letter', async () => {
  const options = `TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`;
  const ascii = await bare(options);
  await expect(restore(good, ascii)).rejects.toThrow(/has the encoding SQL_ASCII; it must be UTF8/);
  await nothingIn(ascii);
});

test('of two restores at once one does it, and the other finds the database full', async () => {
  const url = await migrated();
  const outcomes = await Promise.allSettled([restore(good, url), restore(good, url)]);
  const reasons = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason.message] : [],
  );
  expect(reasons).toEqual([expect.stringMatching(/not empty: there are rows in /)]);
  expect(await wholeDatabase(url)).toEqual(await wholeDatabase(env().databaseUrl));
  rmSync(dataFolder, { recursive: true });
});

test('a secret that is set wins, and one that lies there is moved aside', async () => {
  const [set, lying] = await Promise.all([1, 2].map(() => migrated()));
  const same = await restore(good, set as string, env().secret);
  expect(same).toContain('OBELUS_SECRET is the secret of the backup.');
  expect(existsSync(path.join(dataFolder, 'secret'))).toBe(false);

  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(path.join(dataFolder, 'secret'), 'the secret of another one, long enough');
  const told = await restore(good, lying as string);
  expect(readFileSync(path.join(dataFolder, 'secret'), 'utf8')).toBe(env().secret);
  const aside = /Another one that lay there is in (\S+) now\./.exec(told)?.[1] ?? '';
  expect(readFileSync(aside, 'utf8')).toBe('the secret of another one, long enough');

  const other = await migrated();
  expect(await restore(good, other, 'x'.repeat(32))).toMatch(/OBELUS_SECRET is set and is not the secret/);
});

test('there is nothing to back up in a database that was never used', async () => {
  const file = path.join(folder, 'nothing.zip');
  const from = { url: target, data: folder, secret: null };
  await expect(backUp(from, file, () => {})).rejects.toThrow(/There is nothing to back up/);
  expect(existsSync(file)).toBe(false);
});
