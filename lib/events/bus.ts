import type { Happening } from './schema.ts';

/** Told of what happened once it is committed: at once in the process that did it, by NOTIFY in every other one. */
export type Listener = (happening: Happening) => void;

// One per process, however often a bundler copies this module.
const kept = globalThis as unknown as { obelusListeners?: Set<Listener> };
kept.obelusListeners ??= new Set();
const listeners = kept.obelusListeners;

/**
 * Tells everybody in this process. Returns when all have heard it: a write is acknowledged after that, so that what a
 * listener drops is gone for whoever reads after the acknowledgement. A listener that throws keeps nobody else from it.
 */
export function publish(happening: Happening): void {
  for (const listener of listeners) {
    try {
      listener(happening);
    } catch (error) {
      console.error(error);
    }
  }
}

/** Listens until the returned function is called. One event may come twice, and not always in the order of commits. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
