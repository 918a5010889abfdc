import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What PostgreSQL writes about itself into postmaster.pid, a line each. */
interface Postmaster {
  pid: number;
  port: number;
  socketFolder: string;
  ready: boolean;
}

const pidFile = (cluster: string) => path.join(cluster, 'postmaster.pid');

/** The cluster's last postmaster by its own account. It may be dead: ask `runs`. */
export function readPostmaster(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!(pid > 0)) return null;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/** Whether that process lives, and is a PostgreSQL on this cluster and not a later process with its number. */
export function runs({ pid }: Postmaster, cluster: string): boolean {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const zombie = stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
      return !zombie && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
    }
    process.kill(pid, 0);
    if (process.platform === 'win32') return true;
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      cluster,
    );
  } catch {
    return false;
  }
}

/**
 * PostgreSQL will not start over a postmaster.pid whose number some live process bears, unless that process is its
 * own parent. Names ourselves there. The file is not deleted: its other lines let PostgreSQL see whether children
 * of the dead server still use the data.
 */
export function disownPidFile(cluster: string): void {
  const [, ...rest] = readFileSync(pidFile(cluster), 'utf8').split('\n');
  writeFileSync(pidFile(cluster), [process.pid, ...rest].join('\n'));
}
