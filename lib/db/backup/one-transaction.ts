import pg from 'pg';
import { BackupError } from './backup-error.ts';

/**
 * How values are written as text and read again: without loss, and alike on every server. Whatever limits the role
 * has, a large table takes its time.
 */
const SETTINGS = {
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '3',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  transaction_timeout: '0',
};

/** Runs `work` in one transaction on a connection of its own. What it throws undoes all of it. */
export async function inOneTransaction<T>(
  url: string,
  mode: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'obelus backup', keepAlive: true });
  // A connection that breaks is told by the statement that it breaks.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`BEGIN ${mode}`);
    // Not every version has every setting.
    await client.query(
      `SELECT set_config(known.name, given.value, true)
       FROM json_each_text($1) AS given JOIN pg_settings AS known ON known.name = given.key`,
      [JSON.stringify(SETTINGS)],
    );
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    throw explained(error);
  } finally {
    await client.end();
  }
}

function explained(error: unknown): unknown {
  const { message } = error as Error;
  const ours = error instanceof pg.DatabaseError || /^Connection terminated/.test(message);
  return ours ? new BackupError(`The database says: ${message}.`, { cause: error }) : error;
}
