import { beforeAll, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { whereIs } from '#lib/flows/discuss.ts';
import {
  commentOnAnnotationOperation,
  commentOnArticleOperation,
  deleteCommentOperation,
  editCommentOperation,
  getCommentOperation,
  listAnnotationCommentsOperation,
  readCommentsOperation,
  voteOnCommentOperation,
} from '#lib/http/contract/comments.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

let anna: TestPerson;
let boris: TestPerson;
beforeAll(async () => {
  anna = await person({ name: 'Anna Szabó' });
  boris = await person();
});

const post = (id: string, body: object, as: TestPerson | null = anna, headers = {}) =>
  call(commentOnAnnotationOperation, { as, params: { id }, body, headers });
const list = async (id: string) =>
  (await call(listAnnotationCommentsOperation, { params: { id } })).body.items;
const get = (id: string, as: TestPerson | null = null) => call(getCommentOperation, { as, params: { id } });
const edit = (id: string, body: object, as = anna) =>
  call(editCommentOperation, { as, params: { id }, body });
const remove = (id: string, as = anna) => call(deleteCommentOperation, { as, params: { id } });

test('a comment is posted as plain words or as a document, and listed oldest first', async () => {
  const { id } = await claim();
  expect((await post(id, { text: 'First.\n\nSecond paragraph.' })).status).toBe(201);
  const bold = { type: 'text', text: 'bold', marks: [{ type: 'bold' }] };
  const { body } = await post(id, {
    body: { type: 'doc', content: [{ type: 'paragraph', content: [bold] }] },
  });
  expect([body.text, body.body.content[0].content[0].marks[0].type]).toEqual(['bold', 'bold']);
  expect((await list(id)).map(({ text }: { text: string }) => text)).toEqual([
    'First.\nSecond paragraph.',
    'bold',
  ]);
});

test('an article has a thread of its own, also by its slug', async () => {
  const { id, slug } = await article();
  const { status, body } = await call(commentOnArticleOperation, {
    as: anna,
    params: { id: slug },
    body: { text: 'Under the article.' },
  });
  expect([status, body.articleId, body.annotationId, body.depth]).toEqual([201, id, null, 0]);
  expect(body.author).toEqual({ handle: anna.handle, name: anna.name, role: 'reader' });
});

test.each([
  {},
  { text: '' },
  { text: ' \n ' },
  { text: 'a', body: { type: 'doc', content: [] } },
  { text: 'x'.repeat(20_001) },
  { text: 'a\u0000b' },
  { text: 'lone \ud800' },
  { text: 'a', parentId: '00000000-0000-7000-8000-000000000000' },
  { body: { type: 'doc', content: [{ type: 'heading', content: [{ type: 'text', text: 'Big' }] }] } },
])('%o is 422', async (body) => {
  const { id } = await claim();
  expect((await post(id, body)).status).toBe(422);
});

test('a reply stays in its thread, and the server decides its place', async () => {
  const [first, second] = [await claim(), await claim()];
  const { body: said } = await post(first.id, { text: 'Here.' });
  expect((await post(second.id, { text: 'There?', parentId: said.id })).body.fields).toEqual({
    parentId: 'is not in this thread, or was taken away',
  });
  const { body: reply } = await post(
    first.id,
    { text: 'Yes.', parentId: said.id, depth: 7, authorId: anna.id },
    boris,
  );
  expect([reply.depth, reply.parentId, reply.author.handle]).toEqual([1, said.id, boris.handle]);
});

test('it is edited and deleted by its author; a reply keeps a placeholder in its place', async () => {
  const { id } = await claim();
  const { body: said } = await post(id, { text: 'A question.' });
  expect((await edit(said.id, { text: 'Mine now.', version: 1 }, boris)).status).toBe(403);
  expect((await edit(said.id, { text: 'A better question.', version: 1 })).body).toMatchObject({
    version: 2,
  });
  const stale = await edit(said.id, { text: 'Late.', version: 1 });
  expect([stale.status, stale.body.current.text]).toEqual([409, 'A better question.']);
  await post(id, { text: 'An answer.', parentId: said.id }, boris);
  expect((await remove(said.id, boris)).status).toBe(403);
  expect((await remove(said.id)).status).toBe(204);
  const { body: left } = await get(said.id);
  expect([left.state, left.text, left.author, left.body]).toEqual(['deleted', '', null, null]);
  expect(await list(id)).toHaveLength(2);
  expect(JSON.stringify(await db().comment.findUnique({ where: { id: said.id } }))).not.toContain('question');
});

test('a deleted comment without replies is gone, and stays gone', async () => {
  const { id } = await claim();
  const { body: said } = await post(id, { text: 'Never mind.' });
  expect((await remove(said.id)).status).toBe(204);
  expect([(await get(said.id)).status, (await get(said.id, anna)).status]).toEqual([404, 404]);
  expect([(await remove(said.id)).status, (await edit(said.id, { text: 'x', version: 2 })).status]).toEqual([
    404, 404,
  ]);
  expect(await list(id)).toEqual([]);
});

test('an article closed to comments takes none, a locked one neither', async () => {
  const { id, articleId } = await claim();
  await db().article.update({ where: { id: articleId }, data: { state: 'closed' } });
  expect((await post(id, { text: 'x' })).body.code).toBe('comments-closed');
  await db().article.update({ where: { id: articleId }, data: { state: 'locked' } });
  expect((await post(id, { text: 'x' })).body.code).toBe('article-locked');
});

test('a post that is sent twice after a lost answer is there once', async () => {
  const { id } = await claim();
  const key = { 'idempotency-key': 'the-same-click' };
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(id, { text: 'Once.' }, anna, key)));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await list(id)).toHaveLength(1);
});

