import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { ArchiveWriter } from '#lib/db/backup/archive-writer.ts';
import { copyOut, ONE_SNAPSHOT } from '#lib/db/backup/copy-out.ts';
import { addFolders } from '#lib/db/backup/folders.ts';
import { JOBS, newManifest, SECRET } from '#lib/db/backup/manifest.ts';
import { inOneTransaction } from '#lib/db/backup/one-transaction.ts';
import { inWords, megabytes, type Tell } from '#lib/db/backup/progress.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { readSecret } from '#lib/env/secret-file.ts';
import { listWaitingJobs } from '#lib/jobs/carry.ts';
import { OUTBOX } from '#lib/mail/outbox.ts';

/** Folders of the data folder that hold what people may still want to read. */
export const KEPT_FOLDERS = [OUTBOX];

interface Installation {
  url: string;
  data: string;
  /** As the configuration gives it; else it lies in the data folder. */
  secret: string | null;
}

/**
 * Writes everything into one archive, also while the server runs: the rows of all tables and the jobs that wait, as
 * they stood at one moment, the mails in the outbox, and the secret. Nothing lies at `file` before it is complete.
 */
export async function backUp(from: Installation, file: string, tell: Tell): Promise<void> {
  const archive = new ArchiveWriter(file);
  try {
    let jobs = 0;
    const database = await inOneTransaction(from.url, ONE_SNAPSHOT, async (client) => {
      const content = await copyOut(client, archive, tell);
      await archive.add(
        JOBS,
        asLines(client, () => (jobs += 1)),
      );
      return content;
    });
    const files = await addFolders(archive, from.data, KEPT_FOLDERS);
    const secret = from.secret ?? readSecret(from.data);
    if (secret) await archive.add(SECRET, [secret]);
    const { members } = archive;
    const bytes = await archive.finish(newManifest({ ...database, program: programVersion(), members }));
    const rows = database.tables.reduce((sum, table) => sum + table.rows, 0);
    tell(
      `${inWords(rows, 'row')}, ${inWords(jobs, 'waiting job')}, ${inWords(files, 'file')}${secret ? ' and the secret' : ''}: ${megabytes(bytes)}.`,
    );
    if (!secret) tell(`There is no secret in it: OBELUS_SECRET is not set, and none lies in ${from.data}.`);
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function* asLines(client: pg.Client, count: () => void) {
  for await (const job of listWaitingJobs(client)) {
    count();
    yield `${JSON.stringify(job)}\n`;
  }
}

const programVersion = (): string =>
  JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')).version;
