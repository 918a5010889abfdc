import { existsSync } from 'node:fs';
import path from 'node:path';
import { useEmbedded } from '#lib/db/embedded.ts';
import { ensureDataFolder } from '#lib/db/embedded-home.ts';
import { ensureClient, migrate, pendingMigrations } from '#lib/db/migrate.ts';
import { ConfigurationError, parseEnv } from '#lib/env/env.ts';
import { projectRoot } from '#lib/env/project-root.ts';

/**
 * Runs `work` with the database that the server uses, whether that runs or not: without DATABASE_URL the embedded one
 * is started for as long as it takes. The configuration is read as `npm start` reads it.
 */
export async function withDatabase(what: string, work: () => Promise<void>): Promise<void> {
  const file = path.join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const settings = parseEnv(process.env);
  if (settings.databaseUrl) return useServer(settings.databaseUrl, work);
  const data = ensureDataFolder(settings.data);
  const { url, stop } = await useEmbedded(data, what);
  const stopNow = () => void stop().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopNow);
  try {
    await ensureClient();
    await migrate(url);
    await connected(url, work);
  } finally {
    await stop();
  }
}

/** A database server of somebody's own is migrated when they say so. */
async function useServer(url: string, work: () => Promise<void>) {
  await ensureClient();
  const pending = await pendingMigrations(url);
  if (pending.length > 0) {
    throw new ConfigurationError(
      'The database at DATABASE_URL is not up to date. Run `npm start` or `npm run migrate` first.',
    );
  }
  await connected(url, work);
}

async function connected(url: string, work: () => Promise<void>) {
  process.env.DATABASE_URL = url;
  const { disconnect } = await import('#lib/db/client.ts');
  try {
    await work();
  } finally {
    await disconnect();
  }
}
