import { text } from 'node:stream/consumers';
import { StringDecoder } from 'node:string_decoder';
import type pg from 'pg';
import { type Archive, openArchive } from '#lib/db/backup/archive-reader.ts';
import { BackupError } from '#lib/db/backup/backup-error.ts';
import { analyze, copyIn } from '#lib/db/backup/copy-in.ts';
import { putBackFolders } from '#lib/db/backup/folders.ts';
import { JOBS, SECRET } from '#lib/db/backup/manifest.ts';
import { inWords, type Tell } from '#lib/db/backup/progress.ts';
import { examineTarget, type NamedDatabase } from '#lib/db/backup/target.ts';
import { knownMigrations, migrate, migrateTo } from '#lib/db/migrate.ts';
import { putSecret } from '#lib/env/secret-file.ts';
import { queueAgain, type WaitingJob } from '#lib/jobs/carry.ts';
import { installJobs } from '#lib/jobs/install.ts';
import { KEPT_FOLDERS } from './back-up.ts';

interface Target extends NamedDatabase {
  data: string;
  /** As the configuration gives it: then none is put into the data folder. */
  secret: string | null;
}

/**
 * Opens a backup that this program can bring back, checked to the last byte. Throws BackupError otherwise; nothing
 * was written then.
 */
export async function openBackup(file: string): Promise<Archive> {
  const archive = await openArchive(file);
  const known = new Set(knownMigrations());
  const unknown = archive.manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length === 0) return archive;
  await archive.close();
  throw new BackupError(
    `${file} was made by a newer version of Obelus (${archive.manifest.program}): this one does not know ${unknown.join(', ')}. Nothing was changed. Update this program, then restore again.`,
  );
}

/**
 * Brings a backup back into an empty database. That goes through the migrations that the backup was made at, takes
 * all rows in one transaction, and then goes on to the newest migration, as the old one would have.
 */
export async function restoreBackup(archive: Archive, target: Target, tell: Tell): Promise<void> {
  const { manifest } = archive;
  const done = await examineTarget(target);
  const ahead = (done ?? []).filter((name) => !manifest.migrations.includes(name));
  if (ahead.length > 0) {
    throw new BackupError(
      `${target.name} went through migrations that are newer than the backup (${ahead.join(', ')}). Nothing was changed. ${target.advice}`,
    );
  }
  tell(`A backup of ${manifest.createdAt}, made by Obelus ${manifest.program}.`);
  if (manifest.migrations.some((name) => !done?.includes(name))) {
    await migrateTo(target.url, manifest.migrations);
  }
  await installJobs(target.url);
  const lines: string[] = [];
  await copyIn(target, archive, {
    fresh: done === null,
    tell,
    async also(client) {
      lines.push(await restoreJobs(client, archive, target), ...(await restoreFolder(archive, target)));
    },
  });
  for (const line of lines) tell(line);
  const later = await migrate(target.url);
  if (later.length > 0) tell(`Migrated on: ${later.join(', ')}.`);
  await analyze(target);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  tell(`Restored: ${inWords(rows, 'row')} in ${inWords(manifest.tables.length, 'table')}.`);
}

async function restoreJobs(client: pg.Client, archive: Archive, target: Target): Promise<string> {
  const { queued, leftOut } = await queueAgain(client, target.url, jobsIn(archive));
  const left = leftOut > 0 ? `; ${leftOut} left out, for which it is too late` : '';
  return `${inWords(queued, 'job')} that waited, queued again${left}.`;
}

async function* jobsIn(archive: Archive): AsyncGenerator<WaitingJob> {
  const decoder = new StringDecoder();
  let rest = '';
  for await (const chunk of archive.content(JOBS)) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}

/** The files, and the secret unless the configuration gives one. Returns what is to be said of it. */
async function restoreFolder(archive: Archive, { data, secret }: Target): Promise<string[]> {
  const files = await putBackFolders(archive, data, KEPT_FOLDERS);
  const lines = [`${inWords(files, 'file')} put back into ${data}.`];
  if (!archive.manifest.members.some(({ name }) => name === SECRET)) {
    return [...lines, 'The backup holds no secret: mails that waited cannot be sent.'];
  }
  const kept = await text(archive.content(SECRET));
  if (secret === kept) return [...lines, 'OBELUS_SECRET is the secret of the backup.'];
  if (secret) {
    return [
      ...lines,
      'OBELUS_SECRET is set and is not the secret of the backup: mails that waited cannot be sent. The old one is the member “secret” of the archive, a ZIP file.',
    ];
  }
  const aside = putSecret(data, kept);
  const moved = aside ? ` Another one that lay there is in ${aside} now.` : '';
  return [...lines, `The secret lies in ${data} again, readable to you only.${moved}`];
}
