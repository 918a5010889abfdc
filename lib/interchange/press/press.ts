import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem } from '#lib/errors/problem.ts';
import type { PressAnswer, PressTask } from './worker.ts';

interface PressBounds {
  /** Milliseconds for one task. */
  longestMs: number;
  /** More than so many that wait are sent away. */
  waitingMax: number;
}

/** After so many milliseconds without a task the thread is ended; its fonts take memory. */
const IDLE = 60_000;
/** Megabytes of the thread's heap. */
const HEAP_MB = 512;

/**
 * Sets and draws in a thread of its own, one task after the other, within bounds: whatever a text does to it, the server
 * goes on.
 */
export class Press {
  private readonly bounds: PressBounds;
  private worker: Worker | null = null;
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  constructor(bounds: PressBounds) {
    this.bounds = bounds;
  }

  /** The bytes of what was asked for. Throws `too-slow` when it takes too long, or too much waits already. */
  async run(task: PressTask): Promise<Uint8Array<ArrayBuffer>> {
    if (this.waiting >= this.bounds.waitingMax)
      throw new Problem('too-slow', 'Too much of this is being made: try again in a minute.', {
        retryAfter: 60,
      });
    this.waiting += 1;
    const turn = this.last.then(() => this.perform(task));
    this.last = turn
      .catch(() => undefined)
      .finally(() => {
        this.waiting -= 1;
      });
    const answer = await turn;
    if ('failed' in answer) throw new Error(answer.failed);
    return Buffer.from(answer.bytes);
  }

  private async perform(task: PressTask): Promise<PressAnswer> {
    clearTimeout(this.idle);
    const worker = this.opened();
    try {
      return await answerOf(worker, task, this.bounds.longestMs);
    } catch (error) {
      this.end();
      throw error;
    } finally {
      this.idle = setTimeout(() => this.end(), IDLE).unref();
    }
  }

  private opened(): Worker {
    if (this.worker) return this.worker;
    // Not import.meta.url: a bundle stands elsewhere. The server is always started in the project's folder (bin/launch.ts).
    const file = path.join(process.cwd(), 'lib', 'interchange', 'press', 'worker.ts');
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private end(): void {
    void this.worker?.terminate();
    this.worker = null;
  }
}

function answerOf(worker: Worker, task: PressTask, longestMs: number): Promise<PressAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PressAnswer>();
  const late = setTimeout(() => reject(new Problem('too-slow', 'This takes too long to make.')), longestMs);
  const ended = () => reject(new Error('The press ended before its task.'));
  worker.once('message', resolve).once('error', reject).once('exit', ended);
  worker.postMessage(task);
  return promise.finally(() => {
    clearTimeout(late);
    worker.off('message', resolve).off('error', reject).off('exit', ended);
  });
}
