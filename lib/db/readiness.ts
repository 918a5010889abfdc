import { readdirSync } from 'node:fs';
import path from 'node:path';
import { db } from './client.ts';

/** What keeps this process from serving, in a sentence; null when nothing does. */
export async function readiness(): Promise<string | null> {
  try {
    const rows = await db().$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const done = new Set(rows.map((row) => row.migration_name));
    const waiting = knownMigrations().filter((name) => !done.has(name));
    return waiting.length === 0
      ? null
      : `The database lacks ${waiting.length} migration(s): ${waiting.join(', ')}.`;
  } catch {
    // Which host and why is for the log of the database pool, not for whoever asks.
    return 'The database does not answer.';
  }
}

function knownMigrations(): string[] {
  const folder = path.join(process.cwd(), 'prisma', 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
