import type { FoundComment } from './schema.ts';

/** What is kept of a comment and may grow better when it is found again. */
export interface KeptComment {
  key: string;
  parentKey: string | null;
  writtenAt: Date | null;
  writtenDay: boolean;
  timeWords: string | null;
  up: number | null;
  down: number | null;
  score: number | null;
  exact: string | null;
}

type Improvement = Partial<KeptComment & { prefix: string; suffix: string; sequence: number }>;

/** The sources of keys, those that can be relied on last. */
const RELIABLE = ['text', 'schema', 'disqus', 'wp'];
const sourceOf = (key: string) => RELIABLE.indexOf(key.slice(0, key.indexOf(':')));

/** A time as it is stored. A day has no zone that could shift it. */
export function storedTime({ at, timeWords }: Pick<FoundComment, 'at' | 'timeWords'>) {
  const day = at !== null && !at.includes('T');
  const writtenAt = at === null ? null : new Date(day ? `${at}T00:00:00Z` : at);
  // The words say less than a moment.
  return { writtenAt, writtenDay: day, timeWords: writtenAt && !day ? null : timeWords };
}

/**
 * What a comment that is here already gains by being found again; null for nothing. What it says is kept as it was
 * first found. A moment is better than a day, and a day better than words; both sides of the votes are better than
 * their sum, and newer ones replace older ones.
 */
export function improvement(kept: KeptComment, found: FoundComment): Improvement | null {
  const better: Improvement = {
    ...betterKey(kept, found),
    ...betterTime(kept, found),
    ...newerVotes(kept, found),
  };
  if (kept.parentKey === null && found.parentKey !== null) better.parentKey = found.parentKey;
  if (kept.exact === null && found.passage !== null) Object.assign(better, found.passage);
  return Object.keys(better).length > 0 ? better : null;
}

function betterKey(kept: KeptComment, found: FoundComment): Improvement {
  if (sourceOf(found.key) <= sourceOf(kept.key)) return {};
  return { key: found.key, sequence: found.sequence, parentKey: found.parentKey };
}

function betterTime(kept: KeptComment, found: FoundComment): Improvement {
  const time = storedTime(found);
  const worth = (one: { writtenAt: Date | null; writtenDay: boolean; timeWords: string | null }) =>
    one.writtenAt === null ? (one.timeWords === null ? 0 : 1) : one.writtenDay ? 2 : 3;
  return worth(time) > worth(kept) ? time : {};
}

function newerVotes(kept: KeptComment, { votes }: FoundComment): Improvement {
  if (votes === null) return {};
  const same = kept.score === votes.score;
  const sides = votes.up !== null || votes.down !== null;
  if (same && (!sides || (kept.up === votes.up && kept.down === votes.down))) return {};
  return { up: votes.up, down: votes.down, score: votes.score };
}
