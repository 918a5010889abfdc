import { beforeAll, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { toHappening } from '#lib/events/queries.ts';
import { isPublic } from '#lib/events/schema.ts';
import { withdrawComment } from '#lib/flows/discuss.ts';
import { claim } from '#tests/factories/articles.ts';
import { comment, reported } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { about, decided, takeBack } from '#tests/setup/moderating.ts';

let moderator: TestPerson;
beforeAll(async () => {
  moderator = await person({ role: 'moderator' });
});

const eventsOf = async (subjectId: string) =>
  (await db().event.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(({ kind, data }) => ({
    kind,
    data,
  }));

test('events name what was done and the thread, and say when readers see no difference', async () => {
  const on = await claim();
  const { id } = await comment({ on: { annotation: on.id }, state: 'pending' });
  for (const action of ['approve', 'hide', 'remove', 'restore']) await decided(moderator, action, about(id));
  const data = { annotationId: on.id };
  expect((await eventsOf(id)).slice(1)).toEqual([
    { kind: 'comment.approved', data },
    { kind: 'comment.hidden', data },
    { kind: 'comment.removed', data: { ...data, unseen: true } },
    { kind: 'comment.restored', data },
  ]);
});

test('events of what nobody saw are unseen', async () => {
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

test('events of a placeholder that says something else are seen', async () => {
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

test('events of one’s own deletion of what was hidden are seen where a placeholder stands', async () => {
  const author = await person();
  const [alone, answered] = [await comment({ by: author }), await comment({ by: author })];
  await comment({ on: { article: answered.articleId ?? '' }, parentId: answered.id });
  for (const { id } of [alone, answered]) {
    await decided(moderator, 'hide', about(id));
    await withdrawComment(author, id);
  }
  expect((await eventsOf(alone.id)).at(-1)).toEqual({ kind: 'comment.deleted', data: { unseen: true } });
  expect((await eventsOf(answered.id)).at(-1)).toEqual({ kind: 'comment.deleted', data: {} });
});

test('events of what waits with replies under it are seen where it is rejected: the placeholder says so', async () => {
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

test('events of an undo tell what stands again', async () => {
  const mark = await claim();
  const { id } = await decided(moderator, 'hide', about(mark.id, 'annotation'));
  await takeBack(moderator, id);
  const waiting = await comment({ state: 'pending' });
  const approved = await decided(moderator, 'approve', about(waiting.id));
  await takeBack(moderator, approved.id);
  expect((await eventsOf(mark.id)).at(-1)).toEqual({ kind: 'annotation.restored', data: {} });
  expect((await eventsOf(waiting.id)).at(-1)).toEqual({ kind: 'comment.hidden', data: {} });
});

test('events are told to readers whenever something comes or goes', async () => {
  const { id } = await comment({ state: 'rejected' });
  const restored = await decided(moderator, 'restore', about(id));
  await takeBack(moderator, restored.id);
  const told = (await db().event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(
    (event) => isPublic(toHappening({ ...event, xid: '0' })),
  );
  // Posted where nobody saw it, restored, rejected again.
  expect(told).toEqual([false, true, true]);
});
