import { describe, expect, test } from 'vitest';
import { compare } from '#lib/anchoring/changes.ts';
import { PAIRS, type Pair } from './meaning-pairs.ts';
import { NEAR_MISSES } from './near-miss-pairs.ts';

describe.each(Object.entries({ ...PAIRS, ...NEAR_MISSES }))('%s', (_, pairs) => {
  test.each<Pair>(pairs)('%s → %s: %s', (before, after, kind) => {
    const { changes } = compare(before, after);
    const kinds = changes.map((change) => change.kind);
    if (kind === 'same') expect(changes).toEqual([]);
    else expect(kinds).toContain(kind);
  });
});
