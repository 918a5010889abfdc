/** What was decided in this tab and can be taken back, also after a look into another queue. */
export interface PastDeed {
  /** Of the actions in the log. */
  actionIds: string[];
  /** What was said of it. */
  words: string;
  /** Whose words it was about, and how they begin. */
  about: string;
  /** Milliseconds since 1970. */
  at: number;
}

const KEY = 'obelus:moderation:past';
const MOST = 20;
const MAX_AGE_MS = 60 * 60 * 1000;

/** The newest last. */
export function readPast(): PastDeed[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    const since = Date.now() - MAX_AGE_MS;
    return Array.isArray(kept) ? kept.filter((deed) => isDeed(deed) && deed.at > since) : [];
  } catch {
    return [];
  }
}

export function writePast(past: readonly PastDeed[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(past.slice(-MOST)));
  } catch {
    // Without storage it is forgotten with the page.
  }
}

function isDeed(value: unknown): value is PastDeed {
  const { actionIds, words, about, at } = (value ?? {}) as Partial<PastDeed>;
  return (
    Array.isArray(actionIds) &&
    actionIds.every((id) => typeof id === 'string') &&
    typeof words === 'string' &&
    typeof about === 'string' &&
    typeof at === 'number'
  );
}
