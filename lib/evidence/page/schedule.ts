const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const SOONEST = DAY;
const LATEST = 60 * DAY;
const LONGEST_RETRY = 7 * DAY;
/** A page that has stood unchanged for so long is looked at again after as long as this part of it. */
const SHARE_OF_AGE = 1 / 4;

/**
 * When a page is looked at again that was there: after a day while it is young or changes, ever more seldom the longer
 * it has stood unchanged, and at least every sixty days.
 */
export function nextLook(now: Date, unchangedSince: Date): Date {
  const wait = (now.getTime() - unchangedSince.getTime()) * SHARE_OF_AGE;
  return new Date(now.getTime() + Math.min(LATEST, Math.max(SOONEST, wait)));
}

/** When one is looked at again that could not be had: after an hour, and four times as long each time, up to a week. */
export function nextTry(now: Date, failures: number): Date {
  return new Date(now.getTime() + Math.min(LONGEST_RETRY, HOUR * 4 ** Math.max(0, failures - 1)));
}

/** Looks in a row without the page after which it counts as gone, although it was there and nothing definite was said. */
const FAILURES_UNTIL_GONE = 3;
/** What a server says of a page that it does not have. */
const GONE = new Set(['http-404', 'http-410', 'http-451']);

/**
 * Whether a page that could not be had is unreachable for its sources. One that was there before gets the benefit of the
 * doubt: a server that is down for an hour takes no evidence away.
 */
export function isUnreachable(
  page: { failure: string | null; failures: number },
  wasThere: boolean,
): boolean {
  if (page.failure === null) return false;
  return !wasThere || GONE.has(page.failure) || page.failures >= FAILURES_UNTIL_GONE;
}

/** How a page stands, for people who read of it. */
export function standingOf(
  page: { lookedAt: Date | null; failure: string | null; failures: number },
  wasThere: boolean,
): 'pending' | 'there' | 'failing' | 'gone' | 'unreachable' {
  if (page.failure === null) return page.lookedAt ? 'there' : 'pending';
  if (!isUnreachable(page, wasThere)) return 'failing';
  return wasThere ? 'gone' : 'unreachable';
}
