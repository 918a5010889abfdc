import { describe, expect, test } from 'vitest';
import { compare } from '#lib/anchoring/changes.ts';
import { PAIRS, type Pair } from './meaning-pairs.ts';
import { MENDED } from './mended-pairs.ts';
import { NEAR_MISSES } from './near-miss-pairs.ts';
import { NEWSROOM_ENGLISH } from './newsroom-english.ts';
import { NEWSROOM_GERMAN } from './newsroom-german.ts';

const newsrooms = {
  'newsroom, English': NEWSROOM_ENGLISH,
  'newsroom, German': NEWSROOM_GERMAN,
  mended: MENDED,
};

describe.each(Object.entries({ ...PAIRS, ...NEAR_MISSES, ...newsrooms }))('%s', (_, pairs) => {
  test.each<Pair>(pairs)('%s → %s: %s', (before, after, kind) => {
    const { changes } = compare(before, after);
    const kinds = changes.map((change) => change.kind);
    if (kind === 'same') expect(changes).toEqual([]);
    else expect(kinds).toContain(kind);
  });
});
