import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { moderate } from '#lib/flows/moderate.ts';
import { changeRole } from '#lib/flows/people.ts';
import { commentOnArticleOperation, getCommentOperation } from '#lib/http/contract/comments.ts';
import { getOwnUserOperation, giveRoleOperation } from '#lib/http/contract/users.ts';
import type { Actor, Role } from '#lib/user/schema.ts';
import { article } from '#tests/factories/articles.ts';
import { comment } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { about, decide, decided, takeBack } from '#tests/setup/moderating.ts';
import { whileOpen } from '#tests/setup/overlap.ts';

let ben: TestPerson;
beforeAll(async () => {
  ben = await person({ role: 'moderator' });
});

describe('a ban', () => {
  const post = (as: TestPerson, id: string, byToken = false) =>
    call(commentOnArticleOperation, { as, byToken, params: { id }, body: { text: 'Still here.' } });

  test('while somebody posts: what was acknowledged stays, and nothing more comes', async () => {
    const [{ id }, loud] = [await article(), await person()];
    const [ban, ...posts] = await Promise.all([
      decide(ben, 'ban', about(loud.id, 'user')),
      ...Array.from({ length: 10 }, (_, n) => post(loud, id, n % 2 === 0)),
    ]);
    expect(ban.status).toBe(201);
    const stood = posts.filter(({ status }) => status === 201);
    expect(posts.every(({ status }) => [201, 401, 403].includes(status))).toBe(true);
    expect([(await post(loud, id)).status, (await post(loud, id, true)).body.code]).toEqual([401, 'banned']);
    expect(await db().comment.count({ where: { authorId: loud.id, state: 'visible' } })).toBe(stood.length);
    expect(await db().session.count({ where: { userId: loud.id } })).toBe(0);
    const [event] = await db().event.findMany({ where: { kind: 'user.banned', subjectId: loud.id } });
    expect(event?.actorId).toBe(ben.id);
  });

  test('ends what a token may do, reading included, until it ends itself; comments stay', async () => {
    const somebody = await person();
    const { id } = await comment({ by: somebody });
    const { id: action } = await decided(ben, 'ban', about(somebody.id, 'user'));
    const own = () => call(getOwnUserOperation, { as: somebody, byToken: true });
    expect([(await own()).status, (await own()).body.code]).toEqual([403, 'banned']);
    const read = await call(getCommentOperation, { as: somebody, byToken: true, params: { id } });
    expect([read.status, read.body.code]).toEqual([403, 'banned']);
    expect((await call(getCommentOperation, { params: { id } })).body.state).toBe('visible');
    expect((await decide(ben, 'ban', about(somebody.id, 'user'))).body.code).toBe('wrong-state');
    expect((await takeBack(ben, action)).status).toBe(201);
    expect((await own()).status).toBe(200);
    await decided(ben, 'ban', about(somebody.id, 'user'));
    const unban = await decided(ben, 'unban', about(somebody.id, 'user'));
    expect((await own()).status).toBe(200);
    expect((await takeBack(ben, unban.id)).status).toBe(201);
    expect((await own()).body.code).toBe('banned');
  });

  test.each<[Role, Role, number]>([
    ['moderator', 'reader', 201],
    ['moderator', 'checker', 201],
    ['moderator', 'moderator', 403],
    ['moderator', 'admin', 403],
    ['admin', 'moderator', 201],
    ['admin', 'admin', 403],
    ['checker', 'reader', 403],
  ])('by a %s of a %s is answered %i', async (by, whom, status) => {
    const [actor, target] = [await person({ role: by }), await person({ role: whom })];
    expect((await decide(actor, 'ban', about(target.id, 'user'))).status).toBe(status);
  });

  test('of oneself is refused', async () => {
    const { status, body } = await decide(ben, 'ban', about(ben.id, 'user'));
    expect([status, body.code]).toEqual([403, 'not-allowed']);
  });
});

describe('roles', () => {
  const give = (as: TestPerson, { handle }: Actor, role: Role) =>
    call(giveRoleOperation, { as, params: { handle }, body: { role } });
  const roleOf = async ({ id }: Actor) => (await db().user.findUniqueOrThrow({ where: { id } })).role;
  const setRole = (who: Actor[], role: Role) =>
    db().user.updateMany({ where: { id: { in: who.map(({ id }) => id) } }, data: { role } });

  test('two admins who demote each other, or themselves, at once leave one', async () => {
    const [eve, fay] = [await person({ role: 'admin' }), await person({ role: 'admin' })];
    for (let round = 0; round < 20; round += 1) {
      await db().user.updateMany({ where: { role: 'admin' }, data: { role: 'moderator' } });
      await setRole([eve, fay], 'admin');
      const self = round % 2 === 0;
      const answers = await Promise.all([
        give(eve, self ? eve : fay, 'reader'),
        give(fay, self ? fay : eve, 'reader'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
      expect(await db().user.count({ where: { role: 'admin', bannedAt: null } })).toBe(1);
    }
  });

  test('an admin who was demoted while waiting gives none any more', async () => {
    const [eve, fay] = [await person({ role: 'admin' }), await person({ role: 'admin' })];
    const friend = await person();
    const late = whileOpen(
      () => changeRole(eve, fay.handle, 'reader'),
      () => changeRole(fay, friend.handle, 'admin'),
    );
    await expect(late).rejects.toMatchObject({ code: 'not-allowed' });
    expect([await roleOf(fay), await roleOf(friend)]).toEqual(['reader', 'reader']);
  });

  test('a moderator who was demoted while waiting bans nobody any more', async () => {
    const [eve, mod, victim] = [
      await person({ role: 'admin' }),
      await person({ role: 'moderator' }),
      await person(),
    ];
    const late = whileOpen(
      () => changeRole(eve, mod.handle, 'reader'),
      () =>
        moderate(mod, { action: 'ban', targets: [about(victim.id, 'user')], reason: 'Spite.' }, new Date()),
    );
    await expect(late).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await db().user.findUniqueOrThrow({ where: { id: victim.id } })).bannedAt).toBeNull();
  });

  test('somebody who became a moderator while the ban waited is not banned by one', async () => {
    const [eve, mod, rising] = [
      await person({ role: 'admin' }),
      await person({ role: 'moderator' }),
      await person(),
    ];
    const late = whileOpen(
      () => changeRole(eve, rising.handle, 'moderator'),
      () =>
        moderate(mod, { action: 'ban', targets: [about(rising.id, 'user')], reason: 'Rules.' }, new Date()),
    );
    await expect(late).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('an admin who is suspended does not count as one', async () => {
    const [eve, gone] = [await person({ role: 'admin' }), await person({ role: 'admin' })];
    await db().user.updateMany({ where: { role: 'admin', id: { not: eve.id } }, data: { role: 'reader' } });
    await db().user.update({ where: { id: gone.id }, data: { role: 'admin', bannedAt: new Date() } });
    expect((await give(eve, eve, 'reader')).status).toBe(403);
    expect((await give(eve, gone, 'reader')).status).toBe(200);
  });

  test.each<Role>(['reader', 'checker', 'moderator'])(
    '%ss give none, least of all to themselves',
    async (role) => {
      const who = await person({ role });
      expect((await give(who, who, 'admin')).status).toBe(403);
      expect((await give(who, await person(), 'moderator')).status).toBe(403);
      expect(await roleOf(who)).toBe(role);
    },
  );
});
