import { describe, expect, test } from 'vitest';
import { consensus, recompute } from '#lib/verdict/bridging/consensus.ts';
import type { Standing } from '#lib/verdict/bridging/standing.ts';
import { countRatings, formatRatings, parseRatings, REASONS_OF, totalOf } from '#lib/verdict/ratings.ts';
import { worldOf } from '#tests/factories/raters.ts';

test('counts have a place for each', () => {
  const counts = countRatings([
    { helpfulness: 'helpful' },
    { helpfulness: 'somewhat' },
    { helpfulness: 'helpful' },
  ]);
  expect(counts).toEqual({ helpful: 2, somewhat: 1, 'not-helpful': 0 });
  expect(totalOf(counts)).toBe(3);
});

test('no reason is both for and against', () => {
  expect(new Set(REASONS_OF.somewhat).size).toBe(
    REASONS_OF.helpful.length + REASONS_OF['not-helpful'].length,
  );
});

describe('lines of ratings', () => {
  const world = worldOf({ raters: 60, assessments: 100, ratings: 1_500, seed: 9 });

  test('are read as they were written, in an order of their own', () => {
    const lines = formatRatings(world.ratings);
    expect(formatRatings(parseRatings(lines))).toBe(lines);
    expect(formatRatings(world.ratings.toReversed())).toBe(lines);
    expect(parseRatings(lines)).toHaveLength(world.ratings.length);
  });

  test('are enough to get a status again', () => {
    const lines = formatRatings(world.ratings);
    const { standings } = consensus(world.ratings.toReversed());
    const some: [string, Standing][] = [...standings].slice(0, 5);
    for (const [id, standing] of some) expect(recompute(lines, id)).toEqual(standing);
    expect(recompute(lines, 'unknown')).toBeNull();
  });

  test.each([
    ['', 'line 1 is not'],
    ['rater\tassessment\thelpfulness\nann\ta', 'line 2 has not three columns'],
    ['rater\tassessment\thelpfulness\n\nann\ta\tgreat\n', 'line 3: “great” is none of'],
    ['rater\tassessment\thelpfulness\nann\ta\thelpful\tx', 'line 2 has not three columns'],
  ])('that are none are refused: %j', (text, complaint) =>
    expect(() => parseRatings(text)).toThrow(complaint),
  );

  test('a name with a tab cannot stand in them', () => {
    expect(() => formatRatings([{ rater: 'a\tb', assessment: 'a', helpfulness: 'helpful' }])).toThrow(
      RangeError,
    );
  });
});
