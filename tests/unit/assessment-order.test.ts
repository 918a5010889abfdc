import { expect, test } from 'vitest';
import { byHelpfulness, type Ordered } from '#lib/verdict/order.ts';

const one = (
  id: string,
  given: Partial<Omit<Ordered, 'counts'>> & { rated?: [number, number, number] } = {},
) => {
  const { rated: [helpful, somewhat, not] = [0, 0, 0], ...rest } = given;
  const counts = { helpful, somewhat, 'not-helpful': not };
  return { id, status: null, current: true, createdAt: '2026-01-01T00:00:00.000Z', ...rest, counts };
};

/** Their ids, from whatever order they come in. */
const ordered = (...list: Ordered[]) => {
  const there = list.toSorted(byHelpfulness).map(({ id }) => id);
  expect(
    list
      .toReversed()
      .toSorted(byHelpfulness)
      .map(({ id }) => id),
  ).toEqual(there);
  return there.join(' ');
};

test('what both sides find helpful is read first, what they find unhelpful last, whatever the counts', () => {
  expect(
    ordered(
      one('bad', { status: 'not-helpful', rated: [9, 0, 1] }),
      one('between', { status: 'needs-more-ratings', rated: [0, 0, 9] }),
      one('good', { status: 'helpful', rated: [1, 0, 9] }),
    ),
  ).toBe('good between bad');
});

test('counts order the rest: a share counts for more the more people gave it, and nobody’s is in the middle', () => {
  expect(
    ordered(
      one('none'),
      one('single', { rated: [1, 0, 0] }),
      one('many', { rated: [9, 0, 1] }),
      one('against', { rated: [0, 0, 1] }),
      one('mixed', { rated: [1, 0, 1], createdAt: '2026-02-01T00:00:00.000Z' }),
    ),
  ).toBe('many single none mixed against');
});

test('what judged an earlier wording comes behind; of equal ones the older is first', () => {
  expect(
    ordered(
      one('old', { current: false, status: 'helpful', rated: [9, 0, 0] }),
      one('later', { createdAt: '2026-03-01T00:00:00.000Z' }),
      one('b'),
      one('a'),
    ),
  ).toBe('a b later old');
});
