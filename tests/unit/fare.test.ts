import { expect, test } from 'vitest';
import { fareAfter } from '#components/annotate/fare.ts';
import type { Look } from '#components/annotation/passage.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

const SERVED = { claims: 4_000, remarks: 900, shown: { open: 3_000, false: 600, true: 400 } };

const showing = (look: Look) =>
  ({ verdict: look === 'remark' ? null : { shown: look } }) as unknown as AnnotationDetail;

test('what was only opened counts as it did', () => {
  expect(fareAfter(SERVED, ['open', 'remark'], [showing('open'), showing('remark')])).toEqual(SERVED);
});

test('a verdict moves a claim, a new one adds to it, and what was taken away is not counted', () => {
  expect(fareAfter(SERVED, ['open'], [showing('false')])).toEqual({
    claims: 4_000,
    remarks: 900,
    shown: { open: 2_999, false: 601, true: 400 },
  });
  expect(fareAfter(SERVED, [null, null], [showing('mixed'), showing('remark')])).toEqual({
    claims: 4_001,
    remarks: 901,
    shown: { open: 3_000, false: 600, true: 400, mixed: 1 },
  });
  expect(fareAfter(SERVED, ['true', 'remark'], [])).toEqual({
    claims: 3_999,
    remarks: 899,
    shown: { open: 3_000, false: 600, true: 399 },
  });
  // What the server counted is not written to: the next change counts from it again.
  expect(SERVED).toEqual({ claims: 4_000, remarks: 900, shown: { open: 3_000, false: 600, true: 400 } });
});
