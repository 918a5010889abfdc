import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { idAt } from '#lib/db/ids.ts';
import { listQueue } from '#lib/flows/queues.ts';
import { editCommentOperation } from '#lib/http/contract/comments.ts';
import { countQueuesOperation } from '#lib/http/contract/moderation.ts';
import type { QueueItem } from '#lib/moderation/queue/schema.ts';
import type { Role } from '#lib/user/schema.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { comment, reported } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';
import { about, decided, queue, sendReport, takeBack, walk } from '#tests/setup/moderating.ts';

let moderator: TestPerson;
beforeAll(async () => {
  moderator = await person({ role: 'moderator', name: 'Ann Petrov' });
});

beforeEach(async () => {
  // What earlier tests left waiting.
  await db().comment.updateMany({
    where: { state: { in: ['pending', 'hidden', 'rejected', 'removed'] } },
    data: { state: 'deleted' },
  });
  await db().annotation.updateMany({
    where: { state: { in: ['hidden', 'removed'] } },
    data: { state: 'active' },
  });
  await db().report.updateMany({
    where: { decidedAt: null },
    data: { decidedAt: new Date(), upheld: false },
  });
});

const page = async (name: string, query: Record<string, string> = {}) => {
  const { status, body } = await queue(moderator, name, query);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as { items: QueueItem[]; nextCursor: string | null; total: number };
};
const idsIn = async (name: string) => (await page(name)).items.map(({ target }) => target.id);

test.each<[Role | null, number]>([
  [null, 401],
  ['reader', 403],
  ['checker', 403],
  ['moderator', 200],
  ['admin', 200],
])('%s is answered %i', async (role, status) => {
  const who = role && (await person({ role }));
  expect((await call(countQueuesOperation, { as: who })).status).toBe(status);
  for (const name of ['pending', 'reported', 'rejected'])
    expect((await queue(who, name)).status).toBe(status);
});

test.each(['held', 'new', 'appeals'])('%s is named, and nothing is put into it yet', async (name) => {
  const { status, body } = await queue(moderator, name);
  expect([status, body.detail]).toEqual([404, 'Nothing is put into this queue yet.']);
});

test.each(['spam', '..', 'PENDING'])('there is no queue called %s', async (name) => {
  expect((await queue(moderator, name)).status).toBe(404);
});

test('the counts tell how much lies in each queue', async () => {
  const waiting = [await comment({ state: 'pending' }), await comment({ state: 'pending' })];
  const away = await comment();
  await decided(moderator, 'hide', about(away.id));
  await reported(about((await claim()).id, 'annotation'));
  const counts = async () => (await call(countQueuesOperation, { as: moderator })).body;
  expect(await counts()).toEqual({ reported: 1, pending: 2, rejected: 1 });
  await decided(moderator, 'reject', about(waiting[0]?.id ?? ''));
  expect(await counts()).toEqual({ reported: 1, pending: 1, rejected: 2 });
});

