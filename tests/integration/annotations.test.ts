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

describe('a new annotation', () => {
  test('comes with its source, verdict and comment: all of it, or nothing', async () => {
    const { id } = await article();
    const whole = {
      kind: 'claim',
      target: { exact: 'Forty ships lay in the ice' },
      statement: 'Forty ships froze in at Lindow.',
      sources: [{ url: 'https://example.org/ledger', stance: 'refutes', quote: 'thirty-one ships' }],
      assessment: { verdict: 'false', rationaleText: 'The ledger says thirty-one.' },
      comment: 'Where does the forty come from?',
    };
    const { status, body } = await annotate(id, whole);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'claim',
      statement: 'Forty ships froze in at Lindow.',
      anchor: { revision: 1, state: 'exact' },
      counts: { sources: 1, assessments: 1, comments: 1 },
      verdict: { shown: 'open', tally: { total: 1, sourced: 1 } },
    });
    expect(body.assessments[0].sourceIds).toEqual([body.sources[0].id]);
    const kinds = await db().event.findMany({
      where: { articleId: id },
      orderBy: { id: 'asc' },
      select: { kind: true },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'article.added',
      'annotation.made',
      'source.added',
      'assessment.given',
      'comment.posted',
    ]);

    const before = await db().event.count();
    const twice = { ...whole, sources: [whole.sources[0], whole.sources[0]] };
    expect((await annotate(id, twice)).body.code).toBe('source-exists');
    expect(await db().event.count()).toBe(before);
    expect(await db().annotation.count({ where: { articleId: id } })).toBe(1);
  });

  test('asks only for the words: the statement is what was selected', async () => {
    const { id } = await article();
    const { body } = await annotate(id, {
      kind: 'claim',
      target: { exact: 'Bread cost three times\u00a0as much' },
    });
    expect(body.statement).toBe('Bread cost three times as much');
    expect(body.target.exact).toBe('Bread cost three times as much');
  });

  test.each([
    ['emoji', 'The crew 👩‍🚒👩🏽‍🚒 came. The crew 👨‍👩‍👧 left.', '👩🏽‍🚒 came'],
    ['combining marks', 'Cafe\u0301 noir and cafe\u0301 crème were the same.', 'cafe\u0301 crème'],
    ['right to left', 'قال الوزير إن الميناء تجمّد أحد عشر أسبوعا.', 'الميناء تجمّد'],
    ['Chinese', '港口结冰十一周。四十艘船被困。', '四十艘船'],
  ])('names exactly what was selected: %s', async (_, text, exact) => {
    const { id, revision } = await article({ text });
    const start = revision.text.indexOf(exact);
    const { status, body } = await annotate(id, {
      kind: 'claim',
      target: { exact, start, end: start + exact.length },
    });
    expect(status).toBe(201);
    expect(body.target.exact).toBe(exact);
    expect(revision.text.slice(body.anchor.start, body.anchor.end)).toBe(exact);
  });

  test('may go over a paragraph border and overlap others', async () => {
    const { id, revision } = await article();
    const exact = 'lay in the ice.\nBread cost three times';
    const across = await annotate(id, { kind: 'claim', target: { exact } });
    expect(across.status).toBe(201);
    expect(revision.text.slice(across.body.anchor.start, across.body.anchor.end)).toBe(exact);
    expect(
      (await annotate(id, { kind: 'remark', target: { exact: 'the ice.' }, comment: 'Which ice?' })).status,
    ).toBe(201);
  });

  test('words that are not there, or twice there, are refused', async () => {
    const { id } = await article();
    expect((await annotate(id, { kind: 'claim', target: { exact: 'Fifty ships' } })).body.code).toBe(
      'target-not-found',
    );
    const twice = await annotate(id, { kind: 'claim', target: { exact: 'The harbour of Lindow' } });
    expect([twice.status, twice.body.code]).toEqual([422, 'target-ambiguous']);
    expect(twice.body.places).toHaveLength(2);
    const told = await annotate(id, {
      kind: 'claim',
      target: { exact: 'The harbour of Lindow', suffix: ' has not frozen' },
    });
    expect(told.status).toBe(201);
    expect(told.body.anchor.start).toBeGreaterThan(100);
  });

  test.each([
    ['nothing', { exact: '' }],
    ['white space', { exact: ' ' }],
    ['a full stop', { exact: '.' }],
    ['half a character', { exact: '\ud83d' }],
    ['a NUL', { exact: 'Forty\0' }],
  ])('a selection over %s is refused', async (_, target) => {
    const { id } = await article();
    const { status } = await annotate(id, { kind: 'claim', target });
    expect(status).toBe(422);
    expect(await db().annotation.count({ where: { articleId: id } })).toBe(0);
  });

  test.each([
    ['plain words', 'Which ice?'],
    ['{text}', { text: 'Which ice?' }],
    [
      'a document',
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Which ice?' }] }] },
    ],
    [
      '{body}',
      {
        body: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Which ice?' }] }],
        },
      },
    ],
  ])('takes its comment as %s', async (_, comment) => {
    const { id } = await article();
    const { status, body } = await annotate(id, { kind: 'remark', target: { exact: 'Danzig' }, comment });
    expect([status, body.comments[0].text]).toEqual([201, 'Which ice?']);
  });

  test('a comment of another shape is told which ones there are', async () => {
    const { id } = await article();
    const { status, body } = await annotate(id, {
      kind: 'remark',
      target: { exact: 'Danzig' },
      comment: { words: 'x' },
    });
    expect([status, body.fields.comment]).toEqual([
      422,
      'give {body} with a document or {text} with plain words',
    ]);
  });

  test('a remark has neither statement nor sources nor verdict', async () => {
    const { id } = await article();
    const target = { exact: 'Danzig' };
    const extra = {
      statement: 'x',
      sources: [{ url: 'https://example.org', stance: 'context' }],
      assessment: { verdict: 'true' },
    };
    const { status, body } = await annotate(id, { kind: 'remark', target, ...extra });
    expect([status, Object.keys(body.fields).sort()]).toEqual([422, ['assessment', 'sources', 'statement']]);
  });

  test('a locked article takes nothing', async () => {
    const { id } = await article();
    await db().article.update({ where: { id }, data: { state: 'locked' } });
    expect((await annotate(id, { kind: 'claim', target: { exact: 'Forty ships' } })).body.code).toBe(
      'article-locked',
    );
  });

  test('a comment that tries to bring in script is refused or harmless', async () => {
    const { id } = await article();
    const link = {
      type: 'text',
      text: 'x',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    };
    const comment = { type: 'doc', content: [{ type: 'paragraph', content: [link] }] };
    const { status } = await annotate(id, { kind: 'remark', target: { exact: 'Danzig' }, comment });
    expect(status).toBe(422);
  });

  test('repeated with one key, also at the same moment, it is made once', async () => {
    const { id } = await article();
    const send = () =>
      call(annotateOperation, {
        as: anna,
        params: { id },
        body: { kind: 'claim', target: { exact: 'Forty ships' } },
        headers: { 'idempotency-key': `make-${id}` },
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await db().annotation.count({ where: { articleId: id } })).toBe(1);
    const other = await call(annotateOperation, {
      as: anna,
      params: { id },
      body: { kind: 'claim', target: { exact: 'Bread' } },
      headers: { 'idempotency-key': `make-${id}` },
    });
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
  });

  test('a refused request leaves its key free for the corrected one', async () => {
    const { id } = await article();
    const send = (exact: string) =>
      call(annotateOperation, {
        as: anna,
        params: { id },
        body: { kind: 'claim', target: { exact } },
        headers: { 'idempotency-key': `again-${id}` },
      });
    expect([(await send('Fifty ships')).status, (await send('Forty ships')).status]).toEqual([422, 201]);
  });
});

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
