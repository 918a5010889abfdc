import { beforeAll, describe, expect, test } from 'vitest';
import type { CommentState } from '#lib/comment/schema.ts';
import { COMMENT_STATES } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { toHappening } from '#lib/events/queries.ts';
import { DECISIONS, type Decision, WITHOUT_REASON } from '#lib/moderation/schema.ts';
import { stateAfter } from '#lib/moderation/transitions.ts';
import { isPublic } from '#lib/realtime/public.ts';
import type { Role } from '#lib/user/schema.ts';
import { claim } from '#tests/factories/articles.ts';
import { comment, reported } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { about, decide, decided, log, takeBack } from '#tests/setup/moderating.ts';

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
const eventsOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(({ kind, data }) => ({
    kind,
    data,
  }));
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

describe('events', () => {
  test('name what was done and the thread, and say when readers see no difference', async () => {
    const on = await claim();
    const { id } = await comment({ on: { annotation: on.id }, state: 'pending' });
    for (const action of ['approve', 'hide', 'remove', 'restore'])
      await decided(moderator, action, about(id));
    const data = { annotationId: on.id };
    expect((await eventsOf(id)).slice(1)).toEqual([
      { kind: 'comment.approved', data },
      { kind: 'comment.hidden', data },
      { kind: 'comment.removed', data: { ...data, unseen: true } },
      { kind: 'comment.restored', data },
    ]);
  });

  test('of what nobody saw are unseen', async () => {
    const rejected = await comment({ state: 'pending' });
    await decided(moderator, 'reject', about(rejected.id));
    expect((await eventsOf(rejected.id)).at(-1)).toEqual({
      kind: 'comment.rejected',
      data: { unseen: true },
    });
    const fine = await comment();
    await reported(about(fine.id));
    await decided(moderator, 'approve', about(fine.id));
    expect((await eventsOf(fine.id)).at(-1)).toEqual({ kind: 'comment.approved', data: { unseen: true } });
    const mark = await claim();
    await reported(about(mark.id, 'annotation'));
    await decided(moderator, 'approve', about(mark.id, 'annotation'));
    expect((await eventsOf(mark.id)).at(-1)).toEqual({ kind: 'annotation.approved', data: { unseen: true } });
  });

  test('of a placeholder that says something else are seen', async () => {
    const on = { annotation: (await claim()).id };
    const { id } = await comment({ on });
    await comment({ on, parentId: id });
    await decided(moderator, 'hide', about(id));
    await decided(moderator, 'remove', about(id));
    expect((await eventsOf(id)).at(-1)).toEqual({
      kind: 'comment.removed',
      data: { annotationId: on.annotation },
    });
  });

  test('of what waits with replies under it are seen where it is rejected: the placeholder says so', async () => {
    const on = { annotation: (await claim()).id };
    const { id } = await comment({ on });
    await comment({ on, parentId: id });
    // Changed under pre-moderation, it waits again.
    await db().comment.update({ where: { id }, data: { state: 'pending' } });
    await decided(moderator, 'reject', about(id));
    expect((await eventsOf(id)).at(-1)).toEqual({
      kind: 'comment.rejected',
      data: { annotationId: on.annotation },
    });
  });

  test('of an undo tell what stands again', async () => {
    const mark = await claim();
    const { id } = await decided(moderator, 'hide', about(mark.id, 'annotation'));
    await takeBack(moderator, id);
    const waiting = await comment({ state: 'pending' });
    const approved = await decided(moderator, 'approve', about(waiting.id));
    await takeBack(moderator, approved.id);
    expect((await eventsOf(mark.id)).at(-1)).toEqual({ kind: 'annotation.restored', data: {} });
    expect((await eventsOf(waiting.id)).at(-1)).toEqual({ kind: 'comment.hidden', data: {} });
  });

  test('are told to readers whenever something comes or goes', async () => {
    const { id } = await comment({ state: 'rejected' });
    const restored = await decided(moderator, 'restore', about(id));
    await takeBack(moderator, restored.id);
    const told = (await db().event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(
      (event) => isPublic(toHappening({ ...event, xid: '0' })),
    );
    // Posted where nobody saw it, restored, rejected again.
    expect(told).toEqual([false, true, true]);
  });
});

describe('taking an action back', () => {
  test('puts the thing and its reports back, once, and the log shows both', async () => {
    const { id } = await comment();
    await reported(about(id));
    const { id: action } = await decided(moderator, 'remove', about(id));
    const undone = await takeBack(colleague, action);
    expect([undone.status, undone.body.undoes, undone.body.after.state]).toEqual([
      201,
      { id: action, action: 'remove' },
      'visible',
    ]);
    expect((await commentState(id)).state).toBe('visible');
    expect(await reportsAbout({ commentId: id })).toEqual([{ upheld: null, actionId: null }]);
    const again = await takeBack(moderator, action);
    expect([again.status, again.body.code, again.body.decision.action]).toEqual([
      409,
      'already-decided',
      'undo',
    ]);
    const [newest, before] = (await log()).items;
    expect([newest?.action, newest?.undoes?.id, before?.id, before?.undone]).toEqual([
      'undo',
      action,
      action,
      true,
    ]);
  });

  test.each(['approve', 'reject', 'hide', 'remove'])(
    '%s of what waited makes it wait again',
    async (action) => {
      const { id } = await comment({ state: 'pending' });
      const done = await decided(moderator, action, about(id));
      expect((await takeBack(moderator, done.id)).status).toBe(201);
      expect((await commentState(id)).state).toBe('pending');
    },
  );

  test('is for the newest action alone, and only while its work stands', async () => {
    const { id } = await comment();
    const hidden = await decided(moderator, 'hide', about(id));
    const restored = await decided(moderator, 'restore', about(id));
    expect((await takeBack(moderator, hidden.id)).body.code).toBe('already-decided');
    await db().comment.update({ where: { id }, data: { state: 'deleted' } });
    const late = await takeBack(moderator, restored.id);
    expect([late.status, late.body.code, late.body.current.state]).toEqual([409, 'wrong-state', 'deleted']);
  });

  test('an undo is not undone: there is a decision for that', async () => {
    const { id } = await comment();
    const hidden = await decided(moderator, 'hide', about(id));
    const { body } = await takeBack(moderator, hidden.id);
    expect((await takeBack(moderator, body.id)).body.code).toBe('wrong-state');
  });

  test('a report that the same person has made anew stays the open one', async () => {
    const { id } = await comment();
    const reporter = await person();
    await reported(about(id), reporter);
    const { id: action } = await decided(moderator, 'approve', about(id));
    await reported(about(id), reporter);
    expect((await takeBack(moderator, action)).status).toBe(201);
    expect(await reportsAbout({ commentId: id })).toEqual([
      { upheld: false, actionId: action },
      { upheld: null, actionId: null },
    ]);
  });

  test('of an action that never was is 404', async () => {
    expect((await takeBack(moderator, '00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

test('the log cannot be rewritten', async () => {
  const { id } = await decided(moderator, 'hide', about((await comment()).id));
  await expect(db().moderationAction.update({ where: { id }, data: { reason: 'Other.' } })).rejects.toThrow();
  await expect(db().moderationAction.delete({ where: { id } })).rejects.toThrow();
});
