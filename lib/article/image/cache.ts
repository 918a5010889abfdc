import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '#lib/env/env.ts';

/** The folder in the data folder where the bytes of images lie. It can be emptied at any time: they are fetched again. */
const IMAGES = 'images';

/** In all, in bytes. Over that the images go that were asked for the longest ago. */
const ROOM = 512 * 1024 * 1024;
/** Room is made for more than one image, or it would have to be made for each. */
const ROOM_AFTER = 0.9;
/** How exactly it is known when an image was asked for, in milliseconds. */
const USED_EVERY = 3_600_000;

const folder = () => path.join(env().data, IMAGES);
const fileOf = (key: string) => path.join(folder(), key.slice(0, 2), key);

/** The bytes that lie here under a key (hexadecimal), or null. */
export async function readCachedImage(key: string): Promise<Buffer | null> {
  const file = fileOf(key);
  try {
    const bytes = await readFile(file);
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > USED_EVERY) await utimes(file, new Date(), new Date());
    return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Keeps the bytes of an image. Whoever reads it meanwhile reads all of it or nothing. */
export async function cacheImage(key: string, bytes: Uint8Array, room = ROOM): Promise<void> {
  const file = fileOf(key);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, file);
  await makeRoom(room);
}

/** One look at a time: what comes meanwhile is seen by the next one. */
let looking: Promise<void> | null = null;

function makeRoom(room: number): Promise<void> {
  looking ??= dropOldest(room).finally(() => {
    looking = null;
  });
  return looking;
}

async function dropOldest(room: number): Promise<void> {
  const files = await listFiles();
  let used = files.reduce((sum, { size }) => sum + size, 0);
  if (used <= room) return;
  files.sort((a, b) => a.usedAt - b.usedAt);
  for (const { file, size } of files) {
    if (used <= room * ROOM_AFTER) return;
    await rm(file, { force: true });
    used -= size;
  }
}

/** Another process may be making room in the same folder. */
async function listFiles() {
  const entries = await readdir(folder(), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (file) => {
      const facts = await stat(file).catch(() => null);
      return facts && { file, size: facts.size, usedAt: facts.mtimeMs };
    }),
  );
  return found.filter((one) => one !== null);
}
