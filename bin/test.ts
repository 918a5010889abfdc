// Types, lint and all tests, then one line that sums up. `npm test -- tests/unit` hands its arguments to vitest and
// leaves the first two out.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureClient } from '#lib/db/migrate.ts';
import { projectRoot } from '#lib/env/project-root.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

const command = (name: string) => path.join(projectRoot, 'node_modules', name);

/** A run starts some hundred processes, each with the code of a server or of a worker: it is compiled once. */
process.env.NODE_COMPILE_CACHE ??= path.join(projectRoot, 'node_modules', '.cache', 'obelus-compiled');

let current: ReturnType<typeof spawn> | undefined;
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped = true;
    current?.kill(signal);
  });
}

function run(file: string, args: string[]): Promise<boolean> {
  if (stopped) return Promise.resolve(false);
  const child = spawn(process.execPath, [file, ...args], { cwd: projectRoot, stdio: 'inherit' });
  current = child;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function check(name: string, file: string, args: string[]): Promise<Count> {
  console.log(`\n${name} …`);
  const good = await run(file, args);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
}

async function vitest(args: string[]): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'obelus-report-'));
  const file = path.join(folder, 'report.json');
  const config = path.join(projectRoot, 'tests', 'vitest.config.ts');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const good = await run(command('vitest/vitest.mjs'), ['run', '--config', config, ...reporters, ...args]);
    return counted(good, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function counted(good: boolean, file: string): Count {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A file that could not be loaded failed without a test to count.
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.length,
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    // Something outside of any test may fail too, such as an unhandled rejection.
    failed: good ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const args = process.argv.slice(2);
await ensureClient();
const counts: Count[] = [];
if (args.length === 0) {
  counts.push(await check('Types', command('typescript/bin/tsc'), ['--noEmit']));
  counts.push(await check('Lint and format', command('@biomejs/biome/bin/biome'), ['check', '.']));
}
counts.push(await vitest(args));

const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped');
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failed') > 0 || stopped ? 1 : 0);
