import path from 'node:path';
import { refuseUnfit } from '#lib/db/backup/archive-writer.ts';
import { backUp } from '#lib/flows/back-up.ts';
import { openBackup, restoreBackup } from '#lib/flows/restore-backup.ts';
import { withDatabaseAsItIs } from './database.ts';

/** Files are named from where the person stands. */
const named = (file: string) => path.resolve(process.env.INIT_CWD ?? '.', file);

const tell = (line: string) => void process.stderr.write(`${line}\n`);

export async function backup({ file }: { file: string }): Promise<void> {
  const archive = named(file);
  refuseUnfit(archive);
  await withDatabaseAsItIs('npm run obelus -- backup', (database) => backUp(database, archive, tell));
  console.log(archive);
}

export async function restore({ file }: { file: string }): Promise<void> {
  const archive = await openBackup(named(file));
  try {
    await withDatabaseAsItIs('npm run obelus -- restore', async ({ embedded, ...place }) => {
      const target = embedded
        ? {
            name: `The database of ${place.data}`,
            advice:
              'Stop the server, move that folder away or name another one in OBELUS_DATA, and restore again.',
          }
        : {
            name: 'The database at DATABASE_URL',
            advice: 'Name an empty one there, and restore again.',
          };
      await restoreBackup(archive, { ...place, ...target }, tell);
    });
  } finally {
    await archive.close();
  }
}
