import { expect, test } from 'vitest';
import { idAt, idBytes } from '#lib/db/ids.ts';

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('ids are in the order of their times, and of their making within one millisecond', () => {
  const times = [
    1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_001, 1_700_000_000_001, 1_800_000_000_000,
  ];
  const ids = times.map((time) => idAt(new Date(time)));
  expect(ids.every((id) => UUID7.test(id))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  const many = Array.from({ length: 1_000 }, () => idAt(new Date(1_750_000_000_000)));
  expect(many.toSorted()).toEqual(many);
  expect(new Set(many).size).toBe(1_000);
});

test('the bytes sort as the text does', () => {
  const id = idAt(new Date(1_750_000_000_000));
  expect(idBytes(id).toString('hex')).toBe(id.replaceAll('-', ''));
});
