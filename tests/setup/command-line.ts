import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { projectRoot } from '#lib/env/project-root.ts';

/** Where the person stands who types the commands of a file of tests. */
export const folder = mkdtempSync(path.join(tmpdir(), 'obelus-cli-'));
// The account of the embedded database passes through.
chmodSync(folder, 0o711);

/** For a file of tests: the folder is gone behind it. */
export function clearAwayFolder(): void {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export type Environment = Record<string, string | undefined>;

/** What `npm run obelus` starts once all is installed, and the file that looks after that. */
export const MAIN = 'obelus/main.ts';
export const INSTALLING = 'obelus.mjs';

/** Starts a script of bin in a process of its own, as a person does by typing. */
export function start(args: readonly string[], environment: Environment = {}, script = MAIN) {
  const child = spawn(process.execPath, [path.join(projectRoot, 'bin', script), ...args], {
    cwd: projectRoot,
    env: { ...process.env, INIT_CWD: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    ended.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    ended.err += chunk;
  });
  const end = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ ...ended, code }));
  });
  return { child, end };
}
