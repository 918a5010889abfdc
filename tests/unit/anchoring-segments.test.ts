import { expect, test } from 'vitest';
import { segments } from '#lib/anchoring/segments.ts';

test('no spans, no segments; empty spans are left out', () => {
  expect(segments([])).toEqual([]);
  expect(segments([{ id: 'a', start: 3, end: 3 }])).toEqual([]);
});

test('overlapping spans become disjoint segments with stable lanes', () => {
  expect(
    segments([
      { id: 'b', start: 5, end: 15 },
      { id: 'a', start: 0, end: 10 },
      { id: 'c', start: 20, end: 22 },
    ]),
  ).toEqual([
    { start: 0, end: 5, ids: ['a'], lanes: [0], starts: ['a'], ends: [] },
    { start: 5, end: 10, ids: ['a', 'b'], lanes: [0, 1], starts: ['b'], ends: ['a'] },
    { start: 10, end: 15, ids: ['b'], lanes: [1], starts: [], ends: ['b'] },
    { start: 20, end: 22, ids: ['c'], lanes: [0], starts: ['c'], ends: ['c'] },
  ]);
});

test('where several start together the longest is outside; equal ones are ordered by id', () => {
  const [first] = segments([
    { id: 'z', start: 0, end: 5 },
    { id: 'long', start: 0, end: 50 },
    { id: 'y', start: 0, end: 5 },
  ]);
  expect(first?.ids).toEqual(['long', 'y', 'z']);
});

test('a lane is taken again as soon as it is free, and the order of the input does not matter', () => {
  const spans = [
    { id: 'a', start: 0, end: 4 },
    { id: 'b', start: 2, end: 8 },
    { id: 'c', start: 4, end: 6 },
  ];
  const forward = segments(spans);
  expect(forward.find(({ start }) => start === 4)).toMatchObject({ ids: ['c', 'b'], lanes: [0, 1] });
  expect(segments([...spans].reverse())).toEqual(forward);
});

test('random spans: the segments say for every offset what lies over it, in as few lanes as possible', () => {
  let seed = 7;
  const random = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % n;
  };
  const spans = Array.from({ length: 300 }, (_, i) => {
    const start = random(1000);
    return { id: `s${i}`, start, end: start + random(60) };
  });
  const result = segments(spans);
  let deepest = 0;
  for (let offset = 0; offset < 1100; offset += 1) {
    const over = spans.filter((span) => span.start <= offset && offset < span.end).map(({ id }) => id);
    deepest = Math.max(deepest, over.length);
    const here = result.filter((segment) => segment.start <= offset && offset < segment.end);
    expect(here.length).toBeLessThanOrEqual(1);
    expect([...(here[0]?.ids ?? [])].sort()).toEqual(over.sort());
  }
  expect(Math.max(...result.flatMap(({ lanes }) => lanes))).toBe(deepest - 1);
  const laneOf = new Map<string, number>();
  for (const { ids, lanes } of result) {
    for (const [i, id] of ids.entries()) {
      expect(laneOf.get(id) ?? lanes[i]).toBe(lanes[i]);
      laneOf.set(id, lanes[i] as number);
    }
  }
});

test('5,000 spans are flattened', { timeout: 60_000 }, () => {
  const spans = Array.from({ length: 5000 }, (_, i) => ({ id: `${i}`, start: i * 20, end: i * 20 + 90 }));
  expect(segments(spans).length).toBeGreaterThan(5000);
});
