import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DatabaseHome, EmbeddedDatabaseError } from './embedded-home.ts';

const MAJOR_VERSION = '18';

/** Names of the role and of the database that the program uses. The role is no superuser. */
export const ROLE = 'obelus';
export const DATABASE = 'obelus';

/**
 * Locales for LC_CTYPE, the first that the machine has. Sorting and case come from PostgreSQL's built-in C.UTF-8
 * and are the same everywhere; pg_trgm still asks the system what a letter is, and sees no umlaut under "C".
 */
const CTYPES =
  process.platform === 'win32' ? ['en-US', 'C'] : ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'UTF-8', 'C'];

/** The environment of PostgreSQL's programs: nothing of ours, and no PG… variable that would redirect them. */
export const clusterEnvironment = (): NodeJS.ProcessEnv => {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv;
};

/**
 * Makes the cluster unless it is there. A cluster that was cut off halfway is made again. A `throwaway` one does not
 * wait for the disk.
 */
export async function ensureCluster(home: DatabaseHome, throwaway: boolean): Promise<void> {
  const versionFile = path.join(home.cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim();
    if (version === MAJOR_VERSION) return;
    throw new EmbeddedDatabaseError(
      `${home.cluster} was made by PostgreSQL ${version}; this program carries PostgreSQL ${MAJOR_VERSION}. Export it with pg_dump of version ${version}, move the folder away, and import it again.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(home.password, password, { mode: 0o600 });
  const draft = `${home.cluster}.new`;
  await initialise(home, draft, throwaway);
  makeRoleAndDatabase(home, draft, password);
  renameSync(draft, home.cluster);
}

async function initialise(home: DatabaseHome, cluster: string, throwaway: boolean) {
  // Nobody signs in as the superuser: its password is thrown away.
  const passwordFile = path.join(home.folder, 'superuser');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid);
  try {
    let failure = '';
    for (const ctype of CTYPES) {
      rmSync(cluster, { recursive: true, force: true });
      const result = await run(home, home.binaries.initdb, [
        ...initdbArguments(cluster, passwordFile, ctype),
        ...(throwaway ? ['--no-sync'] : []),
      ]);
      if (result.code === 0) return;
      failure = result.output;
    }
    throw new EmbeddedDatabaseError(`PostgreSQL could not make its folder ${cluster}:\n${failure.trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

const initdbArguments = (cluster: string, passwordFile: string, ctype: string) => [
  `--pgdata=${cluster}`,
  '--username=postgres',
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${ctype}`,
  '--text-search-config=simple',
  '--no-instructions',
];

/** Runs one of PostgreSQL's programs to its end. */
function run(
  home: DatabaseHome,
  program: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...home.account,
      cwd: home.folder,
      env: clusterEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** In single-user mode, so that the superuser never has to be let in over the socket. */
function makeRoleAndDatabase(home: DatabaseHome, cluster: string, password: string) {
  // The password is base64url: it needs no quoting. CREATEDB is for tests and for Prisma's shadow database.
  const statements = [
    `CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${DATABASE} OWNER ${ROLE}`,
  ];
  const result = spawnSync(home.binaries.postgres, ['--single', '-D', cluster, 'postgres'], {
    ...home.account,
    cwd: home.folder,
    env: clusterEnvironment(),
    input: `${statements.join('\n')}\n`,
    encoding: 'utf8',
  });
  if (result.status === 0 && !/ERROR:|FATAL:/.test(result.stderr)) return;
  throw new EmbeddedDatabaseError(`PostgreSQL could not make its database in ${cluster}:\n${result.stderr}`);
}

/** `pg_ctl stop`. Returns whether it stopped. */
export async function stopCluster(home: DatabaseHome, mode: 'fast' | 'immediate'): Promise<boolean> {
  const args = ['stop', '-D', home.cluster, '-m', mode, '-w', '-t', '30', '-s'];
  return (await run(home, home.binaries.control, args)).code === 0;
}
