import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exclusively } from '#lib/db/lock.mjs';
import { projectRoot } from '#lib/env/project-root.ts';
import { buildGuestBundle } from './guest-bundle.ts';

export class BuildError extends Error {
  override name = 'BuildError';
}

/** What a build is made from. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'package.json',
  'package-lock.json',
];

const TYPES = path.join(projectRoot, 'tsconfig.json');

/** Generated from the schema, which is counted itself. */
const GENERATED = path.join('lib', 'db', 'generated');

function filesOf(relative: string): string[] {
  const full = path.join(projectRoot, relative);
  if (relative === GENERATED || !existsSync(full)) return [];
  const entries = readdirSync(full, { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.join(relative, entry.name);
      if (entry.isDirectory()) return filesOf(name);
      return entry.isFile() ? [name] : [];
    });
}

/** One value for everything that decides what a build comes out as. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((name) => (path.extname(name) ? [name] : filesOf(name)));
  for (const file of files) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(projectRoot, file)))
      .update('\0');
  }
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${value}\0`);
  }
  return hash.update(process.version).digest('hex');
}

/**
 * Builds for production unless the folder holds a build of these very sources. The mark that says so is taken away
 * before and put back after: a build that failed or was killed has none. `begins` is told when it takes long.
 * Returns whether it built.
 */
export async function ensureBuild(dist: string, signal?: AbortSignal, begins = () => {}): Promise<boolean> {
  const folder = path.join(projectRoot, dist);
  const mark = path.join(folder, 'built-from');
  const isBuilt = (wanted: string) => existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
  if (isBuilt(sourcesHash())) return false;
  return exclusively(lockOf(dist), 'a build', async () => {
    const wanted = sourcesHash();
    if (isBuilt(wanted)) return false;
    begins();
    mkdirSync(folder, { recursive: true });
    rmSync(mark, { force: true });
    const before = readFileSync(TYPES);
    try {
      await nextBuild(dist, signal);
    } finally {
      // Next writes its folder into it, which would leave every clone changed.
      writeFileSync(TYPES, before);
    }
    await buildGuestBundle(dist);
    writeFileSync(mark, wanted);
    return true;
  });
}

/** Beside the folder, which Next empties, and where nobody looks. */
const lockOf = (dist: string) =>
  path.join(projectRoot, 'node_modules', '.cache', `obelus-${dist.replaceAll(/\W+/g, '-')}.lock`);

function nextBuild(dist: string, signal?: AbortSignal): Promise<void> {
  const command = path.join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [command, 'build'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production', OBELUS_DIST: dist, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new BuildError(`The build failed:\n${output.trim()}`));
    });
  });
}
