import { expect, test } from 'vitest';
import { likelyReason, reporterRecord, reportsByReason } from '#components/moderation/item.ts';
import { readReason, reasonWords, writeReason } from '#components/moderation/reasons.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { QueueItem } from '#lib/moderation/queue/schema.ts';

test.each([
  ['spam', '', 'spam'],
  ['spam', '  the third time ', 'spam: the third time'],
  [null, 'Nobody can check this.', 'Nobody can check this.'],
  [null, ' ', ''],
] as const)('%s and “%s” are kept as “%s”', (canned, own, kept) => {
  expect(writeReason(canned, own)).toBe(kept);
  expect(readReason(kept)).toEqual({ canned, own: own.trim() });
});

test('a reason that is none of ours is all in its own words', () => {
  for (const reason of ['note: see above', 'spam!', 'Spam: x', ''])
    expect(readReason(reason)).toEqual({ canned: null, own: reason });
  expect(reasonWords(translator('en', 'moderation'), 'note: see above')).toBe('note: see above');
});

test('everybody reads a reason in their own language', () => {
  expect(reasonWords(translator('en', 'moderation'), 'off-topic')).toBe('Has nothing to do with it');
  expect(reasonWords(translator('de', 'moderation'), 'threat: zweimal')).toBe('Bedroht jemanden: zweimal');
});

/** An item with reports: reason, who, how many of theirs were decided and upheld. */
function reported(...reports: [string, string?, number?, number?][]): QueueItem {
  return {
    reports: reports.map(([reason, handle = 'ann', decided = 0, upheld = 0]) => ({
      reason,
      reporter: { handle, decided, upheld },
    })),
  } as unknown as QueueItem;
}

test('the reason that most reporters gave is the likely one, of the offered ones', () => {
  expect(likelyReason([reported(['abuse'], ['threat'], ['threat'])])).toBe('threat');
  expect(likelyReason([reported(['abuse']), reported(['spam'], ['abuse'])])).toBe('abuse');
  expect(likelyReason([reported(['other'], ['of my own'])])).toBeNull();
  expect(likelyReason([])).toBeNull();
  expect(reportsByReason(reported(['abuse'], ['threat'], ['threat']))).toEqual([
    { reason: 'threat', n: 2 },
    { reason: 'abuse', n: 1 },
  ]);
});

test('how often reporters were right counts each of them once', () => {
  expect(reporterRecord(reported(['abuse', 'ann', 3, 3], ['spam', 'ann', 3, 3], ['spam', 'ben', 1, 0]))).toBe(
    0.75,
  );
  expect(reporterRecord(reported(['abuse']))).toBeNull();
});