test('an edit and a deletion at the same moment leave one of the two', async () => {
  const { id } = await claim();
  for (let round = 0; round < 20; round += 1) {
    const one = await person();
    const { body: said } = await post(id, { text: 'First words.' }, one);
    const [edited, deleted] = await Promise.all([
      edit(said.id, { text: 'Other words.', version: 1 }, one),
      remove(said.id, one),
    ]);
    expect(deleted.status).toBe(204);
    expect([200, 404]).toContain(edited.status);
    expect(await db().comment.findUnique({ where: { id: said.id } })).toMatchObject({
      state: 'deleted',
      text: '',
    });
  }
});

test('branches end somewhere: a reply to the deepest comment stands beside it', async () => {
  const { id } = await claim();
  let parentId: string | null = null;
  const depths: number[] = [];
  for (let n = 0; n < 24; n += 1) {
    const { body }: { body: { id: string; depth: number } } = await post(
      id,
      { text: `Level ${n}`, parentId },
      await person(),
    );
    depths.push(body.depth);
    parentId = body.id;
  }
  expect(depths.slice(-5)).toEqual([19, 20, 20, 20, 20]);
  expect((await get(parentId ?? '')).body.ancestors).toHaveLength(20);
});

test('under pre-moderation a newcomer waits, is seen by nobody else, and is known after one comment', async () => {
  const { id } = await claim();
  const [newcomer, moderator] = [await person(), await person({ role: 'moderator' })];
  await putSetting(null, 'comments.pre-moderation', 'newcomers');
  try {
    const { status, body: said } = await post(id, { text: 'My first words.' }, newcomer);
    expect([status, said.state]).toEqual([202, 'pending']);
    const seen = async (as: TestPerson | null) => (await get(said.id, as)).status;
    expect([await seen(null), await seen(boris), await seen(newcomer), await seen(moderator)]).toEqual([
      404, 404, 200, 200,
    ]);
    const listedFor = async (as: TestPerson) =>
      (await call(listAnnotationCommentsOperation, { as, params: { id } })).body.items.length;
    expect([await listedFor(boris), await listedFor(newcomer)]).toEqual([0, 1]);
    await db().comment.update({ where: { id: said.id }, data: { state: 'visible' } });
    expect((await post(id, { text: 'My second.' }, newcomer)).status).toBe(201);
    await putSetting(null, 'comments.pre-moderation', 'all');
    expect((await post(id, { text: 'My third.' }, newcomer)).status).toBe(202);
    expect((await edit(said.id, { text: 'Changed.', version: 1 }, newcomer)).body.state).toBe('pending');
    expect((await post(id, { text: 'I moderate.' }, moderator)).status).toBe(201);
  } finally {
    await putSetting(null, 'comments.pre-moderation', 'off');
  }
});

