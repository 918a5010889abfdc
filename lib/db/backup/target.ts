import type pg from 'pg';
import { BackupError } from './backup-error.ts';
import { firstPeopled, hasRelations, listMigrations, listTables } from './catalogue.ts';
import { inOneTransaction } from './one-transaction.ts';

/** A database to be restored into, as people call it, and what they can do when it will not do. */
export interface NamedDatabase {
  url: string;
  name: string;
  advice: string;
}

const OLDEST = 16;

/**
 * Makes sure that a database can be restored into, and changes nothing. Returns the migrations it has gone through,
 * null when it is wholly empty. Throws BackupError when it is too old, speaks no UTF-8 or holds anything.
 */
export async function examineTarget(target: NamedDatabase): Promise<string[] | null> {
  return inOneTransaction(target.url, 'READ ONLY', async (client) => {
    await checkServer(client, target);
    const migrations = await listMigrations(client);
    if (migrations) await refuseRows(client, target);
    else if (await hasRelations(client)) throw notEmpty(target, 'it holds tables of something else');
    return migrations;
  });
}

async function checkServer(client: pg.Client, { name, advice }: NamedDatabase) {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version,
            current_setting('server_encoding') AS encoding`,
  );
  const { version = 0, encoding } = rows[0] ?? {};
  if (version < OLDEST) {
    throw new BackupError(
      `${name} is of PostgreSQL ${version}; Obelus needs ${OLDEST} or newer. Nothing was changed. ${advice}`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new BackupError(
      `${name} has the encoding ${encoding}; it must be UTF8. Nothing was changed. ${advice}`,
    );
  }
}

/** Throws BackupError when a table has a row. */
export async function refuseRows(client: pg.Client, target: NamedDatabase) {
  const peopled = await firstPeopled(client, await listTables(client));
  if (peopled) throw notEmpty(target, `there are rows in ${peopled}`);
}

function notEmpty({ name, advice }: NamedDatabase, why: string) {
  return new BackupError(`${name} is not empty: ${why}. Nothing was changed. ${advice}`);
}
