import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, inject } from 'vitest';
import { env } from '#lib/env/env.ts';
import { backUp } from '#lib/flows/back-up.ts';
import { openBackup, restoreBackup } from '#lib/flows/restore-backup.ts';
import { createBareDatabase, createDatabase } from './own-database.ts';

/** Where a file of tests keeps its archives, and the data folder that is restored into if no other is named. */
export const folder = mkdtempSync(path.join(tmpdir(), 'obelus-backup-'));
export const dataFolder = path.join(folder, 'data');
const made: { drop(): Promise<unknown> }[] = [];
let count = 0;

/** For a file of tests: what it makes here is gone behind it. */
export function clearAwayRestored(): void {
  afterAll(async () => {
    for (const database of made) await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** The address of a database without a single table. `options` are PostgreSQL's. */
export const bare = (options = '') => kept(createBareDatabase(inject('postgresUrl'), options));

/** The address of a migrated database without content. */
export const migrated = () => kept(createDatabase(inject('postgresUrl')));

async function kept(making: ReturnType<typeof createDatabase>): Promise<string> {
  const database = await making;
  made.push(database);
  return database.url;
}

/** The archive of a database and a data folder. */
export async function backedUp(url = env().databaseUrl, data = env().data): Promise<string> {
  count += 1;
  const file = path.join(folder, `${count}.zip`);
  await backUp({ url, data, secret: env().secret }, file, () => {});
  return file;
}

/** Brings an archive back; the lines that were told. */
export async function restored(
  file: string,
  url: string,
  { data = dataFolder, secret = null }: { data?: string; secret?: string | null } = {},
): Promise<string[]> {
  const archive = await openBackup(file);
  const told: string[] = [];
  try {
    const target = { url, data, secret, name: 'The database', advice: 'Name another one.' };
    await restoreBackup(archive, target, (line) => told.push(line));
  } finally {
    await archive.close();
  }
  return told;
}
