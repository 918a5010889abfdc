import { describe, expect, test } from 'vitest';
import { type Bar, divide, spread, WHOLE } from '#lib/verdict/spread.ts';
import { tally } from '#lib/verdict/tally.ts';
import { VERDICTS, type Verdict } from '#lib/verdict/verdicts.ts';

const given = (counts: Partial<Record<Verdict, number>>, sourced: boolean) =>
  Object.entries(counts).flatMap(([verdict, n]) =>
    Array.from({ length: n }, () => ({ verdict: verdict as Verdict, sourced })),
  );

function check(bar: Bar): void {
  let at = 0;
  for (const { start, size } of bar.segments) {
    expect(start).toBe(at);
    expect(size).toBeGreaterThan(0);
    at += size;
  }
  const sum = (key: 'n' | 'percent') => bar.segments.reduce((all, one) => all + one[key], 0);
  expect([at, sum('percent'), sum('n')]).toEqual(bar.total ? [WHOLE, 100, bar.total] : [0, 0, 0]);
}

describe('the spread of a tally', () => {
  test('sourced and unsourced apart, from right to wrong', () => {
    const { sourced, unsourced } = spread(
      tally([...given({ false: 2, true: 1 }, true), ...given({ misleading: 1 }, false)]),
    );
    expect(sourced).toEqual({
      total: 3,
      segments: [
        { verdict: 'true', n: 1, start: 0, size: 333, percent: 33 },
        { verdict: 'false', n: 2, start: 333, size: 667, percent: 67 },
      ],
      most: ['false'],
      majority: 'false',
    });
    expect(unsourced).toEqual({
      total: 1,
      segments: [{ verdict: 'misleading', n: 1, start: 0, size: 1_000, percent: 100 }],
      most: ['misleading'],
      majority: 'misleading',
    });
  });

  test('nobody: nothing to draw', () => {
    const empty = { total: 0, segments: [], most: [], majority: null };
    expect(spread(tally([]))).toEqual({ sourced: empty, unsourced: empty });
  });

  test('half is no majority, and level verdicts lead together', () => {
    const { sourced } = spread(tally(given({ true: 2, mixed: 2 }, true)));
    expect(sourced).toMatchObject({ most: ['true', 'mixed'], majority: null });
  });

  test('the shares add up exactly, whatever the numbers', () => {
    for (let n = 1; n <= 400; n += 1) {
      const counts = Object.fromEntries(
        VERDICTS.map((verdict, at) => [verdict, (n * (at + 3) * 7_919) % (n + at * 5 + 1)]),
      );
      const { sourced, unsourced } = spread(tally([...given(counts, true), ...given(counts, false)]));
      check(sourced);
      check(unsourced);
    }
  });
});

describe('dividing a whole', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [1, 1, 1, 1, 1, 1], [17, 17, 17, 17, 16, 16]],
    [1_000, [2, 1], [667, 333]],
    [100, [999_999, 1], [99, 1]],
    [100, [100_000, 1, 1, 1, 1, 1, 1], [94, 1, 1, 1, 1, 1, 1]],
    [100, [7], [100]],
    [100, [], []],
  ])('%i among %j', (units, parts, shares) => expect(divide(units, parts)).toEqual(shares));
});
