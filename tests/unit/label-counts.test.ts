import { expect, test } from 'vitest';
import { dropOf } from '#lib/http/guest-pages/drop.ts';
import {
  countStanding,
  labelsOnPassageOf,
  readCounts,
  storedCounts,
  totalsAfter,
} from '#lib/label/counts.ts';

const listed = (key: string, retired = false) => ({
  key,
  tone: 'fault' as const,
  name: { en: key, de: key },
  retired,
  before: 0,
});

test('what is kept with a passage is read as it was stored, and nothing is nothing', () => {
  const counts = { people: 3, others: 2, chosen: { exaggerated: 2, unsupported: 1 } };
  expect(readCounts(JSON.parse(JSON.stringify(storedCounts(counts))))).toEqual(counts);
  expect(storedCounts({ people: 0, others: 0, chosen: {} })).toEqual({});
  expect(readCounts({})).toEqual({ people: 0, others: 0, chosen: {} });
});

test('the sums follow each passage, and come back to nothing', () => {
  const none = { people: 0, chosen: {} };
  const one = { people: 2, chosen: { a: 2, b: 1 } };
  const later = { people: 2, chosen: { a: 1, c: 1 } };
  const sums = totalsAfter({ people: 5, chosen: { a: 1 } }, none, one);
  expect(sums).toEqual({ people: 7, chosen: { a: 3, b: 1 } });
  expect(totalsAfter(sums, one, later)).toEqual({ people: 7, chosen: { a: 2, c: 1 } });
  expect(totalsAfter(totalsAfter(none, none, one), one, none)).toEqual(none);
});

test('those that show come first, then by how many chose them; a retired one does not show', () => {
  const counts = { people: 9, others: 9, chosen: { a: 2, b: 4, c: 5, d: 9 } };
  const list = [listed('a'), listed('b'), listed('c'), listed('d', true), listed('e')];
  const { chosen } = labelsOnPassageOf(counts, ['b', 'd'], list);
  expect(chosen.map(({ key, n, shown }) => [key, n, shown])).toEqual([
    ['b', 4, true],
    ['d', 9, false],
    ['c', 5, false],
    ['a', 2, false],
  ]);
});

test('labels of a page are counted by the passages at which they stand, the most frequent first', () => {
  const counted = countStanding(['b', 'a', 'c', 'c'].map((key) => listed(key)));
  expect(counted.map(({ key, n }) => [key, n])).toEqual([
    ['c', 2],
    ['a', 1],
    ['b', 1],
  ]);
  expect(counted[0]).not.toHaveProperty('before');
});

test('a label drops the pages of its article, and those that show many when it begins or ceases to stand', () => {
  const happening = { id: '1', kind: 'annotation.labelled', articleId: 'x', subjectId: 'n' } as const;
  expect(dropOf({ ...happening, data: {} })).toEqual({ articleId: 'x', lists: false });
  expect(dropOf({ ...happening, data: { shows: true } })).toEqual({ articleId: 'x', lists: true });
  expect(dropOf({ ...happening, kind: 'label.edited', articleId: null, data: { key: 'x' } })).toBe('all');
});
