import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { expect } from 'vitest';
import type { Happening } from '#lib/events/schema.ts';

export type NewEvent = Pick<Happening, 'kind' | 'articleId' | 'subjectId' | 'data'>;

/** Another Node process with a hub on the same database. */
export class SecondHub {
  readonly heard: Happening[] = [];
  readonly child: ChildProcess;
  private done = 0;

  private constructor() {
    this.child = fork(path.join(import.meta.dirname, 'hub-holder.ts'), [], {
      env: { ...process.env, VITEST: undefined } as unknown as NodeJS.ProcessEnv,
    });
  }

  static async start(): Promise<SecondHub> {
    const second = new SecondHub();
    await new Promise<void>((resolve, reject) => {
      second.child.once('exit', (code) => reject(new Error(`the second process ended: ${code}`)));
      second.child.on('message', (message: { ready?: true; heard?: Happening; done?: number }) => {
        if (message.heard) second.heard.push(message.heard);
        if (message.done) second.done += message.done;
        if (message.ready) resolve();
      });
    });
    return second;
  }

  /** Lets it happen there, and waits for the commits. */
  async emit(...events: NewEvent[]): Promise<void> {
    const before = this.done;
    this.child.send(events);
    await expect.poll(() => this.done, { timeout: 15_000 }).toBe(before + events.length);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await ended;
  }
}
