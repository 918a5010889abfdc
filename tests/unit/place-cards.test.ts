import { expect, test } from 'vitest';
import { placeCards, type Wish } from '#components/annotation/place-cards.ts';

const GAP = 10;
const cards = (...wishes: [number, number][]): Wish[] => wishes.map(([top, height]) => ({ top, height }));

function overlaps(wishes: Wish[], tops: number[]): number[] {
  return tops.flatMap((top, at) => {
    const above = wishes[at - 1];
    return above && top < (tops[at - 1] as number) + above.height + GAP - 1 ? [at] : [];
  });
}

test('cards that do not touch stand at their lines', () => {
  expect(placeCards(cards([0, 50], [100, 50], [300, 50]), 1000, GAP)).toEqual([0, 100, 300]);
  expect(placeCards([], 1000, GAP)).toEqual([]);
});

test('cards on one line share the distance, and none covers another', () => {
  expect(placeCards(cards([200, 50], [200, 50]), 1000, GAP)).toEqual([170, 230]);
});

test('none starts above the margin, and all end within the text while they fit', () => {
  expect(placeCards(cards([0, 50], [0, 50]), 1000, GAP)).toEqual([0, 60]);
  expect(placeCards(cards([480, 50], [490, 50]), 500, GAP)).toEqual([390, 450]);
});

test('the active one stands at its line, and the others make way', () => {
  const wishes = cards([200, 60], [210, 300], [220, 60]);
  expect(placeCards(wishes, 1000, GAP, 1)).toEqual([140, 210, 520]);
  // Even past the end of the text.
  expect(placeCards(cards([100, 60], [480, 300]), 500, GAP, 1)[1]).toBe(480);
});

test('however they crowd, they keep their order and never cover each other', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 200; round += 1) {
    const wishes = Array.from({ length: 1 + random(60) }, () => ({
      top: random(4000),
      height: 20 + random(400),
    }));
    wishes.sort((a, b) => a.top - b.top);
    const tops = placeCards(wishes, 4000, GAP, random(2) ? random(wishes.length) : -1);
    expect(overlaps(wishes, tops)).toEqual([]);
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(0);
  }
});

test('a hundred thousand cards are placed in the time of a frame', () => {
  const wishes = Array.from({ length: 100_000 }, (_, at) => ({ top: (100_000 - at) % 977, height: 30 }));
  const begun = performance.now();
  placeCards(wishes, 1000, GAP);
  expect(performance.now() - begun).toBeLessThan(500);
});
