const HOUR = 3_600;

/** How long after an article came in its address is looked at for the first time. All intervals are in seconds. */
export const FIRST_INTERVAL = HOUR;
const SHORTEST = HOUR;
/** Four weeks. */
const LONGEST = 28 * 24 * HOUR;
/** Whoever has trouble is not asked again at once. */
const AFTER_TROUBLE = 6 * HOUR;

/** What a look can come to: the text was the same, a new revision, only its beginning, another page, none at all. */
export const OUTCOMES = ['unchanged', 'revised', 'beginning', 'gone', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The seconds to the next look, given those from the look before to this one: twice as long while nothing changes, a
 * quarter after a change, from an hour to four weeks. After trouble at least six hours, and longer each time.
 */
export function nextInterval(interval: number, outcome: Outcome): number {
  const next = outcome === 'revised' ? interval / 4 : interval * 2;
  const least = outcome === 'gone' || outcome === 'failed' ? AFTER_TROUBLE : SHORTEST;
  return Math.round(Math.min(LONGEST, Math.max(least, next)));
}

/** A tenth of the interval, so that what came in together is not looked at together for ever. `random` is 0 to 1. */
export function jittered(interval: number, random: number): number {
  return Math.round(interval * (0.95 + random * 0.1));
}
