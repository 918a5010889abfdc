import pg from 'pg';

/** Every row of every table of ours as text, by table, in an order of its own; and how the tables are made. */
interface WholeDatabase {
  rows: Record<string, string[]>;
  /** Constraints, triggers and indexes, as PostgreSQL tells them. */
  definitions: string[];
}

/**
 * Reads all that a copy of a database has in common with it: not the numbers of transactions (xid8), nor what a crash
 * would forget (unlogged tables).
 */
export async function wholeDatabase(url: string): Promise<WholeDatabase> {
  return connected(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string; columns: string }>(
      `SELECT quote_ident(c.table_name) AS name, string_agg(quote_ident(c.column_name), ', ' ORDER BY c.column_name) AS columns
       FROM information_schema.columns AS c JOIN pg_class AS k ON k.oid = format('public.%I', c.table_name)::regclass
       WHERE c.table_schema = 'public' AND k.relkind = 'r' AND k.relpersistence = 'p'
         AND c.udt_name <> 'xid8' AND c.table_name <> '_prisma_migrations'
       GROUP BY 1 ORDER BY 1`,
    );
    const rows: Record<string, string[]> = {};
    for (const { name, columns } of tables) {
      const found = await client.query(`SELECT ROW(${columns})::text AS row FROM public.${name}`);
      rows[name] = found.rows.map(({ row }) => row).sort();
    }
    const { rows: definitions } = await client.query<{ line: string }>(
      `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line
         FROM pg_constraint WHERE connamespace = 'public'::regnamespace
       UNION ALL SELECT pg_get_triggerdef(oid) || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
       ORDER BY 1`,
    );
    return { rows, definitions: definitions.map(({ line }) => line) };
  });
}

/** One statement on a connection of its own. */
export function query(url: string, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  return connected(url, (client) => client.query(sql, values));
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
