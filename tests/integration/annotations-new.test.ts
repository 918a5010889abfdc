import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { annotateOperation } from '#lib/http/contract/annotations.ts';
import { article } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

let anna: TestPerson;
beforeAll(async () => {
  anna = await person({ name: 'Anna' });
});

const annotate = (id: string, body: object, as = anna) =>
  call(annotateOperation, { as, params: { id }, body });

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
