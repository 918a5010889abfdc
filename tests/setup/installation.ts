import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#lib/env/project-root.ts';
import { TEST_DIST } from './build.ts';

const run = promisify(execFile);

/** What `npm start` runs, on a data folder and a database of its own. */
export interface Installation {
  url: string;
  process: ChildProcess;
  output(): string;
  /** Process ids of the server and of the database. */
  server: number;
  database: number;
  ended: Promise<number | null>;
}

const environmentOf = (data: string, port: number): NodeJS.ProcessEnv => {
  const { VITEST, DATABASE_URL, OBELUS_SECRET, OBELUS_URL, ...rest } = process.env;
  return {
    ...rest,
    NODE_ENV: 'production',
    PORT: String(port),
    OBELUS_DATA: data,
    OBELUS_DIST: TEST_DIST,
    OBELUS_LIMITS: 'off',
    OBELUS_ADMIN_EMAIL: 'admin@example.org',
    OBELUS_ADMIN_PASSWORD: 'a long enough password',
  };
};

/** Resolves once it says that it is ready; rejects with what it printed when it ends before. */
export async function startInstallation(data: string, port: number): Promise<Installation> {
  const child = spawn(process.execPath, [path.join(projectRoot, 'bin', 'launch.ts')], {
    cwd: projectRoot,
    env: environmentOf(data, port),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        printed += chunk;
        if (printed.includes('Obelus is ready')) resolve();
      });
    }
    void ended.then(() => reject(new Error(`It ended before it was ready:\n${printed}`)));
  });
  const folder = /^Database: (.+)$/m.exec(printed)?.[1] ?? '';
  return {
    url: `http://localhost:${port}`,
    process: child,
    output: () => printed,
    server: childOf(child.pid ?? 0, 'serve.ts'),
    database: postmasterIn(folder),
    ended,
  };
}

/** The obelus command line beside it. */
export async function obelus(data: string, port: number, ...words: string[]): Promise<string> {
  const file = path.join(projectRoot, 'bin', 'obelus', 'main.ts');
  const { stdout } = await run(process.execPath, [file, ...words], { env: environmentOf(data, port) });
  return stdout.trim();
}

function childOf(parent: number, script: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const ppid = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (Number(ppid) === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(script))
        return Number(pid);
    } catch {
      // It ended while we looked.
    }
  }
  throw new Error(`${script} does not run under ${parent}`);
}

function postmasterIn(folder: string): number {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((f) =>
    f.endsWith('postmaster.pid'),
  );
  return Number(readFileSync(path.join(folder, file ?? ''), 'utf8').split('\n')[0]);
}
