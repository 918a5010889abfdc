import { existsSync } from 'node:fs';
import path from 'node:path';
import { useEmbedded } from '#lib/db/embedded.ts';
import { ensureDataFolder } from '#lib/db/embedded-home.ts';
import { ensureClient, migrate, pendingMigrations } from '#lib/db/migrate.ts';
import { ConfigurationError, parseEnv } from '#lib/env/env.ts';
import { projectRoot } from '#lib/env/project-root.ts';

/** The database that the server uses, and what lies beside it. */
interface OpenDatabase {
  url: string;
  data: string;
  /** Whether it came with the packages; else somebody named it in DATABASE_URL. */
  embedded: boolean;
  /** OBELUS_SECRET, when it is set. */
  secret: string | null;
}

/**
 * Runs `work` with the database that the server uses, whether that runs or not: without DATABASE_URL the embedded one
 * is started for as long as it takes. The configuration is read as `npm start` reads it.
 */
export function withDatabase(what: string, work: () => Promise<void>): Promise<void> {
  return withDatabaseAsItIs(what, async ({ url, embedded }) => {
    await ensureClient();
    if (embedded) await migrate(url);
    else await refusePending(url);
    await connected(url, work);
  });
}

/** The same without a look at its migrations: it may lack some, or all of them. */
export async function withDatabaseAsItIs(
  what: string,
  work: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const file = path.join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const { databaseUrl, data: folder, secret } = parseEnv(process.env);
  if (databaseUrl) {
    onSignal(async () => {});
    return work({ url: databaseUrl, data: folder, embedded: false, secret });
  }
  const data = ensureDataFolder(folder);
  const { url, stop: stopDatabase } = await useEmbedded(data, what);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= stopDatabase();
    return stopped;
  };
  onSignal(stop);
  try {
    await work({ url, data, embedded: true, secret });
  } finally {
    await stop();
  }
}

/** Ends by `process.exit`, so that what is half done is put away. */
function onSignal(stop: () => Promise<void>) {
  const stopNow = () => void stop().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopNow);
}

/** A database server of somebody's own is migrated when they say so. */
async function refusePending(url: string) {
  const pending = await pendingMigrations(url);
  if (pending.length === 0) return;
  throw new ConfigurationError(
    'The database at DATABASE_URL is not up to date. Run `npm start` or `npm run migrate` first.',
  );
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