describe('pending', () => {
  test('holds what waits, longest first; changed words wait since they were changed', async () => {
    const author = await person();
    const [first, second, third] = [
      await comment({ by: author, state: 'pending' }),
      await comment({ state: 'pending' }),
      await comment({ by: null, state: 'pending' }),
    ];
    await comment();
    expect(await idsIn('pending')).toEqual([first.id, second.id, third.id]);
    const body = { text: 'Put more kindly.', version: 1 };
    expect((await call(editCommentOperation, { as: author, params: { id: first.id }, body })).status).toBe(
      200,
    );
    expect(await idsIn('pending')).toEqual([second.id, third.id, first.id]);
    expect((await page('pending')).items.at(-1)?.since).toBe((await page('pending')).items.at(-1)?.editedAt);
    await decided(moderator, 'approve', about(second.id));
    await decided(moderator, 'reject', about(third.id));
    expect(await idsIn('pending')).toEqual([first.id]);
  });

  test('shows what a moderator needs, in context', async () => {
    const on = await article({ title: 'The winter of the rye' });
    const mark = await claim({ on });
    const [asking, loud, reporter] = [
      await person({ name: 'Ines' }),
      await person({ name: 'Road Rage' }),
      await person(),
    ];
    const parent = await comment({ on: { annotation: mark.id }, by: asking, text: 'Who says so?' });
    await comment({ by: loud, state: 'rejected' });
    await comment({ by: loud, state: 'removed' });
    await comment({ by: loud });
    const words = 'Das ist doch alles nicht wahr, und wer das sagt, der hat die Quelle nicht gelesen.';
    const waiting = await comment({
      on: { annotation: mark.id },
      by: loud,
      parentId: parent.id,
      text: words,
      state: 'pending',
    });
    // It was visible when it was reported, then changed, and waits again.
    await db().comment.update({ where: { id: waiting.id }, data: { state: 'visible' } });
    expect((await sendReport(reporter, about(waiting.id), 'abuse', 'Look at the tone.')).status).toBe(201);
    await db().comment.update({ where: { id: waiting.id }, data: { state: 'pending' } });
    const [item] = (await page('pending')).items;
    expect(item).toMatchObject({
      target: { type: 'comment', id: waiting.id, state: 'pending', version: 1 },
      kind: null,
      text: words,
      body: { type: 'doc' },
      lang: 'de',
      guest: null,
      createdAt: waiting.createdAt,
      article: { slug: on.slug, title: 'The winter of the rye', lang: 'en' },
      annotation: {
        id: mark.id,
        kind: 'claim',
        statement: mark.statement,
        exact: 'Forty ships lay in the ice',
      },
      parent: {
        id: parent.id,
        author: { handle: asking.handle, name: 'Ines' },
        guest: null,
        text: 'Who says so?',
        state: 'visible',
      },
      href: `/comments/${waiting.id}`,
      reportCount: 1,
      decided: null,
      actions: ['approve', 'reject', 'hide', 'remove'],
    });
    expect(item?.reports).toMatchObject([
      {
        reason: 'abuse',
        detail: 'Look at the tone.',
        reporter: { handle: reporter.handle, decided: 0, upheld: 0 },
      },
    ]);
    expect(item?.author).toMatchObject({
      handle: loud.handle,
      name: 'Road Rage',
      role: 'reader',
      trust: 'new',
      banned: false,
      comments: 4,
      newcomer: false,
      rejected: 1,
      removed: 1,
      hidden: 0,
      reports: { decided: 0, upheld: 0 },
      canBan: true,
    });
    expect(item?.author?.days).toHaveLength(14);
    expect(item?.author?.days.at(-1)).toEqual({ comments: 4, away: 2 });
  });

  test('tells a newcomer: somebody of whom nothing is visible yet', async () => {
    const author = await person();
    await comment({ by: author, state: 'pending' });
    const isNewcomer = async () =>
      (await page('pending')).items.find((item) => item.author?.id === author.id)?.author?.newcomer;
    expect(await isNewcomer()).toBe(true);
    await comment({ by: author });
    expect(await isNewcomer()).toBe(false);
  });

  test("tells a guest's address, which nobody else hears", async () => {
    const { id, guest } = await comment({ by: null, state: 'pending' });
    const [item] = (await page('pending')).items;
    expect([item?.target.id, item?.author]).toEqual([id, null]);
    expect(item?.guest).toEqual({ name: guest?.name, email: expect.stringContaining('@example.org') });
  });

  test('offers nothing about what the moderator said themselves', async () => {
    await comment({ by: moderator, state: 'pending' });
    expect((await page('pending')).items.map(({ actions }) => actions)).toEqual([[]]);
  });
});

describe('the days of a person', () => {
  test('are the last fourteen, oldest first', async () => {
    const author = await person();
    const on = await article();
    const noon = new Date(new Date().toISOString().slice(0, 10)).getTime() + 43_200_000;
    for (const [ago, state] of [
      [14, 'visible'],
      [13, 'visible'],
      [3, 'removed'],
      [3, 'visible'],
    ] as const) {
      const { id } = await comment({ by: author, on: { article: on.id }, state });
      await db().comment.update({ where: { id }, data: { createdAt: new Date(noon - ago * 86_400_000) } });
    }
    await comment({ by: author, state: 'pending' });
    const days = (await page('pending')).items[0]?.author?.days ?? [];
    expect(days.map(({ comments, away }) => `${comments}/${away}`).join(' ')).toBe(
      '1/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 2/1 0/0 0/0 1/0',
    );
  });
});

describe('reported', () => {
  test('holds comments and annotations in one order: who has waited longest for an answer', async () => {
    const [mark, first, second] = [await claim(), await comment(), await comment()];
    await reported(about(second.id));
    await reported(about(mark.id, 'annotation'));
    await reported(about(first.id));
    await reported(about(second.id));
    const { items, total } = await page('reported');
    expect(items.map(({ target, reportCount }) => [target.id, reportCount])).toEqual([
      [second.id, 2],
      [mark.id, 1],
      [first.id, 1],
    ]);
    expect([total, items[0]?.reports.length, items[0]?.since]).toEqual([
      3,
      2,
      items[0]?.reports[0]?.createdAt,
    ]);
    expect(items[1]).toMatchObject({
      target: { type: 'annotation', state: 'active' },
      kind: 'claim',
      text: mark.statement,
      body: null,
      parent: null,
      href: `/claims/${mark.id}`,
      actions: ['approve', 'hide', 'remove'],
    });
    await decided(moderator, 'approve', about(second.id));
    await decided(moderator, 'hide', about(mark.id, 'annotation'));
    expect(await idsIn('reported')).toEqual([first.id]);
  });

  test('forgets what its author took away, and knows a withdrawn annotation, which can be read', async () => {
    const [gone, mark] = [await comment(), await claim()];
    await reported(about(gone.id));
    await reported(about(mark.id, 'annotation'));
    await db().comment.update({ where: { id: gone.id }, data: { state: 'deleted' } });
    await db().annotation.update({
      where: { id: mark.id },
      data: { state: 'withdrawn', withdrawnAt: new Date() },
    });
    expect(await idsIn('reported')).toEqual([mark.id]);
    await decided(moderator, 'approve', about(mark.id, 'annotation'));
    expect((await db().annotation.findUnique({ where: { id: mark.id } }))?.state).toBe('withdrawn');
  });

  test('says how often somebody who reports was right', async () => {
    const reporter = await person();
    for (const action of ['hide', 'approve', 'remove', 'hide']) {
      const { id } = await comment();
      await reported(about(id), reporter);
      await decided(moderator, action, about(id));
    }
    const { id } = await comment();
    await reported(about(id), reporter);
    const [item] = (await page('reported')).items;
    expect(item?.reports[0]?.reporter).toMatchObject({ handle: reporter.handle, decided: 4, upheld: 3 });
  });

  test('shows ten of many reports, and how many there are', async () => {
    const { id } = await comment();
    for (let n = 0; n < 12; n += 1) await reported(about(id));
    const [item] = (await page('reported')).items;
    expect([item?.reports.length, item?.reportCount]).toEqual([10, 12]);
  });
});

