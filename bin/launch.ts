// `npm start` once the packages are there: database, migrations, build, first content, server; and all of it down
// again at the end. Runs on the project's own Node.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type EmbeddedDatabase, lockFileOf, startEmbedded } from '#lib/db/embedded.ts';
import { EmbeddedDatabaseError, ensureDataFolder } from '#lib/db/embedded-home.ts';
import { acquireLock } from '#lib/db/lock.mjs';
import { ensureClient, isUnpeopled, migrate, PrismaError } from '#lib/db/migrate.ts';
import { ConfigurationError, keptSecret, parseEnv } from '#lib/env/env.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { BuildError, ensureBuild } from '#lib/http/build.ts';
import { portTaken } from '#lib/http/port.ts';
import { installJobs } from '#lib/jobs/install.ts';
import type { Seeded } from '../prisma/seed.ts';

/** A failure whose message is all that somebody needs. */
class StartError extends Error {}

const EXPLAINED = [StartError, ConfigurationError, EmbeddedDatabaseError, PrismaError, BuildError];

const dev = process.argv.includes('--dev');
const stopping = new AbortController();
const stop = () => stopping.abort();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
// The process that `npm start` began with is gone.
process.on('disconnect', stop);

/** Undone in reverse at the end, however that came. */
const undo: (() => Promise<void> | void)[] = [];

async function step<T>(doing: string, work: () => Promise<T>): Promise<T> {
  stopping.signal.throwIfAborted();
  console.log(doing);
  const result = await work();
  stopping.signal.throwIfAborted();
  return result;
}

async function start(): Promise<void> {
  const file = path.join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const settings = parseEnv(process.env);
  const data = ensureDataFolder(settings.data);
  await claim(data, settings);
  const databaseUrl = settings.databaseUrl ?? (await startDatabase(data));
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    OBELUS_DATA: data,
    OBELUS_SECRET: settings.secret ?? keptSecret(data),
    OBELUS_URL: settings.url,
  });
  if (await ensureClient()) console.log('The database client was generated.');
  const migrated = await step('Looking at the database …', () => migrate(databaseUrl));
  await installJobs(databaseUrl);
  if (migrated.length > 0) console.log(`Migrated: ${migrated.join(', ')}.`);
  if (!dev) {
    const built = await step('Looking for a build of these sources …', () =>
      ensureBuild(settings.dist, stopping.signal, () =>
        console.log('There is none: building (about a minute) …'),
      ),
    );
    if (built) console.log('Built.');
  }
  const seeded = (await isUnpeopled(databaseUrl))
    ? await step('First run: putting the first content in …', putFirstContentIn)
    : null;
  const server = await step('Starting the server …', startServer);
  welcome(settings.url, seeded);
  await server.ended;
}

/** Makes sure, before anything takes long, that nobody else does this here and that the port is free. */
async function claim(data: string, { url, host, port }: ReturnType<typeof parseEnv>) {
  const lock = await takeTurn(lockFileOf(data), `the server at ${url}`);
  undo.push(lock.release);
  // The server of a start that was killed ends by itself within seconds.
  for (let tries = 0; await portTaken(host, port); tries += 1) {
    if (!lock.afterCrash || tries === 30) {
      throw new StartError(
        `Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`,
      );
    }
    await wait(200);
  }
}

/** How long an earlier start that is just ending is waited for, in milliseconds. */
const PATIENCE = 5_000;

async function takeTurn(file: string, what: string) {
  for (let waited = 0; ; waited += 100) {
    stopping.signal.throwIfAborted();
    const { holder, lock } = acquireLock(file, what);
    if (lock) return lock;
    if (waited === 0)
      console.log(`Process ${holder.pid} is at work here. Waiting a moment in case it is ending …`);
    if (waited < PATIENCE) {
      await wait(100);
      continue;
    }
    throw new StartError(
      `Obelus runs here already: ${holder.what} (process ${holder.pid}).\nStop it first; or, for a second one, start another clone with another PORT.`,
    );
  }
}

async function startDatabase(data: string): Promise<string> {
  let database = await step('Starting the database …', () => startEmbedded({ data }));
  console.log(`Database: ${database.folder}`);
  undo.push(() => database.stop());
  const watch = async (watched: EmbeddedDatabase) => {
    await watched.exited;
    if (stopping.signal.aborted) return;
    console.error('The database ended unexpectedly; starting it again.');
    try {
      database = await startEmbedded({ data });
      void watch(database);
    } catch (error) {
      explain(error);
      process.exitCode = 1;
      stop();
    }
  };
  void watch(database);
  return database.url;
}

/** In a process of its own, which answers with what it made. */
async function putFirstContentIn(): Promise<Seeded | null> {
  const child = run('seed.ts', []);
  let seeded: Seeded | null = null;
  child.once('message', (message) => {
    seeded = message as Seeded;
  });
  if ((await endOf(child)) !== 0) throw new StartError('The first content could not be put in; see above.');
  return seeded;
}

function welcome(url: string, seeded: Seeded | null) {
  console.log(`\nObelus is ready: ${url}`);
  if (seeded?.articleSlug) console.log(`A demonstration article: ${url}/articles/${seeded.articleSlug}`);
  if (seeded?.admin) {
    const { email, password } = seeded.admin;
    console.log(
      `Sign in as ${email} with ${password ? `the password ${password}` : 'the password that you set'}`,
    );
    if (password) console.log('It is shown this once; `npm run obelus -- user password` sets another.');
  }
  console.log('Ctrl-C stops it.\n');
}

async function startServer() {
  const child = run('serve.ts', dev ? ['--dev'] : []);
  const ended = endOf(child).then((code) => {
    if (stopping.signal.aborted) return;
    throw new StartError(`The server ended unexpectedly (${child.signalCode ?? `code ${code}`}).`);
  });
  undo.push(async () => {
    child.kill('SIGTERM');
    await endOf(child);
  });
  stopping.signal.addEventListener('abort', () => child.kill('SIGTERM'));
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), ended]);
  return { ended };
}

function run(file: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [path.join(import.meta.dirname, file), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

function explain(error: unknown) {
  const explained = EXPLAINED.some((kind) => error instanceof kind);
  console.error(explained ? `\n${(error as Error).message}` : error);
}

try {
  await start();
} catch (error) {
  // Whatever a stop cut off complains in its own way.
  if (!stopping.signal.aborted) {
    explain(error);
    process.exitCode = 1;
  }
}
stop();
for (const work of undo.reverse()) await work();
process.exit();
