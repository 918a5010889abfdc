import { beforeAll, expect, test } from 'vitest';
import type { CommentState } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { comment, reported } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { about, decided, log, takeBack } from '#tests/setup/moderating.ts';

let moderator: TestPerson;
let colleague: TestPerson;
beforeAll(async () => {
  moderator = await person({ role: 'moderator' });
  colleague = await person({ role: 'moderator' });
});

const commentState = async (id: string) =>
  (await db().comment.findUniqueOrThrow({ where: { id }, select: { state: true, version: true } })) as {
    state: CommentState;
    version: number;
  };
const reportsAbout = (where: object) =>
  db().report.findMany({ where, orderBy: { id: 'asc' }, select: { upheld: true, actionId: true } });

test('an undo puts the thing and its reports back, once, and the log shows both', async () => {
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

test('an undo is for the newest action alone, and only while its work stands', async () => {
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

test('an undo of an action that never was is 404', async () => {
  expect((await takeBack(moderator, '00000000-0000-7000-8000-000000000000')).status).toBe(404);
});
