import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { emit } from '#lib/events/mutations.ts';
import { formatPosition } from '#lib/events/position.ts';
import { currentPosition } from '#lib/events/queries.ts';
import { changeComment, say, voteOn, withdrawComment } from '#lib/flows/discuss.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { articleEventsOperation, eventsOperation } from '#lib/http/contract/events.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { anna, boris, comment, follow, news, playFollowedArticle } from '#tests/setup/followed-article.ts';
import { ask, openStream } from '#tests/setup/streams.ts';

playFollowedArticle();

test('a stream tells ids and nothing else, at once', async () => {
  const stream = await follow();
  expect(stream.retry).toBeGreaterThan(0);
  expect(stream.events[0]).toMatchObject({ event: 'ready', data: { articleIds: [news.id] } });
  expect(stream.lastId).toMatch(/^\d+-\d+$/);
  const said = await comment();
  const reply = await comment('An answer.', boris, said.id);
  const event = await stream.next('comment.posted');
  expect(event.data).toEqual({ kind: 'comment.posted', id: said.id, articleId: news.id, readers: 1 });
  expect(event.id).toMatch(/^\d+-\d+$/);
  expect((await stream.next('comment.posted', 2)).data).toMatchObject({ id: reply.id, parentId: said.id });
  expect(JSON.stringify(stream.events)).not.toContain('Something');
});

test('what is laid beside an annotation names the annotation', async () => {
  const stream = await follow();
  const { id } = await claim({ on: news, by: boris });
  await giveVerdict(anna, id, { verdict: 'true', sourceIds: [] });
  const said = await say(anna, { annotation: id }, { text: 'On it.' });
  expect((await stream.next('annotation.made')).data).toMatchObject({ id });
  expect((await stream.next('assessment.given')).data).toMatchObject({ annotationId: id });
  expect((await stream.next('comment.posted')).data).toMatchObject({ id: said.id, annotationId: id });
});

test('the headers keep what lies between from holding it back', async () => {
  const response = await ask(articleEventsOperation, { params: { id: news.slug } });
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
});

test('several articles come in one stream, and no others', async () => {
  const [other, third] = [await article(), await article()];
  const stream = await openStream(eventsOperation, { query: { articles: `${news.id},${other.id}` } });
  await say(anna, { article: third.id }, { text: 'Elsewhere.' });
  await say(anna, { article: other.id }, { text: 'Here.' });
  expect((await stream.next('comment.posted')).data.articleId).toBe(other.id);
  await comment();
  expect((await stream.next('comment.posted', 2)).data.articleId).toBe(news.id);
  expect(stream.kinds).toEqual(['comment.posted', 'comment.posted']);
});

test.each([
  ['', 422],
  ['no-id', 422],
  [Array.from({ length: 21 }, (_, n) => `00000000-0000-7000-8000-0000000000${n + 10}`).join(','), 422],
  [Array.from({ length: 20 }, (_, n) => `00000000-0000-7000-8000-0000000000${n + 10}`).join(','), 200],
])('articles=%s is %i', async (articles, status) => {
  const response = await ask(eventsOperation, { query: { articles } });
  expect(response.status).toBe(status);
});

test('an article that is not there has no stream', async () => {
  expect((await ask(articleEventsOperation, { params: { id: 'nothing-of-that-name' } })).status).toBe(404);
});

test('of what awaits approval nobody is told before it is approved', async () => {
  const stream = await follow();
  await putSetting(null, 'comments.pre-moderation', 'all');
  const waiting = await comment('Not yet.');
  expect(waiting.state).toBe('pending');
  await changeComment(anna, waiting.id, { text: 'Still not.', version: waiting.version });
  await withdrawComment(anna, waiting.id);
  await putSetting(null, 'comments.pre-moderation', 'off');
  await emit({ kind: 'report.made', articleId: news.id, subjectId: waiting.id });
  await emit({
    kind: 'comment.rejected',
    articleId: news.id,
    subjectId: waiting.id,
    data: { unseen: true },
  });
  const seen = await comment('Now.');
  await stream.next('comment.posted');
  expect(stream.events.filter(({ event }) => event !== 'ready').map(({ data }) => data.id)).toEqual([
    seen.id,
  ]);
  // Neither later, to somebody who comes back.
  const later = await follow({ query: { after: stream.events[0]?.id ?? '' } });
  const ids = later.events.map(({ data }) => data.id);
  expect(ids).toContain(seen.id);
  expect(ids).not.toContain(waiting.id);
});

