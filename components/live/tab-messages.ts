import type { LiveEvent } from './live-event.ts';
import type { Place } from './place.ts';

/** Where the tabs of a browser talk. The number changes with the messages: old and new scripts do not meet. */
export const CHANNEL = 'obelus-live-1';
/** Whoever holds this lock holds the stream. */
export const LOCK = 'obelus-live-1';

export type FromLeader =
  /** There is a new leader: say what you want. */
  | { type: 'lead' }
  /** A sign of life. */
  | { type: 'alive' }
  /** Say what you want: I have forgotten you. */
  | { type: 'who'; tab: string }
  | { type: 'event'; event: LiveEvent }
  | { type: 'reset'; articleIds: readonly string[] }
  /** Everything up to here was told; to those in `joined` from the places on that they wished for. */
  | { type: 'place'; place: Place; articleIds: readonly string[]; joined: readonly string[] };

export type FromTab =
  | { type: 'want'; tab: string; wants: ReadonlyMap<string, Place> }
  | { type: 'still'; tab: string }
  | { type: 'leave'; tab: string };
