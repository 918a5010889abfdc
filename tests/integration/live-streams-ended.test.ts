import { expect, test, vi } from 'vitest';
import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { emit } from '#lib/events/mutations.ts';
import { say } from '#lib/flows/discuss.ts';
import { articleEventsOperation } from '#lib/http/contract/events.ts';
import { closeHub, hub } from '#lib/realtime/hub.ts';
import { revokeApiToken } from '#lib/user/api-token/mutations.ts';
import { setPassword } from '#lib/user/mutations.ts';
import { endAllSessions, endSession, startSession } from '#lib/user/session/mutations.ts';
import { article } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { EventReader } from '#tests/setup/event-reader.ts';
import { anna, comment, follow, news, playFollowedArticle } from '#tests/setup/followed-article.ts';
import { ask } from '#tests/setup/streams.ts';

playFollowedArticle();

test.each([
  ['banned', (who: TestPerson) => emit({ kind: 'user.banned', subjectId: who.id })],
  ['signed out', async (who: TestPerson) => endSession(await startSession(who.id))],
  ['signed out everywhere', (who: TestPerson) => endAllSessions(who.id)],
  ['given a new password', (who: TestPerson) => setPassword(who.id, 'another long password')],
])('the streams of somebody who is %s end, and only theirs', async (_, act) => {
  const who = await person();
  const [theirs, byToken, others, guests] = [
    await follow({ as: who }),
    await follow({ as: who, byToken: true }),
    await follow({ as: anna }),
    await follow(),
  ];
  await transaction(async () => {
    await act(who);
  });
  await expect.poll(() => theirs.ended && byToken.ended).toBe(true);
  await comment();
  for (const stream of [others, guests]) await stream.next('comment.posted');
  expect([others.ended, guests.ended]).toEqual([false, false]);
});

test('a stream by a token ends when the token does', async () => {
  const who = await person();
  const stream = await follow({ as: who, byToken: true });
  const [token] = await db().apiToken.findMany({ where: { userId: who.id } });
  await revokeApiToken(who, token?.id ?? '');
  await expect.poll(() => stream.ended).toBe(true);
});

test('a caller has so many streams and no more, and those that are closed do not count', async () => {
  const who = await person();
  const streams: EventReader[] = [];
  for (let n = 0; n < 30; n += 1) streams.push(await follow({ as: who }));
  const refused = await ask(articleEventsOperation, { as: who, params: { id: news.id } });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await follow({ as: anna })).ended).toBe(false);
  await streams[0]?.close();
  await follow({ as: who });
  // Let in at the same moment: the one too many ends at once.
  const both = await Promise.all(
    streams.slice(1, 3).map(async (stream) => {
      await stream.close();
      return ask(articleEventsOperation, { as: who, params: { id: news.id } });
    }),
  );
  const third = await ask(articleEventsOperation, { as: who, params: { id: news.id } });
  const readers = [...both, third].map((response) => new EventReader(response));
  await expect.poll(() => readers.filter(({ ended }) => ended).length).toBe(1);
  for (const reader of readers) await reader.close();
});

test('a body that nobody takes opens nothing', async () => {
  const before = hub().size;
  const response = await ask(articleEventsOperation, { params: { id: news.id } });
  expect(response.status).toBe(200);
  await comment();
  expect(hub().size).toBe(before);
});

test('a client that does not read is cut off, and no one waits for it', async () => {
  const response = await ask(articleEventsOperation, { params: { id: news.id } });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  const before = hub().size;
  const awake = await follow();
  for (let n = 0; n < 2_500; n += 1)
    await emit({ kind: 'comment.voted', articleId: news.id, subjectId: anna.id });
  expect(hub().size).toBe(before);
  await expect.poll(() => awake.kinds.length).toBe(2_500);
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toThrow();
});

test('now and then a sign of life comes, with the place to go on from', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const stream = await follow();
    const { lastId } = stream;
    await say(anna, { article: (await article()).id }, { text: 'Elsewhere.' });
    await expect.poll(() => hub().resumeFrom).not.toBe(lastId);
    await vi.advanceTimersByTimeAsync(20_000);
    await expect.poll(() => stream.lastId).not.toBe(lastId);
    expect(stream.kinds).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

test('streams end when the hub is closed', async () => {
  const stream = await follow();
  await closeHub();
  await expect.poll(() => stream.ended).toBe(true);
});
