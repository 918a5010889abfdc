// One throwaway PostgreSQL a run, with a migrated template that every test file copies.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#lib/db/embedded.ts';
import { readPostmaster, runs } from '#lib/db/embedded-postmaster.ts';
import { ensureClient, migrate } from '#lib/db/migrate.ts';
import { installJobs } from '#lib/jobs/install.ts';
import { onceARun } from './once-a-run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's maintenance database: from here tests create and drop their own. */
    postgresUrl: string;
  }
}

export const TEMPLATE = 'template_of_tests';

const PREFIX = 'obelus-test-';

export default async function setup(project: TestProject) {
  const { value, done } = await onceARun('postgres', startPostgres);
  project.provide('postgresUrl', value.url);
  return done;
}

/**
 * The same for whoever is not a test: the address of the maintenance database, and how to end it all. A `durable` one
 * waits for the disk, as people's own does.
 */
export async function startPostgres({
  durable = false,
} = {}): Promise<{ url: string; stop(): Promise<void> }> {
  await removeLeftovers();
  const data = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const database = await startEmbedded({ data, throwaway: !durable });
  const stop = async () => {
    await database.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await makeTemplate(database.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: database.url, stop };
}

async function makeTemplate(url: string) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await ensureClient();
  await migrate(withDatabase(url, TEMPLATE));
  await installJobs(withDatabase(url, TEMPLATE));
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

/** What a killed run left in the folder for temporary files. */
async function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (isAlive(pid)) continue;
    const folder = path.join(tmpdir(), name);
    const cluster = path.join(folder, 'postgres', 'cluster');
    const postmaster = readPostmaster(cluster);
    if (postmaster && runs(postmaster, cluster)) process.kill(postmaster.pid, 'SIGQUIT');
    while (postmaster && runs(postmaster, cluster)) await wait(20);
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