test('guests speak where a Setting allows it, wait for approval, and are nobody who is registered', async () => {
  const { id } = await claim();
  const guest = { name: 'Miriam K.', email: 'miriam@example.org' };
  const from = (n: number) => ({ 'x-obelus-address': `198.51.100.${n}` });
  const say = (given: object, n: number) =>
    post(id, { text: 'As a guest.', guest: { ...guest, ...given } }, null, from(n));
  expect((await say({}, 1)).body.code).toBe('not-signed-in');
  await putSetting(null, 'comments.guests', true);
  try {
    const { status, body } = await say({}, 2);
    expect([status, body.state, body.guest, body.author]).toEqual([
      202,
      'pending',
      { name: 'Miriam K.' },
      null,
    ]);
    expect(JSON.stringify(body)).not.toContain('miriam@');
    expect((await say({ email: anna.email.toUpperCase() }, 3)).body.code).toBe('registered');
    expect((await say({ name: 'anna szabó' }, 4)).body.code).toBe('registered');
    // In letters that look the same, with what is not seen, or wide.
    for (const [n, name] of ['Аnna Szabó', 'An\u200bna\u2060 Szabó', 'Ａｎｎａ Szabó', 'AnnaSzabó'].entries())
      expect([name, (await say({ name }, 10 + n)).body.code]).toEqual([name, 'registered']);
    expect((await post(id, { text: 'No name.' }, null, from(5))).status).toBe(401);
    expect((await get(body.id)).status).toBe(404);
    const flood = await Promise.all(Array.from({ length: 8 }, () => say({}, 6)));
    expect(flood.filter(({ status: code }) => code === 429)).toHaveLength(2);
    expect(flood.find(({ status: code }) => code === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
  } finally {
    await putSetting(null, 'comments.guests', false);
  }
});

test('some comments come by their ids: what does not stand for the reader is left out', async () => {
  const { id } = await claim();
  const { body: seen } = await post(id, { text: 'Seen.' });
  const { body: hidden } = await post(id, { text: 'Hidden.' });
  const { body: above } = await post(id, { text: 'Hidden, and answered.' });
  await post(id, { text: 'An answer.', parentId: above.id }, boris);
  for (const one of [hidden, above])
    await db().comment.update({ where: { id: one.id }, data: { state: 'hidden' } });
  const query = { ids: [seen.id, hidden.id, above.id].join(',') };
  const read = async (as: TestPerson | null) =>
    Object.fromEntries(
      (await call(readCommentsOperation, { as, query })).body.items.map(
        (one: { id: string; text: string }) => [one.id, one.text],
      ),
    );
  expect(await read(boris)).toEqual({ [seen.id]: 'Seen.', [above.id]: '' });
  expect(await read(anna)).toEqual({
    [seen.id]: 'Seen.',
    [hidden.id]: 'Hidden.',
    [above.id]: 'Hidden, and answered.',
  });
  // Nothing of a thread whose annotation is gone for them.
  await db().annotation.update({ where: { id }, data: { state: 'removed' } });
  expect(await read(boris)).toEqual({});
});

test('a permalink leads to an address that every header can carry', async () => {
  const { id } = await article({ title: '北港の橋' });
  const { body } = await call(commentOnArticleOperation, {
    as: anna,
    params: { id },
    body: { text: 'Here.' },
  });
  const place = await whereIs(null, body.id);
  expect(place).toMatch(/^[\x21-\x7e]+$/);
  expect(decodeURIComponent(place)).toContain('北港の橋');
});

test('a vote on what one cannot read finds nothing', async () => {
  const { id } = await claim();
  await putSetting(null, 'comments.pre-moderation', 'all');
  try {
    const { body } = await post(id, { text: 'It waits.' }, boris);
    const voted = await call(voteOnCommentOperation, {
      as: anna,
      params: { id: body.id },
      body: { value: 1 },
    });
    expect([body.state, voted.status]).toEqual(['pending', 404]);
  } finally {
    await putSetting(null, 'comments.pre-moderation', 'off');
  }
});
