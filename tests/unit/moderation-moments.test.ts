import { expect, test } from 'vitest';
import { momentAfter, untilAfter } from '#lib/moderation/moments.ts';

const at = (time: number) => new Date(time);

test('an action comes after all that was done to the same things, also by a clock that ran ahead', () => {
  expect(momentAfter([], 1_000)).toEqual(at(1_000));
  expect(momentAfter([{ createdAt: at(990) }], 1_000)).toEqual(at(1_000));
  expect(momentAfter([{ createdAt: at(1_000) }, { createdAt: at(10) }], 1_000)).toEqual(at(1_001));
  expect(momentAfter([{ createdAt: at(5_000) }], 1_000)).toEqual(at(5_001));
});

test('its millisecond has passed before anybody hears of it', async () => {
  const asked: number[] = [];
  let time = 998;
  await untilAfter(at(1_000), () => {
    time += 1;
    asked.push(time);
    return time;
  });
  expect(asked).toEqual([999, 1_000, 1_001]);
});

test('a clock that stands still holds nobody up for ever', async () => {
  await untilAfter(at(1_000), () => 1_000);
});
