/** How long whoever waits for writes waits at most, in milliseconds. */
const PATIENCE = 5_000;

const underWay = new Set<Promise<unknown>>();

/** Notes that this page changes something on the server. */
export function noteWrite(write: Promise<unknown>): void {
  underWay.add(write);
  const done = () => underWay.delete(write);
  write.then(done, done);
}

/**
 * Resolves when nothing is being written by this page, and whoever wrote has seen the answer: what others are told of it
 * may come before that, and would look new.
 */
export async function whenWritten(): Promise<void> {
  if (underWay.size === 0) return;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.allSettled(underWay), late]);
  await new Promise((resolve) => setTimeout(resolve));
}
