import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Archive } from './archive-reader.ts';
import type { ArchiveWriter } from './archive-writer.ts';
import { FILES } from './manifest.ts';

/** Half a file, under the name that it is written under. */
const isDraft = (name: string) => name.endsWith('.draft');

/** Adds the files of some folders of the data folder. Returns how many there were. */
export async function addFolders(archive: ArchiveWriter, data: string, folders: string[]): Promise<number> {
  let count = 0;
  for (const folder of folders) {
    for (const file of await listFiles(path.join(data, folder))) {
      const name = FILES + path.relative(data, file).split(path.sep).join('/');
      if (await addFile(archive, file, name)) count += 1;
    }
  }
  return count;
}

async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch(whenMissing([]));
  return found
    .filter((entry) => entry.isFile() && !isDraft(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** False when it was taken away since the folder was read. */
async function addFile(archive: ArchiveWriter, file: string, name: string): Promise<boolean> {
  const handle = await open(file).catch(whenMissing(null));
  if (handle) await archive.add(name, handle.createReadStream());
  return handle !== null;
}

/**
 * Puts the files of an archive back where they lay, readable to their owner only. A file that is there stays as it
 * is. What lies outside of `folders` is left in the archive. Returns how many were written.
 */
export async function putBackFolders(archive: Archive, data: string, folders: string[]): Promise<number> {
  let count = 0;
  for (const { name } of archive.manifest.members) {
    const parts = name.startsWith(FILES) ? name.slice(FILES.length).split('/') : [];
    if (!parts[0] || !folders.includes(parts[0]) || parts.includes('..')) continue;
    const file = path.join(data, ...parts);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    if (await writeNew(file, archive.content(name))) count += 1;
  }
  return count;
}

/** False when it is there already. A file that cannot be written whole is taken away again. */
async function writeNew(file: string, content: AsyncIterable<Buffer>): Promise<boolean> {
  const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(content, stream);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    await rm(file, { force: true });
    throw error;
  }
}

const whenMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