describe('rejected', () => {
  test('holds what was put away, last first, with who did it and why, and how to put it back', async () => {
    const [one, two, mark] = [await comment({ state: 'pending' }), await comment(), await claim()];
    await decided(moderator, 'reject', about(one.id));
    await decided(moderator, 'hide', about(mark.id, 'annotation'));
    await decided(moderator, 'remove', about(two.id));
    const { items, total } = await page('rejected');
    expect(items.map(({ target }) => [target.id, target.state])).toEqual([
      [two.id, 'removed'],
      [mark.id, 'hidden'],
      [one.id, 'rejected'],
    ]);
    expect(total).toBe(3);
    expect(items[0]).toMatchObject({
      text: two.text,
      actions: ['restore'],
      decided: {
        action: 'remove',
        reason: 'It breaks the rules.',
        moderator: { name: 'Ann Petrov' },
        canUndo: true,
      },
    });
    await decided(moderator, 'restore', about(two.id));
    expect(await idsIn('rejected')).toEqual([mark.id, one.id]);
  });

  test('a thing stands there once, where it was put away last, also by an undo', async () => {
    const [one, two] = [await comment(), await comment()];
    await decided(moderator, 'hide', about(one.id));
    await decided(moderator, 'hide', about(two.id));
    await decided(moderator, 'remove', about(one.id));
    expect(await idsIn('rejected')).toEqual([one.id, two.id]);
    const { id } = await decided(moderator, 'restore', about(two.id));
    expect((await takeBack(moderator, id)).status).toBe(201);
    const { items } = await page('rejected');
    expect(items.map(({ target, decided: last }) => [target.id, last?.action, last?.canUndo])).toEqual([
      [two.id, 'undo', false],
      [one.id, 'remove', true],
    ]);
  });
});

describe('many', () => {
  const MANY = 30;

  async function fill(name: string) {
    const on = await article();
    const by = await person();
    const moment = new Date();
    const ids: string[] = [];
    for (let n = 0; n < MANY; n += 1) {
      const state = name === 'pending' ? 'pending' : 'visible';
      const { id } = await comment({ on: { article: on.id }, by, state });
      ids.push(id);
      if (name === 'reported') {
        const report = await reported(about(id));
        // Some at the very same moment: the id decides.
        await db().report.update({ where: { id: report.id }, data: { createdAt: moment } });
      }
      if (name === 'rejected') await decided(moderator, 'hide', about(id));
    }
    return ids;
  }

  test.each(['pending', 'reported', 'rejected'])(
    '%s is walked page by page, nothing twice, nothing left out',
    async (name) => {
      const ids = await fill(name);
      const all = await walk((query) => page(name, query), 7);
      expect(all.map(({ target }) => target.id).sort()).toEqual([...ids].sort());
      expect((await page(name)).total).toBe(MANY);
      const whole = await page(name, { limit: '100' });
      expect([whole.items.map(({ target }) => target.id), whole.nextCursor]).toEqual([
        all.map(({ target }) => target.id),
        null,
      ]);
    },
  );

  test('what was decided meanwhile tears no hole into the walk', async () => {
    const ids = await fill('pending');
    const first = await page('pending', { limit: '10' });
    await decided(
      moderator,
      'approve',
      first.items.map(({ target }) => about(target.id)),
    );
    const second = await page('pending', { limit: '100', cursor: first.nextCursor ?? '' });
    expect(second.items.map(({ target }) => target.id)).toEqual(ids.slice(10));
  });

  test.each(['pending', 'reported', 'rejected'] as const)(
    '%s: the number of queries does not grow with the page',
    async (name) => {
      await fill(name);
      const asked = (limit: number) => countQueries(() => listQueue(moderator, name, { limit }));
      const few = await asked(2);
      expect([await asked(MANY), few]).toEqual([few, expect.any(Number)]);
      expect(few).toBeLessThan(12);
    },
  );

  test.each(['x', idAt(new Date()), Buffer.from('2026~').toString('base64url')])(
    'a cursor that is none of ours is 422',
    async (cursor) => {
      expect((await queue(moderator, 'pending', { cursor })).status).toBe(422);
    },
  );
});
