import { afterEach, expect, test, vi } from 'vitest';
import {
  forgetPending,
  keepName,
  keepPending,
  keepTyped,
  listPending,
  type PendingComment,
  readName,
  readTyped,
} from '#components/comment/guest-kept.ts';
import { type GuestWords, refusalWords } from '#components/comment/guest-words.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1_800_000_000_000;

/** What a browser keeps, without the browser. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  } as unknown as Storage;
}

const forbidden = new Proxy({} as Storage, {
  get() {
    throw new Error('forbidden');
  },
});

afterEach(() => vi.unstubAllGlobals());

const pending = (id: string, at = NOW, threadId = 'thread'): PendingComment => ({
  ...{ id, threadId, at },
  parentId: null,
  name: 'Miriam',
  text: 'Hat das jemand nachgerechnet?',
});
const ids = (now = NOW) => listPending('thread', now).map(({ id }) => id);

test('what awaits approval is kept for its thread, for thirty days, until it is seen', () => {
  vi.stubGlobal('localStorage', storage());
  keepPending(pending('a'), NOW);
  keepPending(pending('b', NOW + DAY), NOW);
  keepPending(pending('elsewhere', NOW, 'other'), NOW);
  expect(ids()).toEqual(['a', 'b']);
  expect(ids(NOW + 30 * DAY)).toEqual(['b']);
  forgetPending(new Set(['a']), NOW);
  expect(ids()).toEqual(['b']);
});

test('of too many the newest stay', () => {
  vi.stubGlobal('localStorage', storage());
  for (let n = 0; n < 40; n += 1) keepPending(pending(`c${n}`), NOW);
  expect(ids()).toHaveLength(30);
  expect(ids().at(-1)).toBe('c39');
});

test('nonsense in storage counts as nothing, and forbidden storage is no fault', () => {
  vi.stubGlobal('localStorage', storage());
  localStorage.setItem('obelus:pending:1', '[{"id":1},null,"x"]');
  localStorage.setItem('obelus:guest:1', '{"name":"M"}');
  expect(ids()).toEqual([]);
  expect(readName()).toBeNull();
  vi.stubGlobal('localStorage', forbidden);
  keepPending(pending('a'), NOW);
  expect(ids()).toEqual([]);
});

test('name and address are kept while they are wanted', () => {
  vi.stubGlobal('localStorage', storage());
  keepName({ name: 'Miriam', email: 'miriam@example.org' });
  expect(readName()).toEqual({ name: 'Miriam', email: 'miriam@example.org' });
  keepName(null);
  expect(readName()).toBeNull();
});

test.each([
  ['registered', 0, 'It is taken.'],
  ['never-heard-of', 0, 'Something went wrong.'],
  ['too-often', 0.2, 'Wait a second.'],
  ['too-often', 41.2, 'Wait 42 seconds.'],
])('%s is said in words', (code, retryAfter, said) => {
  const words = {
    refusals: { registered: 'It is taken.', internal: 'Something went wrong.' },
    wait: ['Wait a second.', 'Wait # seconds.'],
  } as unknown as GuestWords;
  expect(refusalWords(words, code, retryAfter)).toBe(said);
});

test('a name that is not to be remembered is kept for the tab alone', () => {
  const [local, session] = [storage(), storage()];
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', session);
  expect(readTyped()).toBeNull();
  keepTyped({ name: 'Mir', email: '' });
  expect(readTyped()).toEqual({ name: 'Mir', email: '' });
  expect(readName()).toBeNull();
  keepTyped(null);
  expect(readTyped()).toBeNull();
  vi.stubGlobal('sessionStorage', forbidden);
  keepTyped({ name: 'Mir', email: '' });
  expect(readTyped()).toBeNull();
});
