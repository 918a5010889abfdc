import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { annotationNews } from '#components/live/annotation-news.ts';
import { Gathering } from '#components/live/gathering.ts';
import { countWords, type LiveWords } from '#components/live/live-words.ts';
import { earlier, isBefore } from '#components/live/place.ts';
import { SseParser } from '#components/live/sse-parser.ts';
import { formatPosition, parsePosition } from '#lib/events/position.ts';
import { Recent } from '#lib/realtime/recent.ts';
import type { Stream } from '#lib/realtime/streams.ts';
import { Streams } from '#lib/realtime/streams.ts';

describe('Server-Sent Events', () => {
  const stream = [
    'retry: 2000\n\n',
    'id: 7-1\nevent: comment.posted\ndata: {"id":"a: b"}\n\n',
    ': \nid: 8-2\n\n',
    'event: two\ndata: first\ndata: second\n\n',
    'data:close\r\n\r\n',
    'data: cut off',
  ].join('');
  const blocks = [
    { event: '', data: '', id: null },
    { event: 'comment.posted', data: '{"id":"a: b"}', id: '7-1' },
    { event: '', data: '', id: '8-2' },
    { event: 'two', data: 'first\nsecond', id: null },
    { event: '', data: 'close', id: null },
  ];

  test.each([1, 2, 3, 7, 1000])('are read in pieces of %i', (length) => {
    const parser = new SseParser();
    const read = [];
    for (let at = 0; at < stream.length; at += length)
      read.push(...parser.take(stream.slice(at, at + length)));
    expect(read).toEqual(blocks);
  });
});

describe('places', () => {
  test('are in the order of their transactions, as numbers', () => {
    expect(isBefore('9-5', '10-1')).toBe(true);
    expect(isBefore('10-1', '10-2')).toBe(true);
    expect(isBefore('10-2', '10-2')).toBe(false);
    expect(isBefore('18446744073709551615-1', '18446744073709551614-2')).toBe(false);
  });

  test('who knows nothing has missed nothing', () => {
    expect([earlier('', '5-1'), earlier('5-1', ''), earlier('6-0', '5-1')]).toEqual(['5-1', '5-1', '5-1']);
  });

  test.each([
    '',
    '-',
    '1',
    '1-',
    'a-1',
    '-1-1',
    '1-1-1',
    '1.5-1',
    '18446744073709551616-0',
    '0-9223372036854775808',
  ])('the server takes no “%s”', (text) => expect(parsePosition(text)).toBeNull());

  test('what the server writes it reads', () => {
    for (const text of ['0-0', '741-12', '18446744073709551615-9223372036854775807'])
      expect(formatPosition(parsePosition(text) as never)).toBe(text);
  });
});

describe('what is to be read anew', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const reads: string[][] = [];
  const gathering = (read = async (ids: ReadonlySet<string>) => void reads.push([...ids])) => {
    reads.length = 0;
    return new Gathering(read);
  };

  test('of one change is read at once, in one go', async () => {
    const one = gathering();
    for (const id of ['a', 'b', 'a']) one.add(id, 2);
    await vi.advanceTimersByTimeAsync(100);
    expect(reads).toEqual([['a', 'b']]);
  });

  test('the more read it, the more seldom each does', async () => {
    const one = gathering();
    for (let n = 0; n < 120; n += 1) {
      one.add('a', 500);
      await vi.advanceTimersByTimeAsync(500);
    }
    // A minute, every five seconds.
    expect(reads.length).toBeGreaterThan(5);
    expect(reads.length).toBeLessThan(15);
  });

  test('what could not be read is read later', async () => {
    let away = true;
    const one = gathering(async (ids) => {
      if (away) throw new Error('away');
      reads.push([...ids]);
    });
    one.add('a');
    await vi.advanceTimersByTimeAsync(1_000);
    one.add('b');
    away = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reads).toEqual([['a', 'b']]);
  });

  test('what comes while it is being read is read after it', async () => {
    let finish = () => {};
    const one = gathering(async (ids) => {
      reads.push([...ids]);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    one.add('a');
    await vi.advanceTimersByTimeAsync(100);
    one.add('b');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reads).toEqual([['a']]);
    finish();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reads).toEqual([['a'], ['b']]);
  });
});

