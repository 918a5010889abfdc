import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { setPreferencesOperation } from '#lib/http/contract/preferences.ts';
import { person } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

const set = (body: unknown, as?: Awaited<ReturnType<typeof person>>) =>
  call(setPreferencesOperation, { body, as });

test('a guest’s choice is kept in cookies', async () => {
  const answer = await set({ language: 'de', theme: 'dark' });
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual([
    'obelus-language=de',
    'obelus-theme=dark',
  ]);
});

test('what was not chosen stays as it is', async () => {
  const answer = await set({ theme: 'system' });
  expect(answer.headers.getSetCookie()).toHaveLength(1);
});

test('the language of somebody who is signed in is kept in the account too', async () => {
  const anna = await person();
  await set({ language: 'de' }, anna);
  expect(await db().user.findUnique({ where: { id: anna.id }, select: { locale: true } })).toEqual({
    locale: 'de',
  });
});

test.each([{ language: 'xx' }, { theme: 'sepia' }, 'dark', null])('%o is refused', async (body) => {
  expect((await set(body)).status).toBeGreaterThanOrEqual(400);
});
