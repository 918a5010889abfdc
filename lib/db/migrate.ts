import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { projectRoot } from '#lib/env/project-root.ts';
import { exclusively } from './lock.mjs';

const schemaFile = path.join(projectRoot, 'prisma', 'schema.prisma');
const migrationsFolder = path.join(projectRoot, 'prisma', 'migrations');
const generatedFolder = path.join(projectRoot, 'lib', 'db', 'generated');

/** Prisma's command line said no. The message is what it printed. */
export class PrismaError extends Error {
  override name = 'PrismaError';
}

/** Runs `prisma …` on this Node. Resolves with what it printed. */
function prisma(args: string[], environment: Record<string, string> = {}): Promise<string> {
  const command = path.join(projectRoot, 'node_modules', 'prisma', 'build', 'index.js');
  const config = path.join(projectRoot, 'prisma', 'prisma.config.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args, '--config', config], {
      cwd: projectRoot,
      // The engine's first line asks the PATH for `node`: it shall find this one.
      env: {
        ...process.env,
        ...environment,
        PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
        CHECKPOINT_DISABLE: '1',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new PrismaError(`prisma ${args.join(' ')} failed:\n${output.trim()}`));
    });
  });
}

/** Generates the client if it is missing or of another schema. Returns whether it did. */
export async function ensureClient(): Promise<boolean> {
  const { version } = JSON.parse(
    readFileSync(path.join(projectRoot, 'node_modules', 'prisma', 'package.json'), 'utf8'),
  );
  const wanted = createHash('sha256').update(version).update(readFileSync(schemaFile)).digest('hex');
  const mark = path.join(generatedFolder, 'made-from');
  const isMade = () => existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
  if (isMade()) return false;
  const lock = path.join(projectRoot, 'node_modules', '.cache', 'obelus-client.lock');
  return exclusively(lock, 'generating the client', async () => {
    if (isMade()) return false;
    await prisma(['generate']);
    writeFileSync(mark, wanted);
    return true;
  });
}

/** The names of the migrations that this program has, in their order. */
export function knownMigrations(): string[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The names of the migrations that this program has and the database lacks, in their order. */
export async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const names = knownMigrations();
  return connected(databaseUrl, async (client) => {
    const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
    if (tables[0].name === null) return names;
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const done = new Set(rows.map((row) => row.name));
    return names.filter((name) => !done.has(name));
  });
}

/** Applies what is pending; safe when several processes do it at once. Returns the names that were pending. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length > 0) await prisma(['migrate', 'deploy'], { DATABASE_URL: databaseUrl });
  return pending;
}

/** Applies those of some known migrations that are pending, and no others: for content that was made at them. */
export async function migrateTo(databaseUrl: string, names: readonly string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'obelus-migrations-'));
  try {
    for (const name of [...names, 'migration_lock.toml']) {
      cpSync(path.join(migrationsFolder, name), path.join(folder, name), { recursive: true });
    }
    await prisma(['migrate', 'deploy'], { DATABASE_URL: databaseUrl, OBELUS_MIGRATIONS: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether nobody has an account yet: then it is the first run. */
export function isUnpeopled(databaseUrl: string): Promise<boolean> {
  return connected(databaseUrl, async (client) => {
    const { rows } = await client.query('SELECT EXISTS (SELECT FROM "User") AS peopled');
    return !rows[0].peopled;
  });
}

async function connected<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
