/**
 * What a guest's browser keeps, because the server knows nobody there: what awaits approval, and, if they want, under
 * which name and address they write. Without that wish the two are kept over a reload, and go with the tab.
 */

export interface PendingComment {
  id: string;
  /** Of the article or the annotation. */
  threadId: string;
  parentId: string | null;
  name: string;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
}

interface GuestName {
  name: string;
  email: string;
}

export const PENDING_KEY = 'obelus:pending:1';
const NAME_KEY = 'obelus:guest:1';
const TYPED_KEY = 'obelus:guest-typed:1';
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;
/** More than anybody has waiting; the oldest go first. */
const MAX_PENDING = 30;

/** What awaits approval in a thread, oldest first. */
export const listPending = (threadId: string, now = Date.now()): PendingComment[] =>
  readAll(now).filter((one) => one.threadId === threadId);

export function keepPending(comment: PendingComment, now = Date.now()): void {
  const others = readAll(now).filter(({ id }) => id !== comment.id);
  write(PENDING_KEY, [...others, comment].slice(-MAX_PENDING));
}

/** It stands on the page, or never will. */
export function forgetPending(ids: ReadonlySet<string>, now = Date.now()): void {
  write(
    PENDING_KEY,
    readAll(now).filter(({ id }) => !ids.has(id)),
  );
}

export const readName = (): GuestName | null => toName(read(NAME_KEY));

/** What stands in the form of this tab, perhaps half written. */
export const readTyped = (): GuestName | null => toName(read(TYPED_KEY, 'sessionStorage'));

function toName(kept: unknown): GuestName | null {
  return isRecord(kept) && typeof kept.name === 'string' && typeof kept.email === 'string'
    ? { name: kept.name, email: kept.email }
    : null;
}

/** Null forgets it. */
export const keepName = (name: GuestName | null): void => write(NAME_KEY, name);

/** Null forgets it. */
export const keepTyped = (name: GuestName | null): void => write(TYPED_KEY, name, 'sessionStorage');

type Where = 'localStorage' | 'sessionStorage';

function readAll(now: number): PendingComment[] {
  const kept = read(PENDING_KEY);
  return Array.isArray(kept) ? kept.filter((one) => isPending(one) && now - one.at < MAX_AGE_MS) : [];
}

function isPending(one: unknown): one is PendingComment {
  if (!isRecord(one)) return false;
  const { id, threadId, parentId, name, text, at } = one;
  const words = [id, threadId, name, text].every((value) => typeof value === 'string');
  return words && (parentId === null || typeof parentId === 'string') && typeof at === 'number';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Storage throws where a browser forbids it, and there is nothing to be done about it. */
function read(key: string, where: Where = 'localStorage'): unknown {
  try {
    return JSON.parse(globalThis[where].getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown, where: Where = 'localStorage'): void {
  try {
    const storage = globalThis[where];
    if (value === null || (Array.isArray(value) && value.length === 0)) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(value));
  } catch {
    // See above.
  }
}
