import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { openArchive } from '#lib/db/backup/archive-reader.ts';
import { ArchiveWriter } from '#lib/db/backup/archive-writer.ts';
import { BackupError } from '#lib/db/backup/backup-error.ts';
import { JOBS, newManifest } from '#lib/db/backup/manifest.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'obelus-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => path.join(folder, name);

async function write(name: string, members: Record<string, Iterable<string>>): Promise<string> {
  const archive = new ArchiveWriter(file(name));
  for (const [member, content] of Object.entries({ ...members, [JOBS]: [] }))
    await archive.add(member, content);
  const database = { postgres: '18.4', migrations: ['first'], tables: [], sequences: [] };
  await archive.finish(newManifest({ ...database, program: '1.0.0', members: archive.members }));
  return file(name);
}

/** What is said of an archive that holds these bytes. */
async function verdict(bytes: Buffer): Promise<string> {
  writeFileSync(file('tried.zip'), bytes);
  try {
    await (await openArchive(file('tried.zip'))).close();
    return 'whole';
  } catch (error) {
    return error instanceof BackupError ? error.message : `not explained: ${(error as Error).stack}`;
  }
}

const small = readFileSync(await write('small.zip', { 'a.txt': ['one', 'two'], empty: [] }));

test('what was put in comes out, and the file is for its owner only', async () => {
  const long = Array.from({ length: 5_000 }, (_, n) => `line ${n} äöü 👩‍🚒\n`);
  const archive = await openArchive(await write('long.zip', { 'long.txt': long, empty: [] }));
  expect(await text(archive.content('long.txt'))).toBe(long.join(''));
  expect(await text(archive.content('empty'))).toBe('');
  expect(archive.manifest.members.map(({ name }) => name)).toEqual(['long.txt', 'empty', JOBS]);
  await archive.close();
  expect(statSync(file('long.zip')).mode & 0o777).toBe(0o600);
});

test('one flipped bit in any byte is noticed', async () => {
  expect(await verdict(small)).toBe('whole');
  for (let at = 0; at < small.length; at += 1) {
    const bytes = Buffer.from(small);
    bytes[at] = (bytes[at] as number) ^ (1 << (at % 8));
    expect(await verdict(bytes), `byte ${at}`).toMatch(/Nothing was changed\. (Take another|Update)/);
  }
});

test('a file that was cut off is noticed, wherever', async () => {
  for (let length = 0; length < small.length; length += 1) {
    expect(await verdict(small.subarray(0, length))).toMatch(/is no complete backup of Obelus/);
  }
  expect(await verdict(Buffer.concat([small, Buffer.from('x')]))).toMatch(/is no complete backup/);
});

test('a file that is none, or none that can be read', async () => {
  for (const name of ['missing.zip', '.']) {
    await expect(openArchive(file(name))).rejects.toThrow(/^There is no file /);
  }
  expect(await verdict(Buffer.from('PK and some words'))).toMatch(/is no complete backup of Obelus/);
});

test('nothing is replaced, and what is broken off leaves nothing', async () => {
  await expect(write('small.zip', {})).rejects.toThrow(/small\.zip is there already\. Name another file\./);
  await expect(write('no folder/a.zip', {})).rejects.toThrow(
    /There is no folder .*no folder\. Make it first/,
  );
  expect(() => new ArchiveWriter(folder)).toThrow(/is a folder/);
  const before = readdirSync(folder).sort();
  const broken = new ArchiveWriter(file('broken.zip'));
  const failing = async function* () {
    yield 'some';
    throw new Error('the source failed');
  };
  await expect(broken.add('member', failing())).rejects.toThrow('the source failed');
  await broken.abandon();
  const late = new ArchiveWriter(file('late.zip'));
  writeFileSync(file('late.zip'), 'somebody was faster');
  await expect(
    late.finish(
      newManifest({ postgres: '', migrations: ['a'], tables: [], sequences: [], program: '', members: [] }),
    ),
  ).rejects.toThrow(/is there already/);
  await late.abandon();
  expect(readFileSync(file('late.zip'), 'utf8')).toBe('somebody was faster');
  expect(readdirSync(folder).sort()).toEqual([...before, 'late.zip'].sort());
});
