import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { editCommentOperation } from '#lib/http/contract/comments.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { comment } from '#tests/factories/comments.ts';
import { person } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { about, decided, sendReport } from '#tests/setup/moderating.ts';
import { idsIn, moderator, page, playQueues } from '#tests/setup/queues.ts';

playQueues();

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
