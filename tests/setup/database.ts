// Before a test file is imported: a database and a data folder of its own, named in the environment.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, inject } from 'vitest';
import { createDatabase } from './own-database.ts';

const database = await createDatabase(inject('postgresUrl'));
const data = mkdtempSync(path.join(tmpdir(), 'obelus-data-'));

process.env.DATABASE_URL = database.url;
process.env.OBELUS_DATA = data;
process.env.OBELUS_SECRET = 'a secret that only the tests know, long enough';
process.env.OBELUS_URL = 'http://localhost:3000';
process.env.OBELUS_WORKER = 'off';
process.env.NEXTAUTH_SECRET = process.env.OBELUS_SECRET;
process.env.NEXTAUTH_URL = process.env.OBELUS_URL;

afterAll(async () => {
  const { disconnect } = await import('#lib/db/client.ts');
  await disconnect();
  await database.drop();
  rmSync(data, { recursive: true, force: true });
});
