import { expect, test } from 'vitest';
import { arrange, type Unplaced } from '#lib/exhibit/arrange.ts';
import { improvement, type KeptComment } from '#lib/exhibit/merge.ts';
import type { FoundComment } from '#lib/exhibit/schema.ts';

/** A comment by its key, whom it answers, and the day of March on which it was written. */
const said = (key: string, parentKey: string | null = null, day?: number, sequence = 0): Unplaced => ({
  ...{ id: key, key, parentKey, sequence },
  writtenAt: day === undefined ? null : new Date(Date.UTC(2026, 2, day)),
});

const outline = (comments: Unplaced[]) =>
  arrange(comments).map(
    ({ id, depth, parentId }) => `${'  '.repeat(depth)}${id}${parentId ? `>${parentId}` : ''}`,
  );

test('each comment is followed by its replies, siblings in the order of their times', () => {
  const thread = [
    said('b', null, 2),
    said('a', null, 1),
    said('a2', 'a', 9),
    said('a1', 'a', 3),
    said('a1x', 'a1', 9),
  ];
  expect(outline(thread)).toEqual(['a', '  a1>a', '    a1x>a1', '  a2>a', 'b']);
  expect(arrange(thread).map(({ place }) => place)).toEqual([0, 1, 2, 3, 4]);
});

test('where a time is missing among siblings, they stand as the source had them', () => {
  expect(
    outline([said('late', null, 9, 1), said('none', null, undefined, 2), said('early', null, 1, 3)]),
  ).toEqual(['late', 'none', 'early']);
});

test('a parent that is not there leaves a head, and a circle loses nobody', () => {
  expect(outline([said('a', 'gone'), said('b', 'a')])).toEqual(['a', '  b>a']);
  expect(outline([said('x', 'z', 1), said('y', 'x', 2), said('z', 'y', 3), said('q', null, 4)])).toEqual([
    'q',
    'x',
    '  y>x',
    '    z>y',
  ]);
});

test('a thread of ten thousand replies to each other is arranged without a stack', () => {
  const thread = Array.from({ length: 10_000 }, (_, n) => said(`c${n}`, n === 0 ? null : `c${n - 1}`));
  expect(arrange(thread).at(-1)).toMatchObject({ place: 9_999, depth: 9_999 });
});

const kept: KeptComment = {
  ...{ key: 'text:1', parentKey: null, writtenAt: null, writtenDay: false, timeWords: '11 hours ago' },
  ...{ up: null, down: null, score: null, exact: null },
};
const found: FoundComment = {
  ...{ key: 'text:1', parentKey: null, author: 'A', body: {}, text: 'Words.', sequence: 0 },
  ...{ at: null, timeWords: '12 hours ago', votes: null, passage: null },
};

test('what is found again gains what it lacked, and loses nothing', () => {
  const votes = { up: 2, down: 0, score: 2 };
  const moment = { at: '2026-03-03T18:15:00.000Z', timeWords: null };
  const day = { at: '2026-03-03', timeWords: 'March 3' };
  expect(improvement(kept, found)).toBeNull();
  expect(improvement(kept, { ...found, ...day })).toMatchObject({ writtenDay: true, timeWords: 'March 3' });
  expect(improvement(kept, { ...found, ...moment, votes })).toEqual({
    ...{ writtenAt: new Date(moment.at), writtenDay: false, timeWords: null },
    ...votes,
  });
  const whole = { ...kept, key: 'wp:7', writtenAt: new Date(moment.at), timeWords: null, ...votes };
  expect(
    improvement(whole, { ...found, ...day, key: 'wp:7', votes: { up: null, down: null, score: 2 } }),
  ).toBeNull();
  expect(improvement(whole, { ...found, key: 'wp:7', votes: { up: null, down: null, score: 5 } })).toEqual({
    ...{ up: null, down: null, score: 5 },
  });
  // A key that can be relied on comes with its own parent; the other way round nothing is taken.
  expect(improvement(kept, { ...found, key: 'wp:7', parentKey: 'wp:3', sequence: 7 })).toEqual({
    ...{ key: 'wp:7', parentKey: 'wp:3', sequence: 7 },
  });
  expect(improvement(whole, found)).toBeNull();
});
