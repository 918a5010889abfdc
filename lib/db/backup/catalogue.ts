import type pg from 'pg';
import type { SequenceState, TableShape } from './manifest.ts';

// What there is to be carried is read off the database itself: a new table or column is in the next backup.

/** Prisma's record of migrations. It is told, not copied: restoring migrates. */
const MIGRATIONS_TABLE = '_prisma_migrations';

const NOT_OF_AN_EXTENSION = `NOT EXISTS (
  SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;

/**
 * The tables with the columns that are carried. Left out are unlogged tables (what a crash may forget, a backup need
 * not know), generated columns, and columns of type xid8: the numbers of one server's transactions mean nothing on
 * another. Their default, the transaction that restores, is what holds there.
 */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `SELECT c.relname AS name, json_agg(
        json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
     FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
     WHERE c.relnamespace = to_regnamespace('public') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relpersistence = 'p' AND c.relname <> $1 AND ${NOT_OF_AN_EXTENSION}
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype
     GROUP BY c.oid, c.relname ORDER BY c.relname`,
    [MIGRATIONS_TABLE],
  );
  return rows;
}

export const nameOf = (client: pg.Client, name: string) => `public.${client.escapeIdentifier(name)}`;

export const columnsOf = (client: pg.Client, { columns }: TableShape) =>
  columns.map(({ name }) => client.escapeIdentifier(name)).join(', ');

export async function listSequences(client: pg.Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class AS c
     WHERE c.relnamespace = to_regnamespace('public') AND c.relkind = 'S' AND c.relpersistence = 'p'
       AND ${NOT_OF_AN_EXTENSION}
     ORDER BY c.relname`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await client.query<Omit<SequenceState, 'name'>>(
      `SELECT last_value::text AS value, is_called AS called FROM ${nameOf(client, name)}`,
    );
    states.push({ name, ...(state.rows[0] as Omit<SequenceState, 'name'>) });
  }
  return states;
}

/** The migrations that the database went through, in that order; null when it never was ours. */
export async function listMigrations(client: pg.Client): Promise<string[] | null> {
  const { rows: found } = await client.query(`SELECT to_regclass('public.${MIGRATIONS_TABLE}') AS name`);
  if (found[0].name === null) return null;
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM public.${MIGRATIONS_TABLE}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY finished_at, migration_name`,
  );
  return rows.map(({ name }) => name);
}

/** Whether there is anything in the schema at all that no extension brought. */
export async function hasRelations(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT FROM pg_class AS c
       WHERE c.relnamespace = to_regnamespace('public') AND ${NOT_OF_AN_EXTENSION}) AS found`,
  );
  return rows[0].found;
}

/** So the comment on a table begins that migrations put rows into: those are no content. */
const BEGUN = 'Begins with rows';

/** The first of the tables that has a row; those that a new database begins with are not counted. */
export async function firstPeopled(client: pg.Client, tables: TableShape[]): Promise<string | null> {
  const { rows: begun } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class AS c
     WHERE c.relnamespace = to_regnamespace('public') AND starts_with(obj_description(c.oid, 'pg_class'), $1)`,
    [BEGUN],
  );
  for (const { name } of tables) {
    if (begun.some((table) => table.name === name)) continue;
    const { rows } = await client.query(`SELECT EXISTS (SELECT FROM ${nameOf(client, name)}) AS found`);
    if (rows[0].found) return name;
  }
  return null;
}
