// What `npm start` and `npm test` need before anything is installed. Runs on Node 20.19 with npm and nothing else.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { exclusively } from '../lib/db/lock.mjs';

export const root = path.resolve(import.meta.dirname, '..');

const modules = path.join(root, 'node_modules');

/** What npm notes about the folder when it is done; an install that was cut off leaves none. */
const installedList = path.join(modules, '.package-lock.json');

/** The Node that the project runs on: a package like the others, so that the machine's own may be older. */
export const node = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function installedMatches() {
  if (!existsSync(node) || !existsSync(installedList)) return false;
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(installedList);
  // Optional packages are those of other systems.
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || installed[name]?.version === entry.version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Installs the packages of the lock file if they are missing or others. */
export async function ensureInstalled() {
  if (installedMatches()) return;
  await exclusively(
    path.join(root, '.data', 'install.lock'),
    'an installation',
    async () => {
      if (!installedMatches()) await install();
    },
    (holder) => console.log(`Another process (${holder.pid}) is installing the packages; waiting for it.`),
  );
}

async function install() {
  const again = existsSync(modules);
  console.log(
    `${again ? 'The list of packages changed: installing them' : 'Installing the packages'} (1.3 GB, one to three minutes) …`,
  );
  rmSync(installedList, { force: true });
  const begin = Date.now();
  const seconds = () => Math.round((Date.now() - begin) / 1000);
  const tick = setInterval(() => console.log(`  still installing, ${seconds()} s`), 15_000);
  try {
    await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  } finally {
    clearInterval(tick);
  }
  if (!installedMatches()) {
    throw new Error(
      'npm ended well, but packages are missing. Delete the folder node_modules and start again.',
    );
  }
  console.log(`Installed in ${seconds()} s.`);
}

function npm(args) {
  // Under `npm start`, npm says where it is; that file needs no shell, on no system.
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: command === 'npm' && process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    const forward = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward);
    child.once('error', (error) => reject(new Error(`npm could not be run: ${error.message}`)));
    child.once('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, forward);
      if (code === 0) resolve();
      else if (signal) reject(new Error('The installation was stopped. Start again to go on.'));
      else
        reject(
          new Error(
            `npm ci failed (its message stands above). Check the connection to the npm registry, then start again.`,
          ),
        );
    });
  });
}

/** Runs a file on the project's own Node until it ends, and hands signals on to it. Resolves with its exit code. */
export function runOnNode(file, args, options = {}) {
  const child = spawn(node, [file, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` },
    ...options,
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Ends this process with what it was called for, or with a message that says what to do. */
export async function endWith(work) {
  try {
    process.exit(await work());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
