import { beforeAll, describe, expect, test } from 'vitest';
import type { CommentState } from '#lib/comment/schema.ts';
import { COMMENT_STATES } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { getCommentOperation } from '#lib/http/contract/comments.ts';
import { DECISIONS, type Decision, WITHOUT_REASON } from '#lib/moderation/schema.ts';
import { stateAfter } from '#lib/moderation/transitions.ts';
import type { Role } from '#lib/user/schema.ts';
import { claim } from '#tests/factories/articles.ts';
import { comment, reported } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { about, decide, decided, takeBack } from '#tests/setup/moderating.ts';

let moderator: TestPerson;
let colleague: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  moderator = await person({ role: 'moderator', name: 'Ann Petrov' });
  colleague = await person({ role: 'moderator' });
  admin = await person({ role: 'admin' });
});

const commentState = async (id: string) =>
  (await db().comment.findUniqueOrThrow({ where: { id }, select: { state: true, version: true } })) as {
    state: CommentState;
    version: number;
  };
const annotationState = async (id: string) =>
  (await db().annotation.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
const actionsOn = (where: object) =>
  db().moderationAction.findMany({
    where,
    orderBy: { id: 'asc' },
    select: { action: true, before: true, after: true },
  });
const reportsAbout = (where: object) =>
  db().report.findMany({ where, orderBy: { id: 'asc' }, select: { upheld: true, actionId: true } });

const DECIDABLE = DECISIONS.filter((decision) => decision !== 'ban' && decision !== 'unban');

describe.each(COMMENT_STATES)('a comment that is %s', (state) => {
  test.each(DECIDABLE)('%s', async (decision) => {
    const { id } = await comment({ state });
    // Approving what is visible is about its reports.
    if (state === 'visible') await reported(about(id));
    const { status, body } = await decide(moderator, decision, about(id));
    const next = stateAfter(decision, { type: 'comment', state });
    expect(await commentState(id)).toEqual({ state: next ?? state, version: next ? 2 : 1 });
    if (next) {
      expect([status, body.items[0].after.state, body.items[0].version]).toEqual([201, next, 2]);
      expect(await actionsOn({ commentId: id })).toEqual([
        {
          action: decision,
          before: { state, ...(state === 'visible' ? { reports: 1 } : {}) },
          after: { state: next },
        },
      ]);
    } else {
      expect([status, body.code, body.current]).toEqual([
        409,
        'wrong-state',
        { ...about(id), state, version: 1 },
      ]);
      expect(await actionsOn({ commentId: id })).toEqual([]);
    }
  });
});

test('an annotation is hidden, restored, removed and restored, one right after the other', async () => {
  const { id } = await claim();
  const states: string[] = [];
  for (const action of ['hide', 'restore', 'remove', 'restore', 'hide', 'remove']) {
    await decided(moderator, action, about(id, 'annotation'));
    states.push(await annotationState(id));
  }
  expect(states).toEqual(['hidden', 'active', 'removed', 'active', 'hidden', 'removed']);
});

test('a hundred decisions in a row need no wait in between', async () => {
  const { id } = await comment();
  for (let n = 0; n < 50; n += 1) {
    await decided(admin, 'hide', about(id));
    await decided(admin, 'restore', about(id));
  }
  const actions = await db().moderationAction.findMany({
    where: { commentId: id },
    orderBy: { id: 'asc' },
    select: { action: true },
  });
  expect(actions.map(({ action }) => action)).toEqual(
    Array.from({ length: 100 }, (_, n) => (n % 2 ? 'restore' : 'hide')),
  );
});

test('what its author had withdrawn comes back as withdrawn', async () => {
  const { id } = await claim();
  await db().annotation.update({ where: { id }, data: { state: 'withdrawn', withdrawnAt: new Date() } });
  await decided(moderator, 'hide', about(id, 'annotation'));
  expect(await annotationState(id)).toBe('hidden');
  await decided(moderator, 'restore', about(id, 'annotation'));
  expect(await annotationState(id)).toBe('withdrawn');
});

test.each(DECISIONS)('whether %s needs a reason', async (decision: Decision) => {
  const type = decision === 'ban' || decision === 'unban' ? 'user' : 'comment';
  const { id } = type === 'user' ? await person() : await comment({ state: 'pending' });
  const { status, body } = await decide(moderator, decision, about(id, type), '  ');
  if (WITHOUT_REASON.includes(decision)) expect(status).not.toBe(422);
  else expect([status, Object.keys(body.fields)]).toEqual([422, ['reason']]);
});

test.each([
  ['no target', { action: 'hide', targets: [] }],
  [
    '101 targets',
    {
      action: 'hide',
      targets: Array.from({ length: 101 }, (_, n) =>
        about(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`),
      ),
    },
  ],
  ['a person to hide', { action: 'hide', targets: [about('00000000-0000-7000-8000-000000000000', 'user')] }],
  ['a comment to ban', { action: 'ban', targets: [about('00000000-0000-7000-8000-000000000000')] }],
  [
    'an annotation to reject',
    { action: 'reject', targets: [about('00000000-0000-7000-8000-000000000000', 'annotation')] },
  ],
  [
    'a thing named twice',
    {
      action: 'hide',
      targets: [about('00000000-0000-7000-8000-000000000000'), about('00000000-0000-7000-8000-000000000000')],
    },
  ],
  [
    'an undo, which has its own address',
    { action: 'undo', targets: [about('00000000-0000-7000-8000-000000000000')] },
  ],
])('%s is 422', async (_, { action, targets }) => {
  expect((await decide(moderator, action, targets)).status).toBe(422);
});

test.each<[Role | null, number, string]>([
  [null, 401, 'not-signed-in'],
  ['reader', 403, 'not-allowed'],
  ['checker', 403, 'not-allowed'],
])('%s decides nothing', async (role, status, code) => {
  const who = role && (await person({ role }));
  const { id } = await comment({ state: 'pending' });
  const answer = await decide(who, 'approve', about(id));
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect((await commentState(id)).state).toBe('pending');
  const { id: action } = await decided(moderator, 'approve', about(id));
  expect((await takeBack(who, action)).status).toBe(status);
});

test('nobody decides about their own, and moderators about that of admins', async () => {
  const own = await comment({ by: moderator, state: 'pending' });
  const refused = await decide(moderator, 'approve', about(own.id));
  expect([refused.status, refused.body.code]).toEqual([403, 'own-comment']);
  const { id } = await decided(colleague, 'approve', about(own.id));
  expect((await takeBack(moderator, id)).body.code).toBe('own-comment');
  const mine = await claim({ by: admin });
  expect((await decide(admin, 'hide', about(mine.id, 'annotation'))).body.code).toBe('own-comment');
  await decided(moderator, 'hide', about(mine.id, 'annotation'));
});

test('a decision about several things is about all or none', async () => {
  const [one, two] = [await comment(), await comment({ state: 'deleted' })];
  const { status, body } = await decide(moderator, 'hide', [about(one.id), about(two.id)]);
  expect([status, body.current.id]).toEqual([409, two.id]);
  const missing = await decide(moderator, 'hide', [
    about(one.id),
    about('00000000-0000-7000-8000-000000000000'),
  ]);
  expect([missing.status, missing.body.target.id]).toEqual([404, '00000000-0000-7000-8000-000000000000']);
  expect(await commentState(one.id)).toEqual({ state: 'visible', version: 1 });
  const three = await claim();
  const both = await decide(moderator, 'hide', [about(three.id, 'annotation'), about(one.id)]);
  expect(both.body.items.map(({ targetId }: { targetId: string }) => targetId)).toEqual([three.id, one.id]);
});

test('a hundred things are decided at once', async () => {
  const on = { annotation: (await claim()).id };
  const by = await person();
  const all = await Promise.all(Array.from({ length: 100 }, () => comment({ on, by, state: 'pending' })));
  const { status, body } = await decide(
    moderator,
    'reject',
    all.map(({ id }) => about(id)),
  );
  expect([status, body.items.length]).toEqual([201, 100]);
  expect(await db().comment.count({ where: { annotationId: on.annotation, state: 'rejected' } })).toBe(100);
});

test('a stale version is a conflict that says how it stands', async () => {
  const { id } = await comment();
  const seen = { ...about(id), version: 1 };
  await decided(moderator, 'hide', seen);
  const { status, body } = await decide(colleague, 'remove', seen);
  expect([status, body.code, body.current]).toEqual([
    409,
    'edit-conflict',
    { ...about(id), state: 'hidden', version: 2 },
  ]);
  expect(body.decision).toMatchObject({ action: 'hide', moderator: { name: 'Ann Petrov' } });
  await decided(colleague, 'remove', { ...about(id), version: 2 });
});

test('taking away upholds the open reports, approving dismisses them, and each is told from the other', async () => {
  for (const [action, upheld] of [
    ['approve', false],
    ['hide', true],
    ['remove', true],
  ] as const) {
    const { id } = await comment();
    await reported(about(id));
    await reported(about(id));
    const done = await decided(moderator, action, about(id));
    expect(await reportsAbout({ commentId: id })).toEqual([
      { upheld, actionId: done.id },
      { upheld, actionId: done.id },
    ]);
    expect(done.reports).toBe(2);
  }
});

test('a decided report stays decided, a new one is open again', async () => {
  const { id } = await comment();
  const reporter = await person();
  await reported(about(id), reporter);
  const first = await decided(moderator, 'approve', about(id));
  expect((await decide(moderator, 'approve', about(id))).body.code).toBe('wrong-state');
  await reported(about(id), reporter);
  const second = await decided(moderator, 'hide', about(id));
  expect(await reportsAbout({ commentId: id })).toEqual([
    { upheld: false, actionId: first.id },
    { upheld: true, actionId: second.id },
  ]);
});

test('the log cannot be rewritten', async () => {
  const { id } = await decided(moderator, 'hide', about((await comment()).id));
  await expect(db().moderationAction.update({ where: { id }, data: { reason: 'Other.' } })).rejects.toThrow();
  await expect(db().moderationAction.delete({ where: { id } })).rejects.toThrow();
});

test('the author of what was taken away is told why, and nobody else', async () => {
  const author = await person();
  const said = await comment({ by: author });
  await decide(moderator, 'hide', about(said.id), 'It names a private person.');
  const read = async (as?: TestPerson) =>
    (await call(getCommentOperation, { ...(as ? { as } : {}), params: { id: said.id } })).body;
  expect(await read(author)).toMatchObject({ state: 'hidden', reason: 'It names a private person.' });
  expect((await read(moderator)).reason).toBeNull();
  expect((await read()).code).toBe('not-found');
  await decide(moderator, 'restore', about(said.id));
  expect(await read(author)).toMatchObject({ state: 'visible', reason: null });
});
