import { beforeAll, expect, test } from 'vitest';
import type { CommentView, ThreadPage } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { say } from '#lib/flows/discuss.ts';
import {
  deleteCommentOperation,
  getCommentOperation,
  listArticleCommentsOperation,
  voteOnCommentOperation,
} from '#lib/http/contract/comments.ts';
import { article } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

let anna: TestPerson;
let boris: TestPerson;
beforeAll(async () => {
  anna = await person();
  boris = await person();
});

const read = async (
  id: string,
  query: Record<string, string> = {},
  as: TestPerson | null = null,
): Promise<ThreadPage> => (await call(listArticleCommentsOperation, { as, params: { id }, query })).body;
const words = (page: { items: CommentView[] }) => page.items.map(({ text }) => text);
const put = (articleId: string, text: string, parentId?: string, by = anna) =>
  say(by, { article: articleId }, { text, parentId });
const vote = (id: string, value: number, as: TestPerson = boris) =>
  call(voteOnCommentOperation, { as, params: { id }, body: { value } });

/** A thread as an outline: deeper lines answer the line above them. */
async function outline(lines: string): Promise<{ id: string; ids: Record<string, string> }> {
  const { id } = await article();
  const ids: Record<string, string> = {};
  const open: string[] = [];
  for (const line of lines.trim().split('\n')) {
    const depth = (line.length - line.trimStart().length) / 2;
    const text = line.trim();
    const said = await put(id, text, open[depth - 1]);
    ids[text] = said.id;
    open.splice(depth, open.length, said.id);
  }
  return { id, ids };
}

async function walk(id: string, query: Record<string, string>): Promise<string[]> {
  const all: string[] = [];
  for (let cursor: string | null = '', pages = 0; cursor !== null; pages += 1) {
    expect(pages).toBeLessThan(50);
    const page: ThreadPage = await read(id, cursor === '' ? query : { ...query, cursor });
    expect(page.items.length).toBeLessThanOrEqual(Number(query.limit));
    all.push(...words(page));
    cursor = page.nextCursor;
  }
  return all;
}

const TALK = `
a
  a1
    a11
    a12
  a2
b
c
  c1
  c2
  c3
  c4
    c41`;

test.each(['1', '2', '3', '5', '100'])(
  'every comment comes once, a branch from top to bottom, %s a page',
  async (limit) => {
    const { id } = await outline(TALK);
    const order = ['a', 'a1', 'a11', 'a12', 'a2', 'b', 'c', 'c1', 'c2', 'c3', 'c4', 'c41'];
    expect(await walk(id, { limit })).toEqual(order);
    const newest = ['c', 'c1', 'c2', 'c3', 'c4', 'c41', 'b', 'a', 'a1', 'a11', 'a12', 'a2'];
    expect(await walk(id, { limit, sort: 'newest' })).toEqual(newest);
  },
);

test('the heads stand by votes; replies stay oldest first', async () => {
  const { id, ids } = await outline(TALK);
  const voters = await Promise.all([1, 2, 3, 4].map(() => person()));
  // b: 3 for and 1 against; c: 1 for; a: 1 against.
  for (const [place, one] of voters.entries()) await vote(ids.b as string, place === 0 ? -1 : 1, one);
  await vote(ids.c as string, 1);
  await vote(ids.a as string, -1);
  await vote(ids.c4 as string, 1);
  const heads = async (sort: string) =>
    words(await read(id, { sort, limit: '100' })).filter((text) => text.length === 1);
  expect(await heads('most-voted')).toEqual(['b', 'c', 'a']);
  // One vote of one is less certain than three of four.
  expect(await heads('best')).toEqual(['b', 'c', 'a']);
  expect(await walk(id, { sort: 'most-voted', limit: '2' })).toEqual(
    words(await read(id, { sort: 'most-voted', limit: '100' })),
  );
  expect(await walk(id, { sort: 'best', limit: '1' })).toEqual(
    words(await read(id, { sort: 'best', limit: '100' })),
  );
  expect(words(await read(id, { limit: '100' })).slice(-5)).toEqual(['c1', 'c2', 'c3', 'c4', 'c41']);
});

test('folded, a page has heads with their first replies, and says how many more there are', async () => {
  const { id, ids } = await outline(TALK);
  const page = await read(id, { fold: '3' });
  expect(words(page)).toEqual(['a', 'a1', 'a11', 'a12', 'a2', 'b', 'c', 'c1', 'c2', 'c3']);
  expect([page.total, page.items.find(({ text }) => text === 'c')?.replyCount]).toEqual([12, 4]);
  const more = await read(id, { parentId: ids.c as string, fold: '3', limit: '2' });
  expect(words(more)).toEqual(['c1', 'c2']);
  const rest = await read(id, {
    parentId: ids.c as string,
    fold: '3',
    limit: '2',
    cursor: more.nextCursor ?? '',
  });
  expect([words(rest), rest.nextCursor]).toEqual([['c3', 'c4', 'c41'], null]);
});

