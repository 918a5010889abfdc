import { beforeEach, expect, test } from 'vitest';
import { KeptPages, type Page } from '#lib/http/guest-pages/kept-pages.ts';

interface Rendered extends Page {
  /** Which render it came from. */
  number: number;
}

interface Render {
  key: string;
  /** Ends it, as a page of article “a” unless something else is said. */
  end(page?: Partial<Page>): Promise<void>;
  fail(): Promise<void>;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

let renders: Render[];
let hears: boolean;
let pages: KeptPages<{ text: string }, Rendered>;

beforeEach(() => {
  renders = [];
  hears = true;
  pages = new KeptPages({
    render: ({ text }) => {
      const { promise, resolve, reject } = Promise.withResolvers<Rendered>();
      const number = renders.length + 1;
      renders.push({
        key: text,
        end(page) {
          resolve({ subject: { articleId: 'a' }, bytes: 10, number, ...page });
          return settled() as Promise<void>;
        },
        fail() {
          reject(new Error('the page broke'));
          return settled() as Promise<void>;
        },
      });
      return promise;
    },
    hears: () => hears,
    maxBytes: 100,
    maxPageBytes: 60,
    maxPages: 3,
  });
});

const key = (text: string) => ({ text });
const get = (text = '/a') => pages.get(key(text)).then(({ number }) => number);
const kept = (text = '/a') => pages.peek(key(text)) !== undefined;
const render = (n: number) => renders[n - 1] as Render;
const OTHER = { articleId: 'b', lists: false };
const SAME = { articleId: 'a', lists: false };

test('whoever asks while a page is rendered waits for it; afterwards it is kept', async () => {
  const asked = [get(), get(), get()];
  await render(1).end();
  expect(await Promise.all(asked)).toEqual([1, 1, 1]);
  expect([await get(), renders.length]).toEqual([1, 1]);
});

test('a change drops the pages of its article and, if lists show it, those', async () => {
  const all = [get('/a'), get('/b'), get('/')];
  await render(1).end();
  await render(2).end({ subject: { articleId: 'b' } });
  await render(3).end({ subject: 'list' });
  await Promise.all(all);
  pages.drop(SAME);
  expect([kept('/a'), kept('/b'), kept('/')]).toEqual([false, true, true]);
  pages.drop({ articleId: 'c', lists: true });
  expect([kept('/b'), kept('/')]).toEqual([true, false]);
  pages.drop('all');
  expect(pages.size).toEqual({ pages: 0, bytes: 0 });
});

test('a render that a change overlapped is given to those who asked before, and not kept', async () => {
  const before = get();
  pages.drop(SAME);
  await render(1).end();
  expect([await before, kept()]).toEqual([1, false]);
});

test('whoever asks after a change gets a render that began after it, one at a time', async () => {
  const before = get();
  pages.drop(SAME);
  const after = [get(), get()];
  await settled();
  expect(renders.length).toBe(1);
  await render(1).end();
  expect(renders.length).toBe(2);
  pages.drop(SAME);
  const later = get();
  await render(2).end();
  expect([await before, ...(await Promise.all(after))]).toEqual([1, 2, 2]);
  await render(3).end();
  expect([await later, kept()]).toEqual([3, true]);
});

test('a change elsewhere meanwhile costs no second render', async () => {
  const before = get();
  pages.drop(OTHER);
  const after = get();
  await render(1).end();
  expect([await before, await after, kept(), renders.length]).toEqual([1, 1, true, 1]);
});

test('under a storm of changes one render a key runs, and everybody is answered', async () => {
  const asked: Promise<number>[] = [];
  for (let n = 1; n <= 50; n += 1) {
    asked.push(get());
    pages.drop(SAME);
    asked.push(get());
    await settled();
    expect(renders.length).toBe(n);
    await render(n).end();
  }
  await render(51).end();
  const numbers = await Promise.all(asked);
  // The first of each pair came in before the n-th change, the second after it.
  for (let n = 1; n <= 50; n += 1) expect(numbers[2 * n - 1]).toBeGreaterThan(n);
  expect(renders.length).toBe(51);
});

test('what is not to be kept is answered and rendered again', async () => {
  const asked = get();
  await render(1).end({ subject: null });
  expect([await asked, kept()]).toEqual([1, false]);
  // Nobody knows what it is about: any change may have made another answer of it.
  const again = get();
  pages.drop(OTHER);
  const after = get();
  await render(2).end({ subject: null });
  await render(3).end();
  expect([await again, await after, kept()]).toEqual([2, 3, true]);
});

test('a failure is told to those who waited; whoever came after a change gets another try', async () => {
  const before = get();
  const failed = expect(before).rejects.toThrow('the page broke');
  pages.drop(SAME);
  const after = get();
  await render(1).fail();
  await failed;
  await render(2).end();
  expect([await after, kept()]).toEqual([2, true]);
});

test('nothing is kept that was begun or ended while the others were not heard, or before they were lost', async () => {
  hears = false;
  let asked = get();
  hears = true;
  await render(1).end();
  expect([await asked, kept()]).toEqual([1, false]);
  asked = get();
  hears = false;
  await render(2).end();
  expect([await asked, kept()]).toEqual([2, false]);
  hears = true;
  asked = get();
  // Lost and found again within one render.
  pages.drop('all');
  await render(3).end();
  expect([await asked, kept()]).toEqual([3, false]);
});

test('the least recently asked for go first, by number and by size', async () => {
  for (const name of ['/1', '/2', '/3']) {
    void get(name);
    await renders.at(-1)?.end({ bytes: 30 });
  }
  expect(kept('/1')).toBe(true);
  void get('/4');
  await render(4).end({ bytes: 20 });
  expect(['/1', '/2', '/3', '/4'].map(kept)).toEqual([true, false, true, true]);
  void get('/5');
  await render(5).end({ bytes: 60 });
  expect(pages.size).toEqual({ pages: 2, bytes: 80 });
  void get('/6');
  await render(6).end({ bytes: 61 });
  expect([kept('/6'), pages.size.bytes]).toEqual([false, 80]);
});
