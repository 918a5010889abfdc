import { describe, expect, test } from 'vitest';
import { shownVerdict } from '#lib/verdict/shown.ts';
import { sourcedCounts, tally } from '#lib/verdict/tally.ts';
import { rating, VERDICTS } from '#lib/verdict/verdicts.ts';

describe('the verdict that a claim shows', () => {
  test.each([
    ['nobody looked', {}, 'open'],
    ['one sourced assessment is too few', { false: 1 }, 'open'],
    ['two that agree', { false: 2 }, 'false'],
    ['two that do not', { false: 1, true: 1 }, 'disputed'],
    ['more than half', { mixed: 3, true: 2 }, 'mixed'],
    ['exactly half is not more than half', { mixed: 2, true: 2 }, 'disputed'],
    ['the most, but not half', { mixed: 3, true: 2, false: 2 }, 'disputed'],
    ['neighbours are not added up', { true: 2, 'mostly-true': 2, false: 1 }, 'disputed'],
    ['opinion and unproven count like the others', { opinion: 2, unproven: 1 }, 'opinion'],
  ] as const)('%s', (_, counts, shown) => expect(shownVerdict(null, counts)).toBe(shown));

  test('is the ruling’s where there is one, whatever people say', () => {
    expect(shownVerdict('unproven', { true: 10 })).toBe('unproven');
    expect(shownVerdict('false', {})).toBe('false');
  });
});

test('the tally keeps the order of the verdicts and counts the sourced apart', () => {
  const spread = tally([
    { verdict: 'false', sourced: true },
    { verdict: 'true', sourced: false },
    { verdict: 'false', sourced: false },
  ]);
  expect(spread).toEqual({
    total: 3,
    sourced: 1,
    rows: [
      { verdict: 'true', total: 1, sourced: 0 },
      { verdict: 'false', total: 2, sourced: 1 },
    ],
  });
  expect(sourcedCounts(spread)).toEqual({ false: 1 });
});

test('the first five carry the numbers 5 to 1, the others none', () => {
  expect(VERDICTS.map(rating)).toEqual([5, 4, 3, 2, 1, null, null]);
});