test('pages lead forwards and back', async () => {
  const { id } = await article();
  for (let n = 0; n < 7; n += 1) await put(id, `${n}`);
  const first = await read(id, { fold: '3', limit: '3' });
  const second = await read(id, { fold: '3', limit: '3', cursor: first.nextCursor ?? '' });
  const third = await read(id, { fold: '3', limit: '3', cursor: second.nextCursor ?? '' });
  expect([first, second, third].map(words)).toEqual([['0', '1', '2'], ['3', '4', '5'], ['6']]);
  expect([first.prevCursor, third.nextCursor]).toEqual([null, null]);
  const back = await read(id, { fold: '3', limit: '3', cursor: third.prevCursor ?? '' });
  expect(words(back)).toEqual(['3', '4', '5']);
  const start = await read(id, { fold: '3', limit: '3', cursor: back.prevCursor ?? '' });
  expect([words(start), start.prevCursor]).toEqual([['0', '1', '2'], null]);
  expect(words(await read(id, { fold: '3', limit: '3', cursor: start.nextCursor ?? '' }))).toEqual([
    '3',
    '4',
    '5',
  ]);
});

test('around a comment, the page shows all that is above it', async () => {
  const { id, ids } = await outline(`${TALK}\n    c42\n      c421\nd`);
  const page = await read(id, { fold: '1', limit: '2', around: ids.c421 as string });
  expect(words(page)).toEqual(['c', 'c1', 'c4', 'c41', 'c42', 'c421', 'd']);
  expect(page.prevCursor).not.toBeNull();
  expect(words(await read(id, { fold: '1', limit: '2', cursor: page.prevCursor ?? '' })).slice(-1)).toEqual([
    'b',
  ]);
  const { body } = await call(getCommentOperation, { params: { id: ids.c421 as string } });
  expect(body.ancestors.map(({ text }: CommentView) => text)).toEqual(['c', 'c4', 'c42']);
});

test('a cursor that was not made here, or for another order, is refused', async () => {
  const { id } = await outline('a\nb\nc');
  const { nextCursor } = await read(id, { limit: '1' });
  const refused = async (query: Record<string, string>) =>
    (await call(listArticleCommentsOperation, { params: { id }, query })).body.fields;
  const message = { cursor: 'is not one of ours' };
  expect(await refused({ cursor: nextCursor ?? '', sort: 'best' })).toEqual(message);
  expect(await refused({ cursor: 'bm9uc2Vuc2U' })).toEqual(message);
  expect(await refused({ cursor: Buffer.from("oldest~after~0~x' OR 1=1").toString('base64url') })).toEqual(
    message,
  );
});

test('what was taken away keeps its place only above what can be read', async () => {
  const { id, ids } = await outline('a\n  a1\n    a11\nb');
  const remove = (text: string) =>
    call(deleteCommentOperation, { as: anna, params: { id: ids[text] as string } });
  await remove('a');
  await remove('a1');
  expect((await read(id)).items.map(({ text, state }) => text || state)).toEqual([
    'deleted',
    'deleted',
    'a11',
    'b',
  ]);
  await remove('a11');
  const page = await read(id);
  expect([words(page), page.total]).toEqual([['b'], 1]);
});

test('twenty equal votes of one person count once; taken back, none', async () => {
  const { id, ids } = await outline('a');
  const answers = await Promise.all(Array.from({ length: 20 }, () => vote(ids.a as string, 1)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(answers.map(({ body }) => body)).toEqual(answers.map(() => ({ up: 1, down: 0, score: 1, mine: 1 })));
  expect(await db().vote.count({ where: { commentId: ids.a } })).toBe(1);
  expect(await db().event.count({ where: { kind: 'comment.voted', subjectId: ids.a } })).toBe(1);
  expect((await read(id, {}, boris)).items[0]?.votes).toEqual({ up: 1, down: 0, score: 1, mine: 1 });
  expect((await read(id)).items[0]?.votes.mine).toBe(0);
  expect((await vote(ids.a as string, -1)).body).toEqual({ up: 0, down: 1, score: -1, mine: -1 });
  expect((await vote(ids.a as string, 0)).body).toEqual({ up: 0, down: 0, score: 0, mine: 0 });
  expect(await db().vote.count({ where: { commentId: ids.a } })).toBe(0);
});

test('votes of twenty people at the same moment all count', async () => {
  const { ids } = await outline('a');
  const people = await Promise.all(Array.from({ length: 20 }, () => person()));
  await Promise.all(people.map((one, place) => vote(ids.a as string, place % 4 === 0 ? -1 : 1, one)));
  const row = await db().comment.findUnique({
    where: { id: ids.a },
    select: { up: true, down: true, score: true },
  });
  expect(row).toEqual({ up: 15, down: 5, score: 10 });
});

test('nobody votes on their own, without an account, or on what is not there', async () => {
  const { ids } = await outline('a');
  expect((await vote(ids.a as string, 1, anna)).body.code).toBe('own-comment');
  const guest = await call(voteOnCommentOperation, { params: { id: ids.a as string }, body: { value: 1 } });
  expect(guest.status).toBe(401);
  expect((await vote('00000000-0000-7000-8000-000000000000', 1)).status).toBe(404);
  for (const value of [2, -2, 0.5, '1', null]) {
    const answer = await call(voteOnCommentOperation, {
      as: boris,
      params: { id: ids.a as string },
      body: { value },
    });
    expect(answer.status).toBe(422);
  }
});