describe('what an event means for the annotations on a page', () => {
  const event = (kind: string, more = {}) => ({ kind, id: 'x', articleId: 'a', readers: 1, ...more });
  const shows = (id: string) => id === 'here';
  test.each([
    [event('annotation.made'), { is: 'new', id: 'x' }],
    [event('annotation.made', { id: 'here' }), { is: 'changed', id: 'here' }],
    [event('annotation.restored'), { is: 'new', id: 'x' }],
    [event('annotation.hidden', { id: 'here' }), { is: 'gone', id: 'here' }],
    [event('annotation.deleted'), { is: 'gone', id: 'x' }],
    [event('annotation.withdrawn', { id: 'here' }), { is: 'changed', id: 'here' }],
    [event('annotation.edited'), null],
    [event('source.added', { annotationId: 'here' }), { is: 'changed', id: 'here' }],
    [event('comment.posted', { annotationId: 'here' }), { is: 'changed', id: 'here' }],
    [event('comment.voted', { annotationId: 'here' }), null],
    [event('comment.posted'), null],
    [event('article.edited'), { is: 'rewritten' }],
  ])('%o', (one, news) => expect(annotationNews(one, shows)).toEqual(news));
});

test('words for one and for more', () => {
  const words = { counts: { comments: ['1 new comment', '# new comments'] } } as unknown as LiveWords;
  expect([1, 2, 12].map((n) => countWords(words, 'comments', n))).toEqual([
    '1 new comment',
    '2 new comments',
    '12 new comments',
  ]);
});

test('what was told is remembered for a while, and not for ever', () => {
  let now = 0;
  const recent = new Recent(100, 3, () => now);
  recent.add('a');
  now = 99;
  recent.add('b');
  now = 150;
  recent.add('c');
  expect(['a', 'b', 'c'].map((id) => recent.has(id))).toEqual([true, true, true]);
  now = 250;
  recent.add('d');
  expect(['a', 'b', 'c', 'd'].map((id) => recent.has(id))).toEqual([false, false, true, true]);
  for (const id of ['e', 'f', 'g', 'h', 'i', 'j']) recent.add(id);
  expect(['c', 'j'].map((id) => recent.has(id))).toEqual([false, true]);
});

test('streams are told of their articles, counted by caller, and leave nothing behind', () => {
  const told: string[] = [];
  const stream = (name: string, articleIds: string[] | null, caller = name): Stream => ({
    articleIds: articleIds && new Set(articleIds),
    caller,
    receive: ({ articleId }, readers) => told.push(`${name} ${articleId} ${readers}`),
    end: () => told.push(`${name} ends`),
  });
  const streams = new Streams();
  const leave = [
    streams.add(stream('one', ['a'])),
    streams.add(stream('two', ['a', 'b'], 'one')),
    streams.add(stream('all', null)),
  ];
  const tell = (articleId: string | null) =>
    streams.receive({ id: '1', kind: 'comment.posted', articleId, subjectId: null, data: {} });
  tell('a');
  tell('b');
  tell(null);
  expect(told).toEqual(['one a 2', 'two a 2', 'all a 2', 'two b 1', 'all b 1', 'all null 0']);
  expect([streams.size, streams.countOf('one'), streams.countOf('nobody')]).toEqual([3, 2, 0]);
  told.length = 0;
  streams.endOf('one');
  expect(told).toEqual(['one ends', 'two ends']);
  for (const one of leave) one();
  expect([streams.size, streams.countOf('one'), streams.about('a').size]).toEqual([0, 0, 0]);
});
