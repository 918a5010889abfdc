import { expect, test } from 'vitest';
import { handleFrom } from '#lib/user/handles.ts';
import { hashPassword, passwordFits } from '#lib/user/passwords.ts';
import { email, handle, password } from '#lib/user/schema.ts';
import { newSecret, secretHash } from '#lib/user/secrets.ts';

test.each([
  ['Ines Moreau', 'ines-moreau'],
  ['  Zoë  Weiß-Łuk ', 'zoe-weiss-uk'],
  ['李小龍', 'reader'],
  ['x', 'reader'],
  ['a'.repeat(60), 'a'.repeat(26)],
  ['abcdefghijklmnopqrstuvwxy - z', 'abcdefghijklmnopqrstuvwxy'],
])('the handle of %j is %j, and one that the database takes', (name, expected) => {
  expect(handleFrom(name)).toBe(expected);
  expect(handle.safeParse(handleFrom(name)).success).toBe(true);
});

test.each(['me', 'New', 'a', '-ab', 'ab-', 'a--b', 'ä-b', 'a b', 'a'.repeat(31), ''])(
  '%j is no handle',
  (given) => {
    expect(handle.safeParse(given).success).toBe(false);
  },
);

test('an address is trimmed and lower case, and is one address', () => {
  expect(email.parse(' A.B+c@Example.ORG ')).toBe('a.b+c@example.org');
  for (const bad of [
    'a@b',
    'a@example.org, b@example.org',
    'a@example.org\nbcc:x@y.org',
    '"a b"@example.org',
    `${'a'.repeat(250)}@example.org`,
  ]) {
    expect(email.safeParse(bad).success, bad).toBe(false);
  }
});

test('a password has a lower and an upper bound', () => {
  expect([9, 10, 200, 201].map((length) => password.safeParse('x'.repeat(length)).success)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a password fits however its accents were typed, and never where there is none', async () => {
  const stored = await hashPassword('caf\u00e9 au lait');
  expect(await passwordFits(stored, 'cafe\u0301 au lait')).toBe(true);
  expect(await passwordFits(stored, 'cafe au lait')).toBe(false);
  expect(await passwordFits(null, 'there is no such account')).toBe(false);
});

test('secrets are long, unlike each other, and stored as a hash', () => {
  expect(newSecret()).toMatch(/^[\w-]{43}$/);
  expect(newSecret()).not.toBe(newSecret());
  expect(secretHash('x')).toMatch(/^[0-9a-f]{64}$/);
});
