import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '#lib/env/project-root.ts';
import { TEST_DIST } from './build.ts';
import { createDatabase } from './own-database.ts';

export interface TestServer {
  url: string;
  databaseUrl: string;
  /** Its data folder; mails lie in `outbox` there. */
  data: string;
  child: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** As an operator would. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** The environment of a server of the tests, also for processes beside it (seed, command line). */
export const serverEnvironment = (databaseUrl: string, data: string, port: number) => ({
  ...process.env,
  NODE_ENV: undefined,
  VITEST: undefined,
  PORT: String(port),
  HOST: 'localhost',
  DATABASE_URL: databaseUrl,
  OBELUS_URL: `http://localhost:${port}`,
  OBELUS_DATA: data,
  OBELUS_DIST: TEST_DIST,
  OBELUS_SECRET: 'a secret that only the tests know, long enough',
});

type Environment = Record<string, string | undefined>;

/**
 * `bin/serve.ts` on the tests' build, with a database of its own. Its `stop` also drops the database.
 * `environment` adds to or takes from (undefined) what it sees; `through` may put something between it and the database.
 */
export async function startServer(
  postgresUrl: string,
  environment: Environment = {},
  through: (databaseUrl: string) => string = (databaseUrl) => databaseUrl,
): Promise<TestServer> {
  const database = await createDatabase(postgresUrl);
  return launch(database.url, { DATABASE_URL: through(database.url), ...environment }, database.drop);
}

/** A second server on the database of the first, as behind a load balancer: stop it first. */
export function joinServer(first: TestServer, environment: Environment = {}): Promise<TestServer> {
  return launch(first.databaseUrl, environment);
}

async function launch(
  databaseUrl: string,
  environment: Environment,
  afterwards: () => Promise<void> = async () => {},
): Promise<TestServer> {
  const data = mkdtempSync(path.join(tmpdir(), 'obelus-server-'));
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(projectRoot, 'bin', 'serve.ts')], {
    cwd: projectRoot,
    env: {
      ...serverEnvironment(databaseUrl, data, port),
      ...environment,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      printed += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const code = await ended;
    await afterwards();
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  const early = ended.then((code) => code ?? -1);
  const listening = new Promise<'listening'>((resolve) => {
    child.once('message', () => resolve('listening'));
  });
  if ((await Promise.race([listening, early])) !== 'listening') {
    await stop();
    throw new Error(`The server did not start:\n${printed}`);
  }
  return {
    url: `http://localhost:${port}`,
    databaseUrl,
    data,
    child,
    output: () => printed,
    stop,
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
