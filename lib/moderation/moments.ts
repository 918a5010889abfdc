import { setTimeout as wait } from 'node:timers/promises';

/**
 * The moment of an action: now, but after everything that was done to the same things before, so that the ids of their
 * actions are in the order in which they were done, whichever machine's clock was asked.
 */
export function momentAfter(earlier: Iterable<{ createdAt: Date }>, now = Date.now()): Date {
  const last = Math.max(0, ...[...earlier].map(({ createdAt }) => createdAt.getTime()));
  return new Date(Math.max(now, last + 1));
}

/** The answer is held up no longer than this for a clock that runs behind another one, in milliseconds. */
const WAIT_MAX = 50;

/**
 * Lets the millisecond of an action pass, so that whoever decides again once they have the answer comes after it by the
 * clock, which has no finer hand. Mostly it has passed while the action was written.
 */
export async function untilAfter(moment: Date, now: () => number = Date.now): Promise<void> {
  const began = performance.now();
  while (now() <= moment.getTime() && performance.now() - began < WAIT_MAX) await wait(1);
}
