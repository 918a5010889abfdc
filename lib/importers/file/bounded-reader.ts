import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileRefusal } from './file-kinds.ts';
import type { ReaderAnswer, ReaderTask } from './worker.ts';

export interface Bounds {
  /** Milliseconds for one file. A PDF of 300 pages takes some five seconds. */
  longestMs: number;
}
const BOUNDS: Bounds = { longestMs: 20_000 };
/** Megabytes of the thread's heap, and by how much the process may grow meanwhile: streams unpack outside of the heap. */
const HEAP_MB = 512;
const GROWTH = 900 * 1024 * 1024;
const LOOK_EVERY = 100;
/** Files are read one after the other; more than so many that wait are sent away. */
const WAITING_MAX = 6;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a file that is no text in a thread of its own, one at a time, within bounds of time and memory. Whatever is in
 * the file, it answers, and the process goes on.
 */
export function readBounded(task: ReaderTask, bounds: Bounds = BOUNDS): Promise<ReaderAnswer> {
  if (waiting >= WAITING_MAX) return Promise.resolve({ refused: 'busy' });
  waiting += 1;
  const turn = last.then(() => run(task, bounds));
  last = turn.finally(() => {
    waiting -= 1;
  });
  return turn;
}

function run(task: ReaderTask, { longestMs }: Bounds): Promise<ReaderAnswer> {
  // Not import.meta.url: a bundle stands elsewhere. The server is always started in the project's folder (bin/launch.ts).
  const file = path.join(process.cwd(), 'lib', 'importers', 'file', 'worker.ts');
  return new Promise((resolve) => {
    const worker = new Worker(file, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // What the libraries find odd in a file is nothing for the log.
      stdout: true,
      stderr: true,
    });
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > GROWTH) end({ refused: 'too-large' });
    }, LOOK_EVERY);
    const late = setTimeout(() => end({ refused: 'too-slow' }), longestMs);
    const end = (answer: ReaderAnswer) => {
      clearInterval(watch);
      clearTimeout(late);
      resolve(answer);
      void worker.terminate();
    };
    worker.once('message', end);
    worker.once('error', (error) => end({ refused: reasonOf(error) }));
    worker.once('exit', () => end({ refused: 'broken' }));
  });
}

function reasonOf(error: NodeJS.ErrnoException): FileRefusal {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken';
}
