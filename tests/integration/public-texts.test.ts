import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { parseDocument } from '#lib/document/schema.ts';
import { changeTextOperation, readTextOperation } from '#lib/http/contract/texts.ts';
import { LOCALES } from '#lib/i18n/locale.ts';
import { TEXT_NAMES } from '#lib/i18n/texts.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { whileOpen } from '#tests/setup/overlap.ts';

let admin: TestPerson;
beforeAll(async () => {
  admin = await person({ role: 'admin' });
});

const read = async (name: string, locale = 'en') =>
  (await call(readTextOperation, { params: { name, locale } })).body;
const change = (name: string, body: object, as: TestPerson | null = admin, locale = 'en') =>
  call(changeTextOperation, { as, params: { name, locale }, body });

test('until somebody changes them, the texts are ours, in every language and well formed', async () => {
  for (const name of TEXT_NAMES)
    for (const locale of LOCALES) {
      const text = await read(name, locale);
      expect(text).toMatchObject({ name, locale, version: 0, editedAt: null });
      expect(text.text.length, `${name} ${locale}`).toBeGreaterThan(800);
      expect(parseDocument(text.body, 'article').ok).toBe(true);
      expect(text.text).not.toMatch(/\*\*|^#/m);
    }
  expect((await call(readTextOperation, { params: { name: 'imprint', locale: 'en' } })).status).toBe(404);
  expect((await call(readTextOperation, { params: { name: 'methodology', locale: 'fr' } })).status).toBe(404);
});

describe('an admin', () => {
  test('changes a text in one language, with an event, and never unseen', async () => {
    const { status, body } = await change('methodology', { markdown: '## We look\n\nTwice.', version: 0 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, text: 'We look\nTwice.' });
    expect(body.body.content[0]).toMatchObject({ type: 'heading' });
    expect((await read('methodology', 'de')).version).toBe(0);
    const event = await db().event.findFirst({ where: { kind: 'text.changed' }, orderBy: { id: 'desc' } });
    expect(event).toMatchObject({ actorId: admin.id, data: { name: 'methodology', locale: 'en' } });
    const stale = await change('methodology', { markdown: 'Mine.', version: 0 });
    expect(stale.body).toMatchObject({
      code: 'edit-conflict',
      current: { version: 1, text: 'We look\nTwice.' },
    });
    expect((await change('methodology', { body: body.body, version: 1 })).body.version).toBe(2);
  });

  test('of two that change it at once the second hears of the first', async () => {
    const later = await whileOpen(
      () => change('corrections', { markdown: 'First.', version: 0 }),
      () => change('corrections', { markdown: 'Second.', version: 0 }),
    );
    expect(later.body).toMatchObject({ code: 'edit-conflict', current: { text: 'First.', version: 1 } });
    expect((await read('corrections')).text).toBe('First.');
  });

  test('cannot leave it empty, endless, or with what no document holds', async () => {
    const { version } = await read('corrections', 'de');
    const de = (body: object) => change('corrections', { version, ...body }, admin, 'de');
    expect((await de({ markdown: ' \n' })).body.code).toBe('empty-text');
    expect((await de({ markdown: 'x'.repeat(50_001) })).status).toBe(422);
    expect((await de({ body: { type: 'doc', content: [{ type: 'script' }] } })).status).toBe(422);
    const { body } = await de({ markdown: 'It <b onclick="x()">is</b> [here](javascript:alert(1)).' });
    expect(JSON.stringify(body.body)).not.toMatch(/onclick|"link"/);
  });
});

test('nobody else changes it', async () => {
  for (const role of ['reader', 'checker', 'moderator'] as const)
    expect(
      (await change('methodology', { markdown: 'Mine.', version: 2 }, await person({ role }))).status,
    ).toBe(403);
  expect((await change('methodology', { markdown: 'Mine.', version: 2 }, null)).status).toBe(401);
});
