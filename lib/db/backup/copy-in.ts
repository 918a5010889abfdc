import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Archive } from './archive-reader.ts';
import { BackupError } from './backup-error.ts';
import { columnsOf, listTables, nameOf } from './catalogue.ts';
import { type DatabaseContent, memberOfTable, type SequenceState, type TableShape } from './manifest.ts';
import { inOneTransaction } from './one-transaction.ts';
import { inWords, megabytes, type Tell, telling } from './progress.ts';
import { withoutKeysAndTriggers } from './taken-off.ts';
import { type NamedDatabase, refuseRows } from './target.ts';

interface Filling {
  /** The tables were made for this: what is in them, the migrations put there, and the archive has it too. */
  fresh: boolean;
  /** Done last, in the same transaction. */
  also(client: pg.Client): Promise<void>;
  tell: Tell;
}

/**
 * Puts the rows of an archive into a database that went through the same migrations, and its sequences where they
 * stood: all of it in one transaction, or nothing. Whoever else uses the database waits meanwhile.
 */
export async function copyIn(
  target: NamedDatabase,
  archive: Archive,
  { fresh, also, tell }: Filling,
): Promise<void> {
  const { tables, sequences } = archive.manifest;
  await inOneTransaction(target.url, 'ISOLATION LEVEL READ COMMITTED', async (client) => {
    // The first content of a server that starts right now waits here too, and then finds people.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('seed'))`);
    compareShapes(await listTables(client), tables);
    const names = tables.map(({ name }) => nameOf(client, name)).join(', ');
    await client.query(`LOCK TABLE ${names} IN ACCESS EXCLUSIVE MODE`);
    if (!fresh) await refuseRows(client, target);
    await withoutKeysAndTriggers(client, async () => {
      await client.query(`TRUNCATE ${names}`);
      for (const table of tables) await copyTable(client, table, archive, tell);
    });
    for (const sequence of sequences) await setSequence(client, sequence);
    await also(client);
  });
}

/** Their order may differ: a column that was added later stands elsewhere in a table that was made anew. */
function compareShapes(here: TableShape[], there: TableShape[]) {
  const lines = (tables: TableShape[]) =>
    new Set(
      tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name} ${column.type}`)),
    );
  const [mine, theirs] = [lines(here), lines(there)];
  const differing = [...mine, ...theirs].filter((line) => !(mine.has(line) && theirs.has(line)));
  if (differing.length === 0) return;
  throw new BackupError(
    `The tables of the backup are not those that its migrations make here (${differing.slice(0, 5).join(', ')}). Restore it with the version of Obelus that made it.`,
  );
}

async function copyTable(
  client: pg.Client,
  table: DatabaseContent['tables'][number],
  archive: Archive,
  tell: Tell,
) {
  const into = client.query(
    copyFrom(
      `COPY ${nameOf(client, table.name)} (${columnsOf(client, table)}) FROM STDIN (FORMAT text, ENCODING 'UTF8')`,
    ),
  );
  let bytes = 0;
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const howFar = () => `${table.name}: ${megabytes(bytes)} so far`;
  await telling(tell, howFar, () => pipeline(archive.content(memberOfTable(table.name)), counted, into));
  if (into.rowCount !== table.rows) {
    throw new BackupError(
      `${table.name} has ${table.rows} rows in the backup, and ${into.rowCount} arrived.`,
    );
  }
  if (table.rows > 0) tell(`${table.name}: ${inWords(table.rows, 'row')}`);
}

/** Restarted first, it is another file of the database: what follows can be undone. */
async function setSequence(client: pg.Client, { name, value, called }: SequenceState) {
  await client.query(`ALTER SEQUENCE ${nameOf(client, name)} RESTART`);
  await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [nameOf(client, name), value, called]);
}

/** Lets the planner know the new rows. */
export async function analyze({ url }: NamedDatabase): Promise<void> {
  await inOneTransaction(url, '', async (client) => {
    const tables = await listTables(client);
    await client.query(`ANALYZE ${tables.map(({ name }) => nameOf(client, name)).join(', ')}`);
  });
}
