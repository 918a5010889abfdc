import { expect, test } from 'vitest';
import { contradicts, isContradictory } from '#lib/verdict/contradiction.ts';
import { SHOWN, type Shown } from '#lib/verdict/verdicts.ts';

/** Each pair that contradicts, once; every other pair does not. */
const PAIRS: [Shown, Shown][] = [
  ['true', 'misleading'],
  ['true', 'false'],
  ['mostly-true', 'false'],
  ['opinion', 'true'],
  ['opinion', 'mostly-true'],
  ['opinion', 'mixed'],
  ['opinion', 'misleading'],
  ['opinion', 'false'],
  ['unproven', 'true'],
  ['unproven', 'false'],
];

test('which verdicts contradict each other is said pair by pair', () => {
  const listed = (a: Shown, b: Shown) =>
    PAIRS.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
  for (const a of SHOWN) for (const b of SHOWN) expect(contradicts(a, b), `${a} and ${b}`).toBe(listed(a, b));
});

test('one pair makes a family contradictory; open and disputed never do', () => {
  expect(isContradictory([])).toBe(false);
  expect(isContradictory(['true'])).toBe(false);
  expect(isContradictory(['true', 'true', 'mostly-true', 'open', 'disputed'])).toBe(false);
  expect(isContradictory(['open', 'mixed', 'mostly-true', 'disputed', 'false'])).toBe(true);
});
