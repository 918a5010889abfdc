// Who uses a folder: a file that names its holder, and that a killed holder leaves behind without harm.
// Plain JavaScript, because `npm start` needs it before a Node that reads TypeScript is installed.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Process ids are used again: the time of its start tells one process from a later one with its number. */
function startOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in parentheses may hold spaces. Behind it stand the state and, as 20th, the time of the start.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? null : (fields[19] ?? null);
    }
    if (process.platform === 'win32') {
      process.kill(pid, 0);
      return 'alive';
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** The holder that a lock file names, if that process still runs. */
export function holderOf(file) {
  let holder;
  try {
    holder = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  const start = startOf(holder.pid);
  return start !== null && start === holder.start ? holder : null;
}

/**
 * Takes the lock, or says who has it. `what` is shown to whoever comes second.
 * `afterCrash` tells that the last holder went without releasing it.
 */
export function acquireLock(file, what) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid), what });
  let afterCrash = false;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link appears whole or not at all, and never replaces one that is there.
        linkSync(draft, file);
        break;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
        const holder = holderOf(file);
        if (holder) return { holder, lock: null };
        afterCrash = discardStale(file) || afterCrash;
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const release = () => {
    if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true });
  };
  return { holder: null, lock: { release, afterCrash } };
}

/** Does the work while nobody else on this machine holds the lock; waits for its turn, and says so once. */
export async function exclusively(file, what, work, waiting = () => {}) {
  for (let tries = 0; ; tries += 1) {
    const { holder, lock } = acquireLock(file, what);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (tries === 0) waiting(holder);
    await wait(200);
  }
}

/** Of several that find the same stale file one moves it away; what was moved is looked at once more. */
function discardStale(file) {
  const aside = `${file}.stale.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
  if (holderOf(aside)) {
    try {
      linkSync(aside, file);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  rmSync(aside, { force: true });
  return true;
}
