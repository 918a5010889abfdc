import type { Sent, SentStore } from '#components/api/request.ts';

/**
 * What somebody began to write is kept in this browser until it is saved: over a failed request, an ended session, a
 * reload and a closed tab. One draft a person, article and form.
 */

export interface DraftPlace {
  personId: string;
  articleId: string;
  /** Which form, and what it is about: `new`, `verdict:<annotation id>`. */
  form: string;
}

interface Kept {
  /** Milliseconds since 1970. */
  savedAt: number;
  data: unknown;
  /** Under which key it was sent, while no answer came. */
  sent?: Sent | undefined;
}

/** Raised when the shape of what is kept changes: drafts of another version are not read. */
const PREFIX = 'obelus:draft:1:';
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;
/** More than anybody has open; the oldest go first. */
const MAX_DRAFTS = 60;
/** Browsers keep about 5 million units for a site; one runaway draft must not take them all. */
const MAX_UNITS = 500_000;

/** What was kept there, as long as `isData` knows it; else null. */
export function readDraft<T>(place: DraftPlace, isData: (data: unknown) => data is T): T | null {
  const kept = parse(attempt(() => localStorage.getItem(keyOf(place))));
  return kept && isFresh(kept) && isData(kept.data) ? kept.data : null;
}

/**
 * Returns whether it could be kept: storage may be full, forbidden or missing. What was sent of it stays with it, unless
 * something else is given.
 */
export function writeDraft(place: DraftPlace, data: unknown, sent: Sent | null = readSent(place)): boolean {
  const text = JSON.stringify({ savedAt: Date.now(), data, sent: sent ?? undefined } satisfies Kept);
  if (text.length > MAX_UNITS) return false;
  const key = keyOf(place);
  const write = () =>
    attempt(() => {
      localStorage.setItem(key, text);
      return true;
    }) ?? false;
  sweepDrafts(localStorageKeys().includes(key) ? MAX_DRAFTS : MAX_DRAFTS - 1);
  if (write()) return true;
  sweepDrafts(MAX_DRAFTS / 4);
  return write();
}

/** What of a draft was sent last without an answer. */
function readSent(place: DraftPlace): Sent | null {
  const kept = parse(attempt(() => localStorage.getItem(keyOf(place))));
  return kept && isFresh(kept) ? (kept.sent ?? null) : null;
}

/** Keeps with a draft under which key it was sent. `data` is the draft as it stands then. */
export const sentWith = (place: DraftPlace, data: () => unknown): SentStore => ({
  read: () => readSent(place),
  write: (sent) => void writeDraft(place, data(), sent),
});

export function clearDraft(place: DraftPlace): void {
  attempt(() => localStorage.removeItem(keyOf(place)));
}

/** The drafts of a person on an article whose form begins so, newest first. */
export function listDrafts<T>(
  { personId, articleId, form }: DraftPlace,
  isData: (data: unknown) => data is T,
): { form: string; data: T }[] {
  const start = keyOf({ personId, articleId, form: '' });
  return localStorageKeys()
    .filter((key) => key.startsWith(start + form))
    .flatMap((key) => {
      const kept = parse(attempt(() => localStorage.getItem(key)));
      return kept && isFresh(kept) && isData(kept.data)
        ? [{ form: key.slice(start.length), data: kept.data, savedAt: kept.savedAt }]
        : [];
    })
    .sort((a, b) => b.savedAt - a.savedAt);
}

/** Takes away drafts that are too old, of another version, or too many: the newest `keep` stay. */
export function sweepDrafts(keep: number = MAX_DRAFTS): void {
  const drafts = localStorageKeys().map((key) => ({
    key,
    kept: parse(attempt(() => localStorage.getItem(key))),
  }));
  const newest = drafts
    .filter(({ key, kept }) => key.startsWith(PREFIX) && kept && isFresh(kept))
    .sort((a, b) => (b.kept?.savedAt ?? 0) - (a.kept?.savedAt ?? 0))
    .slice(0, keep);
  const staying = new Set(newest.map(({ key }) => key));
  for (const { key } of drafts) if (!staying.has(key)) attempt(() => localStorage.removeItem(key));
}

function keyOf({ personId, articleId, form }: DraftPlace): string {
  return `${PREFIX}${personId}:${articleId}:${form}`;
}

function localStorageKeys(): string[] {
  return attempt(() => Object.keys(localStorage).filter((key) => key.startsWith('obelus:draft:'))) ?? [];
}

function parse(text: string | null | undefined): Kept | null {
  const kept = text ? attempt(() => JSON.parse(text) as unknown) : null;
  if (typeof kept !== 'object' || kept === null || !('savedAt' in kept) || !('data' in kept)) return null;
  if (typeof kept.savedAt !== 'number') return null;
  const sent = 'sent' in kept && isSent(kept.sent) ? kept.sent : undefined;
  return { savedAt: kept.savedAt, data: kept.data, sent };
}

function isSent(sent: unknown): sent is Sent {
  if (typeof sent !== 'object' || sent === null || !('content' in sent) || !('key' in sent)) return false;
  return typeof sent.content === 'string' && typeof sent.key === 'string';
}

function isFresh({ savedAt }: Kept): boolean {
  return Date.now() - savedAt < MAX_AGE_MS;
}

/** Storage throws where a browser forbids it, and there is nothing to be done about it: the form still works. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
