import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ArchiveWriter } from './archive-writer.ts';
import { BackupError } from './backup-error.ts';
import { columnsOf, listMigrations, listSequences, listTables, nameOf } from './catalogue.ts';
import { type DatabaseContent, memberOfTable, type TableShape } from './manifest.ts';
import { inWords, megabytes, type Tell, telling } from './progress.ts';

/** What a backup is read in: all of it as it stood at one moment. It writes nothing, so nobody waits for it. */
export const ONE_SNAPSHOT = 'ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** Writes the rows of every table into the archive. The transaction of `client` is one snapshot. */
export async function copyOut(
  client: pg.Client,
  archive: ArchiveWriter,
  tell: Tell,
): Promise<DatabaseContent> {
  const migrations = await listMigrations(client);
  const shapes = await listTables(client);
  if (!migrations?.length || shapes.length === 0) {
    throw new BackupError('There is nothing to back up: this database was never used by Obelus.');
  }
  // A migration that begins now waits until the rows are read.
  const names = shapes.map(({ name }) => nameOf(client, name));
  await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
  const tables: DatabaseContent['tables'] = [];
  for (const shape of shapes) {
    const rows = await copyTable(client, shape, archive, tell);
    if (rows > 0) tell(`${shape.name}: ${inWords(rows, 'row')}`);
    tables.push({ ...shape, rows });
  }
  // Sequences know no snapshot: read last, they are past every number in the rows.
  const sequences = await listSequences(client);
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  return { postgres: rows[0]?.version ?? '', migrations, tables, sequences };
}

async function copyTable(client: pg.Client, shape: TableShape, archive: ArchiveWriter, tell: Tell) {
  const rows = client.query(
    copyTo(
      `COPY (SELECT ${columnsOf(client, shape)} FROM ${nameOf(client, shape.name)})
       TO STDOUT (FORMAT text, ENCODING 'UTF8')`,
    ),
  );
  const howFar = () => `${shape.name}: ${megabytes(archive.progress)} so far`;
  await telling(tell, howFar, () => archive.add(memberOfTable(shape.name), rows));
  // Their number comes behind the last of them: it is there when the next statement is answered.
  await client.query('SELECT');
  return rows.rowCount;
}
