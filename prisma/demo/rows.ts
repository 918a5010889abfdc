import { randomBytes } from 'node:crypto';
import { db } from '#lib/db/client.ts';

/** A UUID of version 7 (RFC 9562) for a moment: ids are in the order of their times. */
export function idAt(time: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

type Table =
  | 'User'
  | 'WebPage'
  | 'Annotation'
  | 'Anchor'
  | 'Source'
  | 'Assessment'
  | 'AssessmentSource'
  | 'Comment'
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
