import { expect, test } from 'vitest';
import { revote } from '#lib/comment/standing.ts';
import { inOrder } from '#lib/comment/thread/order.ts';
import { confidence } from '#lib/verdict/confidence.ts';

test.each([
  [0, 0, 0],
  [0, 5, 0],
  // By hand: Wilson's lower bound at z = 1.2816.
  [1, 0, 0.3785],
  [3, 1, 0.4325],
  [100, 0, 0.9838],
])('%i for and %i against: %d', (up, down, expected) => {
  expect(confidence(up, down)).toBeCloseTo(expected, 3);
});

test('many mostly good stand above one good, and none is worse than none', () => {
  expect(confidence(90, 10)).toBeGreaterThan(confidence(2, 0));
  expect(confidence(2, 0)).toBeGreaterThan(confidence(1, 0));
  expect(confidence(1, 1)).toBeGreaterThan(confidence(0, 1));
});

test.each([
  [0, 1, { up: 4, down: 1, score: 3 }],
  [1, 0, { up: 2, down: 1, score: 1 }],
  [1, -1, { up: 2, down: 2, score: 0 }],
  [-1, 1, { up: 4, down: 0, score: 4 }],
  [1, 1, { up: 3, down: 1, score: 2 }],
])('a vote that was %i and is %i', (before, after, expected) => {
  expect(revote({ up: 3, down: 1 }, before, after)).toMatchObject(expected);
});

test('a branch is read from top to bottom, whatever order the rows came in', () => {
  const rows = [
    { id: '5', parentId: '2' },
    { id: '1', parentId: null },
    { id: '4', parentId: '1' },
    { id: '2', parentId: null },
    { id: '3', parentId: '1' },
    { id: '6', parentId: '3' },
    { id: '7', parentId: 'not here' },
  ];
  const order = inOrder(rows, [{ id: '2' }, { id: '1' }]).map(({ id }) => id);
  expect(order).toEqual(['2', '5', '1', '3', '6', '4']);
});
