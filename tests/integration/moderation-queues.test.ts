import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { idAt } from '#lib/db/ids.ts';
import { listQueue } from '#lib/flows/queues.ts';
import { countQueuesOperation } from '#lib/http/contract/moderation.ts';
import type { Role } from '#lib/user/schema.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { comment, reported } from '#tests/factories/comments.ts';
import { person } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';
import { about, decided, queue, takeBack, walk } from '#tests/setup/moderating.ts';
import { idsIn, moderator, page, playQueues } from '#tests/setup/queues.ts';

playQueues();

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
