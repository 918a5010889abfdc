import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import {
  annotateOperation,
  editAnnotationOperation,
  getAnnotationOperation,
  listAnnotationsOperation,
  readAnnotationsOperation,
  removeAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import { commentOnAnnotationOperation } from '#lib/http/contract/comments.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

let anna: TestPerson;
let boris: TestPerson;
beforeAll(async () => {
  anna = await person({ name: 'Anna' });
  boris = await person({ name: 'Boris' });
});

const annotate = (id: string, body: object, as = anna) =>
  call(annotateOperation, { as, params: { id }, body });
const edit = (id: string, body: object, as = anna) =>
  call(editAnnotationOperation, { as, params: { id }, body });
const remove = (id: string, as = anna) => call(removeAnnotationOperation, { as, params: { id } });
const read = (id: string) => call(getAnnotationOperation, { params: { id } });

describe('an annotation', () => {
  test('is listed in the order of the text, filtered by kind, verdict and state', async () => {
    const { id } = await article();
    await annotate(id, { kind: 'claim', target: { exact: 'has not frozen since' } });
    await annotate(id, { kind: 'remark', target: { exact: 'eleven weeks' }, comment: 'Eleven?' });
    const list = async (query = {}) =>
      (await call(listAnnotationsOperation, { params: { id }, query })).body.items.map(
        (item: { target: { exact: string } }) => item.target.exact,
      );
    expect(await list()).toEqual(['eleven weeks', 'has not frozen since']);
    expect(await list({ kind: 'remark' })).toEqual(['eleven weeks']);
    expect(await list({ verdict: 'open' })).toEqual(['has not frozen since']);
    expect(await list({ verdict: 'false' })).toEqual([]);
    expect(await list({ state: 'orphaned' })).toEqual([]);
  });

  test('is listed once, page by page', async () => {
    const { id } = await article();
    const words = [
      'harbour of Lindow froze',
      'eleven weeks',
      'winter',
      'Forty',
      'ships',
      'Bread',
      'rye',
      'Danzig',
    ];
    for (const exact of words) await annotate(id, { kind: 'claim', target: { exact } });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: '3', ...(cursor ? { cursor } : {}) };
      const { body } = await call(listAnnotationsOperation, { params: { id }, query });
      seen.push(...body.items.map((item: { target: { exact: string } }) => item.target.exact));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(words);
    expect((await call(listAnnotationsOperation, { params: { id }, query: { cursor: 'eA' } })).status).toBe(
      422,
    );
  });

  test('is edited by its author: statement, span and kind', async () => {
    const made = await claim({ by: anna });
    const reworded = await edit(made.id, { statement: 'Forty ships froze in.', version: 1 });
    expect(reworded.body).toMatchObject({ statement: 'Forty ships froze in.', version: 2, wording: 1 });
    const moved = await edit(made.id, { target: { exact: 'Forty ships' }, version: 2 });
    expect(moved.body).toMatchObject({ target: { exact: 'Forty ships' }, version: 3 });
    const remark = await edit(made.id, { kind: 'remark', version: 3 });
    expect(remark.body).toMatchObject({ kind: 'remark', statement: null, verdict: null });
    const back = await edit(made.id, { kind: 'claim', version: 4 });
    expect(back.body).toMatchObject({ kind: 'claim', statement: 'Forty ships' });
  });

  test('is edited by nobody else but moderators', async () => {
    const { id } = await claim({ by: anna });
    expect((await edit(id, { statement: 'x', version: 1 }, boris)).status).toBe(403);
    expect((await edit(id, { statement: 'x', version: 1 }, await person({ role: 'moderator' }))).status).toBe(
      200,
    );
    expect((await remove(id, boris)).status).toBe(403);
  });

  test('a stale version is told what stands there now', async () => {
    const { id } = await claim({ by: anna });
    await edit(id, { statement: 'First.', version: 1 });
    const stale = await edit(id, { statement: 'Second.', version: 1 });
    expect([stale.status, stale.body.current.statement, stale.body.current.version]).toEqual([
      409,
      'First.',
      2,
    ]);
  });

  test('is deleted while nobody else took part, withdrawn with a trace afterwards', async () => {
    const alone = await claim({ by: anna });
    expect((await remove(alone.id)).status).toBe(204);
    expect((await read(alone.id)).status).toBe(404);
    expect((await remove(alone.id)).status).toBe(404);

    const shared = await claim({ by: anna });
    await call(commentOnAnnotationOperation, {
      as: boris,
      params: { id: shared.id },
      body: { text: 'Really?' },
    });
    const { status, body } = await remove(shared.id);
    expect([status, body.state]).toEqual([200, 'withdrawn']);
    expect((await read(shared.id)).body.state).toBe('withdrawn');
    const listed = await call(listAnnotationsOperation, { params: { id: shared.articleId } });
    expect(listed.body.items).toEqual([]);
    expect((await edit(shared.id, { statement: 'x', version: body.version })).status).toBe(403);
    const late = await call(commentOnAnnotationOperation, {
      as: boris,
      params: { id: shared.id },
      body: { text: 'Late.' },
    });
    expect(late.status).toBe(403);
  });
});

test('some annotations come by their ids, and what is hidden comes to those alone who can see it', async () => {
  const by = await person();
  const [first, hidden] = [await claim({ by }), await claim({ by })];
  await db().annotation.update({ where: { id: hidden.id }, data: { state: 'hidden' } });
  const nowhere = '00000000-0000-7000-8000-000000000000';
  const query = { ids: [first.id, hidden.id, nowhere, first.id].join(',') };
  const read = async (as: TestPerson | null) => {
    const { body } = await call(readAnnotationsOperation, { as, query });
    return body.items.map(({ id }: { id: string }) => id).sort();
  };
  expect(await read(null)).toEqual([first.id]);
  expect(await read(by)).toEqual([first.id, hidden.id].sort());
  expect((await call(readAnnotationsOperation, { query: { ids: 'x' } })).status).toBe(422);
  const many = Array.from({ length: 51 }, (_, n) => `00000000-0000-7000-8000-0000000000${n + 10}`).join(',');
  expect((await call(readAnnotationsOperation, { query: { ids: many } })).status).toBe(422);
});
