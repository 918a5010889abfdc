import { expect, test } from 'vitest';
import { fareAfter, labelsAfter } from '#components/annotate/fare.ts';
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

test('labels of a page with thousands are counted on from what the server counted', () => {
  const label = (key: string) => ({ key, tone: 'fault' as const, name: { en: key, de: key } });
  const served = [
    { ...label('a'), n: 3 },
    { ...label('b'), n: 1 },
  ];
  const counted = (before: string[], now: string[]) =>
    labelsAfter(served, before, now.map(label)).map(({ key, n }) => [key, n]);
  expect(counted(['a', 'b'], ['a', 'b'])).toEqual([
    ['a', 3],
    ['b', 1],
  ]);
  // One went, one is there for the first time.
  expect(counted(['b', 'a'], ['c', 'c'])).toEqual([
    ['a', 2],
    ['c', 2],
  ]);
  expect(served[0]?.n).toBe(3);
});
