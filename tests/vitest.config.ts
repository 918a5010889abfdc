import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const strict = 'tests/setup/strict.ts';

/** On two cores two files at a time: one waits, for a page or for the database, while the other one computes. */
const WORKERS = Math.max(2, availableParallelism() - 1);
/** Of files with a server and pages of a browser each, which need more than a core on their own. */
const BROWSER_WORKERS = Math.max(2, Math.min(4, Math.floor(availableParallelism() / 2)));

/** They hold Obelus to times (within a second, within five), so nothing else may run beside them. */
const TIMED = ['guest-pages-fresh', 'live-threads', 'server'].map((name) => `tests/browser/${name}.test.ts`);

/** They say how soon something is told to streams that are open, and back a whole place up beside them. */
const ALONE = ['backup', 'desk-stream', 'events', 'live-hub', 'live-streams', 'live-streams-ended'].map(
  (name) => `tests/integration/${name}.test.ts`,
);

/** A condition that is waited for comes sooner or later; where it has to come soon, the test says how soon. */
const patient = { poll: { timeout: 15_000 } };

const onDatabase = {
  globalSetup: ['tests/setup/postgres.ts'],
  setupFiles: [strict, 'tests/setup/database.ts'],
  testTimeout: 30_000,
  hookTimeout: 30_000,
  expect: patient,
};

const inBrowser = {
  globalSetup: ['tests/setup/postgres.ts', 'tests/setup/build.ts', 'tests/setup/shared-chromium.ts'],
  setupFiles: [strict],
  testTimeout: 90_000,
  hookTimeout: 90_000,
  expect: patient,
};

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: [strict],
          maxWorkers: WORKERS,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: ALONE,
          ...onDatabase,
          maxWorkers: WORKERS,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: TIMED,
          ...inBrowser,
          maxWorkers: BROWSER_WORKERS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ALONE,
          ...onDatabase,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'timed',
          include: TIMED,
          ...inBrowser,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
