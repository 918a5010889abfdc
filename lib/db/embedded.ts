import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { clusterEnvironment, DATABASE, ensureCluster, ROLE, stopCluster } from './embedded-cluster.ts';
import { type DatabaseHome, databaseHome, EmbeddedDatabaseError, shortHash } from './embedded-home.ts';
import { disownPidFile, readPostmaster, runs } from './embedded-postmaster.ts';
import { acquireLock } from './lock.mjs';

export interface EmbeddedDatabase {
  url: string;
  /** Where it lies, to be shown to people. */
  folder: string;
  pid: number;
  /** Resolves when the process ends, whoever ended it. */
  exited: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>;
}

interface EmbeddedOptions {
  /** The data folder (`env().data`). */
  data: string;
  /** For tests: does not wait for the disk. */
  throwaway?: boolean;
}

/** The file by which processes agree who looks after a data folder's database. */
export const lockFileOf = (data: string) => path.join(data, 'lock');

/**
 * Starts the PostgreSQL that came with the packages, on the data folder's own cluster, and makes that cluster first
 * if there is none. One that a killed process left running is stopped first; nothing committed is lost.
 * The caller holds the lock of the data folder.
 */
export async function startEmbedded({ data, throwaway = false }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = databaseHome(data);
  await ensureCluster(home, throwaway);
  await clearLeftover(home);
  const address = await listeningAddress(home);
  const { child, exited } = await launch(home, [...address.args, ...(throwaway ? THROWAWAY : DURABLE)]);
  return {
    url: urlOf(home, address),
    folder: home.folder,
    pid: child.pid as number,
    exited,
    async stop() {
      const stopped = (await stopCluster(home, 'fast')) || (await stopCluster(home, 'immediate'));
      if (stopped) await exited;
      // A socket folder outside of the home lies in a place shared with others.
      if (address.folder && !address.folder.startsWith(home.folder))
        rmSync(address.folder, { recursive: true, force: true });
    },
  };
}

/**
 * For commands that need the database for a moment: the running server's, or one that is started for as long as
 * it takes. `what` names the command to whoever wants to start the server meanwhile.
 */
