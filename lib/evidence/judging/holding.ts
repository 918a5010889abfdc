import type { SOURCE_STATES } from '../schema.ts';

export type SourceState = (typeof SOURCE_STATES)[number];

/** In these a source stands as it was given. */
const HOLDS: readonly SourceState[] = ['verified', 'no-quote'];

interface Holding {
  state: SourceState;
  lostAt: Date | null;
}

/** What becomes of a source that a look at its page finds in another state, or the same. */
export interface Turn {
  lostAt: Date | null;
  /** Whether it stopped holding, or holds again: claims that rest on it are to be judged anew. */
  turned: boolean;
  /** Whether whoever gave it is to hear of it: null where a word that they did not hear yet is no longer true. */
  news: boolean | null;
}

/**
 * A source is *lost* when it held once, and its page is gone now or has its quote no more in these words; it is found
 * again when it holds again. What never held was never lost, but is told all the same. Pure.
 */
export function turnOf(before: Holding, state: SourceState, now: Date): Turn {
  const [held, holds] = [HOLDS.includes(before.state), HOLDS.includes(state)];
  if (holds) return { lostAt: null, turned: before.lostAt !== null, news: held ? false : null };
  const lostAt = held ? now : before.lostAt;
  return { lostAt, turned: held, news: state !== before.state };
}

/** Of more sources than this it is only said that there are more: "99+". */
export const NEWS_COUNT_MAX = 99;
