import pg from 'pg';

/** How many statements this process sends to the database while `work` runs, besides telling others of what happened before. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype;
  let count = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    const [statement] = given as [string | { text?: string }];
    const text = typeof statement === 'string' ? statement : statement.text;
    if (!text?.includes('pg_notify')) count += 1;
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return count;
}
