import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE, withDatabase } from './postgres.ts';

/** A migrated database of one's own without content. `drop` throws out whoever is still connected. */
export function createDatabase(postgresUrl: string) {
  return createAs(postgresUrl, `TEMPLATE ${TEMPLATE}`);
}

/** The same without a single table. `options` are PostgreSQL's. */
export function createBareDatabase(postgresUrl: string, options = '') {
  return createAs(postgresUrl, options);
}

async function createAs(postgresUrl: string, options: string) {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await statement(postgresUrl, `CREATE DATABASE ${name} ${options}`);
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
