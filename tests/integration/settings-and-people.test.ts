import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { listPeople } from '#lib/flows/people.ts';
import type { PersonLine } from '#lib/flows/people-view.ts';
import { changeSettingOperation, listSettingsOperation } from '#lib/http/contract/settings.ts';
import { giveRoleOperation, listUsersOperation } from '#lib/http/contract/users.ts';
import { SETTING_KEYS } from '#lib/settings/schema.ts';
import { ROLES, type Role } from '#lib/user/schema.ts';
import { comment } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';
import { about, decided, walk } from '#tests/setup/moderating.ts';

let admin: TestPerson;
let moderator: TestPerson;
beforeAll(async () => {
  admin = await person({ role: 'admin', name: 'The Admin' });
  moderator = await person({ role: 'moderator' });
});

describe('settings', () => {
  const change = (key: string, body: unknown, as: TestPerson | null = admin) =>
    call(changeSettingOperation, { as, params: { key }, body });
  const read = async (key: string) =>
    (await call(listSettingsOperation, { as: admin })).body.items.find(
      (item: { key: string }) => item.key === key,
    );

  test('are all listed, with what they are until somebody sets them', async () => {
    const { body } = await call(listSettingsOperation, { as: admin });
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual(SETTING_KEYS);
    expect(await read('comments.guests')).toEqual({
      key: 'comments.guests',
      value: false,
      default: false,
      version: 0,
      updatedAt: null,
    });
  });

  test('hold at once, with an event that names the key', async () => {
    const { status, body } = await change('comments.pre-moderation', { value: 'newcomers', version: 0 });
    expect([status, body.value, body.version, body.default]).toEqual([200, 'newcomers', 1, 'off']);
    expect(await read('comments.pre-moderation')).toEqual(body);
    const event = await db().event.findFirst({ where: { kind: 'setting.changed' }, orderBy: { id: 'desc' } });
    expect([event?.actorId, event?.data]).toEqual([admin.id, { key: 'comments.pre-moderation' }]);
  });

  test('a stale version is a conflict that says how it stands; without a version the last one wins', async () => {
    await change('users.sign-up', { value: false });
    const stale = await change('users.sign-up', { value: true, version: 0 });
    expect([stale.status, stale.body.code, stale.body.current.value]).toEqual([409, 'edit-conflict', false]);
    expect((await change('users.sign-up', { value: true })).body.version).toBe(2);
  });

  test('of many who set the same at once with one version, one does', async () => {
    const answers = await Promise.all(
      ROLES.map((value) => change('articles.import-role', { value, version: 0 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    // Whoever won: what follows needs readers who bring articles in.
    expect((await change('articles.import-role', { value: 'reader' })).status).toBe(200);
  });

  test.each([
    ['comments.guests', { value: 'yes' }],
    ['comments.pre-moderation', { value: 'sometimes' }],
    ['comments.pre-moderation', { value: null }],
    ['comments.guests', {}],
    ['comments.guests', { value: true, version: 'x' }],
  ])('%s takes no %o', async (key, body) => {
    const { status, body: problem } = await change(key, body);
    expect([status, problem.code]).toEqual([422, 'invalid']);
  });

  test('there are no others', async () => {
    for (const key of ['comments.magic', '__proto__', 'toString'])
      expect((await change(key, { value: true })).status).toBe(404);
  });

  test.each<[Role | null, number]>([
    [null, 401],
    ['reader', 403],
    ['checker', 403],
    ['moderator', 403],
  ])('are none of the business of a %s', async (role, status) => {
    const as = role && (await person({ role }));
    expect((await call(listSettingsOperation, { as })).status).toBe(status);
    expect((await change('comments.guests', { value: true }, as)).status).toBe(status);
    expect((await read('comments.guests')).value).toBe(false);
  });
});

describe('people', () => {
  const list = (as: TestPerson | null, query: Record<string, string> = {}) =>
    call(listUsersOperation, { as, query });
  const people = async (query: Record<string, string>, as = admin): Promise<PersonLine[]> => {
    const { status, body } = await list(as, query);
    expect(status).toBe(200);
    return body.items;
  };

  test.each<[Role | null, number]>([
    [null, 401],
    ['reader', 403],
    ['checker', 403],
    ['moderator', 200],
    ['admin', 200],
  ])('are listed for a %s: %i', async (role, status) => {
    expect((await list(role && (await person({ role })))).status).toBe(status);
  });

  test('come with what moderators need to know; addresses go to admins', async () => {
    const somebody = await person({ name: 'Miriam Kowalska' });
    await comment({ by: somebody, state: 'rejected' });
    await comment({ by: somebody });
    const [line] = await people({ q: 'kowalska' });
    expect(line).toMatchObject({
      handle: somebody.handle,
      name: 'Miriam Kowalska',
      role: 'reader',
      trust: 'new',
      banned: false,
      comments: 2,
      rejected: 1,
      email: somebody.email,
      canBan: true,
    });
    const [seen] = await people({ q: 'kowalska' }, moderator);
    expect(seen).toEqual({ ...line, email: null });
    expect(JSON.stringify((await list(moderator)).body)).not.toContain('@example.org');
  });

  test('are found by name and handle anywhere in it, and by address for admins alone', async () => {
    const somebody = await person({ name: 'Zofia % Underscore_' });
    const found = async (q: string, as = admin) =>
      (await people({ q }, as)).map(({ handle }) => handle).includes(somebody.handle);
    for (const q of ['zofia', 'FIA %', 'score_', somebody.handle.slice(2), `@${somebody.handle}`])
      expect([q, await found(q, moderator)]).toEqual([q, true]);
    expect([await found(somebody.email), await found(somebody.email, moderator)]).toEqual([true, false]);
    expect([await found('zofia_'), await found('%%')]).toEqual([false, false]);
  });

  test('are narrowed by role and by ban', async () => {
    const banned = await person();
    await decided(moderator, 'ban', about(banned.id, 'user'));
    expect((await people({ state: 'banned' })).map(({ handle, banned: is }) => [handle, is])).toEqual([
      [banned.handle, true],
    ]);
    expect(
      (await people({ state: 'active', limit: '100' })).some(({ handle }) => handle === banned.handle),
    ).toBe(false);
    expect(new Set((await people({ role: 'moderator' })).map(({ role }) => role))).toEqual(
      new Set(['moderator']),
    );
  });

  test('are walked page by page, the newest first, in as many queries for many as for few', async () => {
    for (let n = 0; n < 6; n += 1) await person();
    const all = await walk<PersonLine>(async (query) => (await list(admin, query)).body, 4);
    expect(all.length).toBe(await db().user.count());
    expect(new Set(all.map(({ handle }) => handle)).size).toBe(all.length);
    const asked = (limit: number) => countQueries(() => listPeople(admin, { limit }));
    expect(await asked(2)).toBe(await asked(100));
  });

  test('are given roles, with an event', async () => {
    const somebody = await person();
    const { status, body } = await call(giveRoleOperation, {
      as: admin,
      params: { handle: somebody.handle },
      body: { role: 'checker' },
    });
    expect([status, body.role, body.handle]).toEqual([200, 'checker', somebody.handle]);
    const event = await db().event.findFirst({ where: { kind: 'user.role-given', subjectId: somebody.id } });
    expect([event?.actorId, event?.data]).toEqual([admin.id, { role: 'checker' }]);
    const nobody = await call(giveRoleOperation, {
      as: admin,
      params: { handle: 'nobody-here' },
      body: { role: 'checker' },
    });
    expect(nobody.status).toBe(404);
    const odd = await call(giveRoleOperation, {
      as: admin,
      params: { handle: somebody.handle },
      body: { role: 'king' },
    });
    expect(odd.status).toBe(422);
  });
});
