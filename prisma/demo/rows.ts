import { db } from '#lib/db/client.ts';

type Table =
  | 'User'
  | 'WebPage'
  | 'Annotation'
  | 'Anchor'
  | 'Source'
  | 'Assessment'
  | 'AssessmentSource'
  | 'Comment'
  | 'Exhibit'
  | 'ExhibitComment'
  | 'Ruling'
  | 'Event';
export type Row = Record<string, unknown>;

const ROWS_A_STATEMENT = 1_000;

/** Puts many rows in at once; columns that the first row lacks keep their defaults. Rows that are there already stay. */
export async function insertRows(table: Table, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((name) => `"${name}"`)
    .join(', ');
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    // Names of tables and columns are our own; what comes from data is the one parameter.
    await db().$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns})
       SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) ON CONFLICT DO NOTHING`,
      JSON.stringify(rows.slice(from, from + ROWS_A_STATEMENT)),
    );
  }
}
