import type pg from 'pg';
import { nameOf } from './catalogue.ts';

/** How a trigger was on, by its letter in the catalogue. */
const WAYS: Record<string, string> = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' };

/**
 * Takes foreign keys off and triggers out of service while `work` puts rows in, and puts them back, all in the open
 * transaction: so tables may come in any order and refer to each other in circles, no trigger does again what it did
 * when the rows were new, and all references are checked at once in the end. It takes the owner of the tables, and
 * no superuser.
 */
export async function withoutKeysAndTriggers<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const keys = await listForeignKeys(client);
  const triggers = await listTriggers(client);
  for (const { table, name } of keys) await alter(client, table, `DROP CONSTRAINT ${name}`);
  for (const { table, name } of triggers) await alter(client, table, `DISABLE TRIGGER ${name}`);
  const result = await work();
  for (const { table, name, definition } of keys) {
    await alter(client, table, `ADD CONSTRAINT ${name} ${definition}`);
  }
  for (const { table, name, way } of triggers) await alter(client, table, `${WAYS[way]} TRIGGER ${name}`);
  return result;
}

const alter = (client: pg.Client, table: string, change: string) =>
  client.query(`ALTER TABLE ${nameOf(client, table)} ${change}`);

async function listForeignKeys(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT c.relname AS "table", quote_ident(k.conname) AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = to_regnamespace('public')`,
  );
  return rows;
}

async function listTriggers(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; way: string }>(
    `SELECT c.relname AS "table", quote_ident(t.tgname) AS name, t.tgenabled AS way
     FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled <> 'D'
       AND c.relnamespace = to_regnamespace('public')`,
  );
  return rows;
}