test('a vote is told, and not whose', async () => {
  const stream = await follow();
  const said = await comment();
  await voteOn(boris, said.id, 1);
  const { data } = await stream.next('comment.voted');
  expect(Object.keys(data).sort()).toEqual(['articleId', 'id', 'kind', 'readers']);
});

test('a stream that broke goes on where it was, by header or by address', async () => {
  const stream = await follow();
  await comment('Heard.');
  await stream.next('comment.posted');
  await stream.close();
  const missed = [await comment('Missed.'), await comment('Missed too.')];
  for (const opening of [
    { headers: { 'last-event-id': stream.lastId } },
    { query: { after: stream.lastId } },
    { headers: { 'last-event-id': stream.lastId }, query: { after: 'older' } },
  ]) {
    const again = await follow(opening);
    const ids = again.events.map(({ data }) => data.id);
    expect(ids).toEqual(expect.arrayContaining(missed.map(({ id }) => id)));
    // Some may come again, but `ready` comes when all were told.
    expect(again.events.at(-1)?.event).toBe('ready');
    expect(again.kinds).not.toContain('reset');
  }
});

test('from the place where a page was read, exactly what came after it is told', async () => {
  await comment('On the page.');
  const after = formatPosition(await currentPosition());
  const later = await comment('After it.');
  const stream = await follow({ query: { after } });
  expect(stream.events.map(({ data }) => data.id)).toEqual([later.id, undefined]);
});

test('articles that are followed from different places', async () => {
  const other = await article();
  const early = formatPosition(await currentPosition());
  await comment();
  await say(anna, { article: other.id }, { text: 'There.' });
  const late = formatPosition(await currentPosition());
  const articles = `${news.id}@${late},${other.id}@${early}`;
  const stream = await openStream(eventsOperation, { query: { articles } });
  expect(stream.kinds).toEqual(['comment.posted']);
  expect(stream.events[0]?.data.articleId).toBe(other.id);
});

test('nothing is lost while streams break all the time', async () => {
  const told = new Set<string>();
  const said: string[] = [];
  let busy = true;
  let stream = await follow();
  const writing = Promise.all(
    [anna, boris].map(async (who) => {
      for (let n = 0; n < 25; n += 1) said.push((await comment(`${n}`, who)).id);
    }),
  ).then(() => {
    busy = false;
  });
  while (busy) {
    const { lastId } = stream;
    await stream.close();
    for (const { data } of stream.events) told.add(data.id);
    stream = await follow({ headers: { 'last-event-id': lastId } });
  }
  await writing;
  await stream.close();
  const last = await follow({ headers: { 'last-event-id': stream.lastId } });
  for (const { data } of [...stream.events, ...last.events]) told.add(data.id);
  expect(said.filter((id) => !told.has(id))).toEqual([]);
});

test.each([
  'nonsense',
  '-',
  '12',
  '99999999999999999999999999-1',
  '1-99999999999999999999',
  // Of another database: no transaction had that number here.
  '1844674407370955161-1',
])('from %s on nobody knows what was missed', async (after) => {
  const stream = await follow({ headers: { 'last-event-id': after } });
  expect(stream.events.map(({ event }) => event)).toEqual(['reset', 'ready']);
  expect(stream.events[0]?.data).toEqual({ articleIds: [news.id] });
  await comment();
  await stream.next('comment.posted');
});

test('who missed too much is told to read anew, and the others what they missed', async () => {
  const [busy, calm] = [await article(), await article()];
  const after = formatPosition(await currentPosition());
  await db().$executeRaw`
    INSERT INTO "Event" ("kind", "articleId", "subjectId")
    SELECT 'comment.posted', ${busy.id}::uuid, ${anna.id}::uuid FROM generate_series(1, 501)`;
  await say(anna, { article: calm.id }, { text: 'Calm.' });
  const articles = `${busy.id},${calm.id}`;
  const stream = await openStream(eventsOperation, { query: { articles, after } });
  // The hub comes upon the 501 by itself later.
  const first = stream.events.slice(0, 3).map(({ event }) => event);
  expect(first).toEqual(['comment.posted', 'reset', 'ready']);
  expect(stream.events[1]?.data).toEqual({ articleIds: [busy.id] });
});
