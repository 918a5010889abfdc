import { beforeAll, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import {
  deleteCommentOperation,
  editCommentOperation,
  getCommentOperation,
  listCommentsOperation,
  postCommentOperation,
} from '#lib/http/contract/comments.ts';
import { claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

let anna: TestPerson;
let boris: TestPerson;
beforeAll(async () => {
  anna = await person();
  boris = await person();
});

const post = (id: string, body: object, as = anna) =>
  call(postCommentOperation, { as, params: { id }, body });
const list = async (id: string) => (await call(listCommentsOperation, { params: { id } })).body.items;

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

test.each([
  {},
  { text: '' },
  { text: ' \n ' },
  { text: 'a', body: { type: 'doc', content: [] } },
  { text: 'x'.repeat(20_001) },
  { text: 'a', parentId: '00000000-0000-7000-8000-000000000000' },
  { body: { type: 'doc', content: [{ type: 'heading', content: [{ type: 'text', text: 'Big' }] }] } },
])('%o is 422', async (body) => {
  const { id } = await claim();
  expect((await post(id, body)).status).toBe(422);
});

test('it is edited and deleted by its author; a reply keeps a placeholder in its place', async () => {
  const { id } = await claim();
  const { body: said } = await post(id, { text: 'A question.' });
  const edit = (body: object, as: TestPerson) =>
    call(editCommentOperation, { as, params: { id: said.id }, body });
  expect((await edit({ text: 'Mine now.', version: 1 }, boris)).status).toBe(403);
  expect((await edit({ text: 'A better question.', version: 1 }, anna)).body).toMatchObject({ version: 2 });
  const stale = await edit({ text: 'Late.', version: 1 }, anna);
  expect([stale.status, stale.body.current.text]).toEqual([409, 'A better question.']);
  await post(id, { text: 'An answer.', parentId: said.id }, boris);
  const remove = (as: TestPerson) => call(deleteCommentOperation, { as, params: { id: said.id } });
  expect((await remove(boris)).status).toBe(403);
  expect((await remove(anna)).status).toBe(204);
  const { body: left } = await call(getCommentOperation, { params: { id: said.id } });
  expect([left.state, left.text, left.author, left.body]).toEqual(['deleted', '', null, null]);
  expect(await list(id)).toHaveLength(2);
});

test('an article closed to comments takes none, a locked one neither', async () => {
  const { id, articleId } = await claim();
  await db().article.update({ where: { id: articleId }, data: { state: 'closed' } });
  expect((await post(id, { text: 'x' })).body.code).toBe('comments-closed');
  await db().article.update({ where: { id: articleId }, data: { state: 'locked' } });
  expect((await post(id, { text: 'x' })).body.code).toBe('article-locked');
});
