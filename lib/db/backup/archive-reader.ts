import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { BackupError } from './backup-error.ts';
import { DIGITS_BYTES, MARK_BYTES, readMark } from './closing-mark.ts';
import {
  FORMAT_VERSION,
  JOBS,
  MANIFEST,
  type Manifest,
  manifest as manifestShape,
  memberOfTable,
} from './manifest.ts';

/** An archive whose every byte was checked. */
export interface Archive {
  manifest: Manifest;
  /** The content of a member. It is summed once more on the way: it throws at the end when that differs. */
  content(name: string): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

/**
 * Opens an archive and reads it through once. Throws BackupError when it is damaged, incomplete, of a newer format or
 * none at all.
 */
export async function openArchive(file: string): Promise<Archive> {
  const handle = await openFile(file);
  try {
    await verify(handle, file);
    return await readDirectory(handle, file);
  } catch (error) {
    await handle.close();
    if (error instanceof BackupError) throw error;
    throw damaged(file, (error as Error).message);
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new BackupError(`${file} cannot be read: ${(error as Error).message}`);
  }
  throw new BackupError(`There is no file ${file}.`);
}

const damaged = (file: string, how: string) =>
  new BackupError(`${file} is damaged: ${how}. Nothing was changed. Take another copy of this backup.`);

async function verify(handle: FileHandle, file: string) {
  const { size } = await handle.stat();
  const from = Math.max(0, size - MARK_BYTES);
  const { buffer: end, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
  const mark = readMark(end.subarray(0, bytesRead));
  if (!mark) {
    throw new BackupError(
      `${file} is no complete backup of Obelus: its end is missing, or it is something else. Nothing was changed. Take another copy, or another backup.`,
    );
  }
  if (mark.version > FORMAT_VERSION) throw newer(file);
  const hash = createHash('sha256');
  for await (const chunk of readRange(handle, size - DIGITS_BYTES)) hash.update(chunk);
  if (hash.digest('hex') !== mark.sha256) throw damaged(file, 'its bytes are not those that were written');
}

const newer = (file: string) =>
  new BackupError(
    `${file} was made by a newer version of Obelus. Nothing was changed. Update this program, then restore again.`,
  );

const readRange = (handle: FileHandle, bytes: number) =>
  createReadStream('', { fd: handle.fd, start: 0, end: bytes - 1, autoClose: false, highWaterMark: 1 << 20 });

async function readDirectory(handle: FileHandle, file: string): Promise<Archive> {
  const zip = await fromFdPromise(handle.fd, { autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const manifest = await readManifest(zip, entries.get(MANIFEST), file);
  checkMembers(manifest, entries, file);
  const members = new Map(manifest.members.map((member) => [member.name, member]));
  return {
    manifest,
    async *content(name) {
      const [entry, member] = [entries.get(name), members.get(name)];
      if (!entry || !member) throw damaged(file, `${name} is missing`);
      const hash = createHash('sha256');
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        hash.update(chunk);
        yield chunk;
      }
      if (hash.digest('hex') !== member.sha256) throw damaged(file, `${name} is not what was written`);
    },
    close: () => handle.close(),
  };
}

async function readManifest(zip: ZipFile, entry: Entry | undefined, file: string): Promise<Manifest> {
  if (!entry) throw damaged(file, `${MANIFEST} is missing`);
  const given = JSON.parse((await buffer(await zip.openReadStreamPromise(entry))).toString());
  if (given?.version > FORMAT_VERSION) throw newer(file);
  const read = manifestShape.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw damaged(file, `${MANIFEST} has a wrong ${issue?.path.join('.')}`);
}

/** What the manifest names is there, and nothing else. */
function checkMembers({ members, tables }: Manifest, entries: Map<string, Entry>, file: string) {
  const listed = new Map(members.map(({ name, bytes }) => [name, bytes]));
  for (const name of [...tables.map((table) => memberOfTable(table.name)), JOBS, ...listed.keys()]) {
    const entry = listed.has(name) ? entries.get(name) : undefined;
    if (!entry) throw damaged(file, `${name} is missing`);
    if (entry.uncompressedSize !== listed.get(name)) throw damaged(file, `${name} has another length`);
  }
  for (const name of entries.keys()) {
    if (name !== MANIFEST && !listed.has(name)) throw damaged(file, `${name} does not belong to it`);
  }
}
