import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE, withDatabase } from './postgres.ts';

/** A migrated, empty database of one's own. `drop` throws out whoever is still connected. */
export async function createDatabase(postgresUrl: string) {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await statement(postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return {
    url: withDatabase(postgresUrl, name),
    drop: () => statement(postgresUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function statement(url: string, sql: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