export async function useEmbedded(
  data: string,
  what: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const home = databaseHome(data);
  const { holder, lock } = acquireLock(lockFileOf(data), what);
  if (holder) return { url: await urlWhenReady(home, holder), stop: async () => {} };
  try {
    const database = await startEmbedded({ data });
    const stop = async () => {
      await database.stop();
      lock.release();
    };
    return { url: database.url, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function urlWhenReady(home: DatabaseHome, holder: { pid: number; what: string }): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const postmaster = readPostmaster(home.cluster);
    if (postmaster?.ready && runs(postmaster, home.cluster)) {
      return urlOf(home, { folder: postmaster.socketFolder || null, port: postmaster.port });
    }
    await wait(100);
  }
  throw new EmbeddedDatabaseError(
    `The database is in use (${holder.what}, process ${holder.pid}) but does not answer.`,
  );
}

/** Stops what an earlier, killed process left behind. */
async function clearLeftover(home: DatabaseHome) {
  const postmaster = readPostmaster(home.cluster);
  if (!postmaster) return;
  if (!runs(postmaster, home.cluster)) return disownPidFile(home.cluster);
  if ((await stopCluster(home, 'fast')) || (await stopCluster(home, 'immediate'))) return;
  throw new EmbeddedDatabaseError(
    `A PostgreSQL that was left running (process ${postmaster.pid}) does not stop. Stop it and start again.`,
  );
}

interface Address {
  /** null: TCP on loopback. */
  folder: string | null;
  port: number;
}

const SOCKET_PORT = 5432;
const SOCKET = `.s.PGSQL.${SOCKET_PORT}`;

function urlOf(home: DatabaseHome, { folder, port }: Address): string {
  const password = readFileSync(home.password, 'utf8').trim();
  const server = `postgresql://${ROLE}:${password}@${folder ? 'localhost' : '127.0.0.1'}:${port}/${DATABASE}`;
  return folder ? `${server}?host=${encodeURIComponent(folder)}` : server;
}

async function listeningAddress(home: DatabaseHome): Promise<Address & { args: string[] }> {
  if (process.platform === 'win32') {
    const port = await freePort();
    return {
      folder: null,
      port,
      args: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-p', `${port}`],
    };
  }
  const folder = socketFolder(home);
  // Nobody serves this cluster now (see clearLeftover). A killed server's lock stands in the way of the next as long
  // as some process bears its number.
  for (const name of [SOCKET, `${SOCKET}.lock`]) rmSync(path.join(folder, name), { force: true });
  // The setting is a list: quotes keep a folder with a comma or a space in one piece.
  const quoted = `"${folder.replaceAll('"', '""')}"`;
  const settings = ['listen_addresses=', `unix_socket_directories=${quoted}`, 'unix_socket_permissions=0700'];
  return {
    folder,
    port: SOCKET_PORT,
    args: [...settings.flatMap((item) => ['-c', item]), '-p', `${SOCKET_PORT}`],
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** The shortest limit of a socket's path among our systems (macOS 104 bytes, Linux 108), with its end mark. */
const SOCKET_PATH_BYTES = 103;

/** A folder that only the database's account can enter, with a path short enough for a socket. */
function socketFolder(home: DatabaseHome): string {
  const name = `obelus-${shortHash(home.folder)}`;
  const runtime = home.account ? undefined : process.env.XDG_RUNTIME_DIR;
  const candidates = [
    path.join(home.folder, 'run'),
    ...(runtime ? [path.join(runtime, name)] : []),
    path.join('/tmp', name),
  ];
  for (const folder of candidates) {
    if (Buffer.byteLength(path.join(folder, SOCKET)) <= SOCKET_PATH_BYTES && takePrivately(folder, home)) {
      return folder;
    }
  }
  const folder = mkdtempSync('/tmp/obelus-');
  if (home.account) chownSync(folder, home.account.uid, home.account.gid);
  return folder;
}

/** Makes the folder, or takes one that is already ours and closed to others; never one that somebody else laid out. */
function takePrivately(folder: string, { account }: DatabaseHome): boolean {
  const uid = account?.uid ?? process.getuid?.();
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) return false;
  if (!account) chmodSync(folder, 0o700);
  return (statSync(folder).mode & 0o077) === 0;
}

const DURABLE = ['-c', 'log_checkpoints=off'];
const THROWAWAY = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'autovacuum',
  'log_checkpoints',
].flatMap((name) => ['-c', `${name}=off`]);

/** How long to wait for children of a killed server to let go of its memory. */
const TRIES = 40;

async function launch(home: DatabaseHome, args: string[]) {
  for (let tries = 1; ; tries += 1) {
    const begin = existsSync(home.log) ? statSync(home.log).size : 0;
    const child = spawnPostgres(home, args, begin);
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
    });
    if (await becameReady(home, child)) return { child, exited };
    const log = readFileSync(home.log, 'utf8').slice(begin).trim();
    if (!log.includes('shared memory block') || tries === TRIES) {
      throw new EmbeddedDatabaseError(
        `PostgreSQL does not start. Its log, ${home.log}, ends with:\n${log.split('\n').slice(-12).join('\n')}`,
      );
    }
    await wait(250);
  }
}

const LOG_LIMIT = 10 * 1024 * 1024;

function spawnPostgres(home: DatabaseHome, args: string[], logSize: number): ChildProcess {
  const log = openSync(home.log, logSize > LOG_LIMIT ? 'w' : 'a', 0o600);
  const child = spawn(home.binaries.postgres, ['-D', home.cluster, ...args], {
    ...home.account,
    // In a session of its own: Ctrl-C must reach the server first, which may still be writing.
    detached: true,
    windowsHide: true,
    cwd: home.folder,
    env: clusterEnvironment(),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

/** Waits as long as the process lives: after a crash it may replay its log for minutes. */
async function becameReady(home: DatabaseHome, child: ChildProcess): Promise<boolean> {
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  while (child.exitCode === null && child.signalCode === null) {
    if (failed)
      throw new EmbeddedDatabaseError(`PostgreSQL does not run: ${failed.message}`, { cause: failed });
    const postmaster = readPostmaster(home.cluster);
    if (postmaster?.ready && postmaster.pid === child.pid) return true;
    await wait(20);
  }
  return false;
}
