import { describe, expect, test } from 'vitest';
import {
  corpusPages,
  fixturePages,
  hasCorpus,
  mean,
  scorePage,
  shareRight,
} from '#tests/setup/import-score.ts';

// The same measure as `npm run bench -- import`, held as a floor. To add a page: a folder in tests/fixtures/import-pages
// with `source.html` (any encoding that it declares itself), `expected.txt` (what a person would call the article, a
// line a block) and `expected.json` (its address, and the fields as the corpus has them; null where none is right).

describe.each(fixturePages().map((page) => [page.name, page] as const))('our page %s', (_, page) => {
  const score = scorePage(page);
  test('is read as a person reads it', () => {
    // A picture without a caption is a line without words.
    expect(score.article?.text.split('\n').filter(Boolean)).toEqual(page.text.trim().split('\n'));
  });
  test('says what it is', () => {
    expect(Object.values(score.fields)).not.toContain(false);
    expect(score.article?.warnings).toEqual([]);
  });
});

test.skipIf(!hasCorpus())(
  'the saved pages of other publishers (needs the corpus beside the project)',
  () => {
    const scores = corpusPages().map(scorePage);
    const low = scores.filter(({ f1 }) => f1 < 0.95).map(({ name, f1 }) => `${name}: ${f1}`);
    expect(low).toEqual([]);
    expect(mean(scores.map(({ f1 }) => f1))).toBeGreaterThan(0.98);
    expect(shareRight(scores, 'title')).toBe(1);
  },
  30_000,
);
