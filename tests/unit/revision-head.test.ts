import { expect, test } from 'vitest';
import { followedHead, storedHead } from '#lib/article/revision/head.ts';

const shown = { title: 'A', byline: 'B', publishedAt: new Date('2026-01-02T09:00:00Z'), publishedDay: false };
const seen = { title: 'A', byline: 'B', publishedAt: '2026-01-02T10:00:00+01:00' };

test('what changed at the source is taken over', () => {
  const now = { title: 'A2', byline: 'B2', publishedAt: '2026-01-03' };
  expect(followedHead(shown, seen, now)).toEqual({
    ...{ title: 'A2', byline: 'B2' },
    ...{ publishedAt: new Date('2026-01-03T00:00:00Z'), publishedDay: true },
  });
});

test('what did not change, or can no longer be read there, changes nothing', () => {
  expect(followedHead(shown, seen, { ...seen, publishedAt: '2026-01-02T09:00:00Z' })).toEqual({});
  expect(followedHead(shown, seen, { title: null, byline: null, publishedAt: null })).toEqual({});
});

test('what somebody corrected here stays', () => {
  const corrected = { title: 'Ours', byline: null, publishedAt: null, publishedDay: false };
  expect(followedHead(corrected, seen, { title: 'A2', byline: 'B2', publishedAt: '2026-01-03' })).toEqual({});
});

test('what the source did not tell before is taken where nothing stands here', () => {
  const bare = { title: 'A', byline: null, publishedAt: null, publishedDay: false };
  const unknown = { title: 'A', byline: null, publishedAt: null };
  expect(followedHead(bare, unknown, seen)).toMatchObject({ byline: 'B', publishedAt: shown.publishedAt });
});

test('what is stored otherwise is no head', () => {
  expect([storedHead(null), storedHead({ title: 3 }), storedHead(seen)]).toEqual([null, null, seen]);
});
