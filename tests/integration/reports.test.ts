import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { CommentState } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { removeAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { reportOperation } from '#lib/http/contract/reports.ts';
import { claim } from '#tests/factories/articles.ts';
import { comment } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { untilTooOften } from '#tests/setup/limits.ts';
import { about, decided, sendReport } from '#tests/setup/moderating.ts';

let anna: TestPerson;
let moderator: TestPerson;
beforeAll(async () => {
  moderator = await person({ role: 'moderator' });
});
// Somebody new each time: nobody may report much.
beforeEach(async () => {
  anna = await person();
});

test('a comment and an annotation are reported, each once a person while it is open', async () => {
  const [said, mark, boris] = [await comment(), await claim(), await person()];
  const first = await sendReport(anna, about(said.id), 'threat', ' He knows where I park. ');
  expect([first.status, first.body]).toEqual([
    201,
    {
      id: expect.any(String),
      target: about(said.id),
      reason: 'threat',
      detail: 'He knows where I park.',
      createdAt: expect.any(String),
    },
  ]);
  const again = await sendReport(anna, about(said.id), 'spam', 'Other words.');
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect((await sendReport(boris, about(said.id))).status).toBe(201);
  expect((await sendReport(anna, about(mark.id, 'annotation'))).status).toBe(201);
  expect((await sendReport(anna, about(mark.id, 'annotation'))).status).toBe(200);
});

test('the event is seen by no reader and tells no words', async () => {
  const on = await claim();
  const said = await comment({ on: { annotation: on.id } });
  const { body } = await sendReport(anna, about(said.id), 'abuse', 'Rude.');
  const event = await db().event.findFirst({ where: { subjectId: body.id } });
  expect([event?.kind, event?.articleId, event?.data]).toEqual([
    'report.made',
    on.articleId,
    { commentId: said.id, unseen: true },
  ]);
});

test('what was reported is not deleted with the annotation on which it stands', async () => {
  const mark = await claim({ by: anna });
  const said = await comment({ on: { annotation: mark.id }, by: anna });
  await sendReport(await person(), about(said.id));
  const { status, body } = await call(removeAnnotationOperation, { as: anna, params: { id: mark.id } });
  expect([status, body.state]).toEqual([200, 'withdrawn']);
});

test('a moderator can report, and still decide', async () => {
  const said = await comment();
  expect((await sendReport(moderator, about(said.id))).status).toBe(201);
  await decided(moderator, 'hide', about(said.id));
});

test('nobody reports their own, and nobody without an account', async () => {
  const said = await comment({ by: anna });
  const own = await sendReport(anna, about(said.id));
  expect([own.status, own.body.code]).toEqual([403, 'own-comment']);
  const mark = await claim({ by: anna });
  expect((await sendReport(anna, about(mark.id, 'annotation'))).body.code).toBe('own-comment');
  expect((await sendReport(null, about(said.id))).status).toBe(401);
});

test.each<CommentState>(['pending', 'hidden', 'rejected', 'removed', 'deleted'])(
  'what is %s is not there to be reported',
  async (state) => {
    const { id } = await comment({ state });
    expect((await sendReport(anna, about(id))).status).toBe(404);
    // Who sees what waits or was hidden decides about it.
    const seen = ['pending', 'hidden'].includes(state);
    expect((await sendReport(moderator, about(id))).status).toBe(seen ? 403 : 404);
    expect(await db().report.count({ where: { commentId: id } })).toBe(0);
  },
);

test('what never was is not there', async () => {
  for (const type of ['comment', 'annotation'] as const)
    expect((await sendReport(anna, about('00000000-0000-7000-8000-000000000000', type))).status).toBe(404);
});

test.each([
  { target: about('00000000-0000-7000-8000-000000000000') },
  { target: about('00000000-0000-7000-8000-000000000000'), reason: ' ' },
  { target: about('00000000-0000-7000-8000-000000000000'), reason: 'x'.repeat(61) },
  { target: about('00000000-0000-7000-8000-000000000000'), reason: 'spam', detail: 'x'.repeat(2_001) },
  { target: about('00000000-0000-7000-8000-000000000000'), reason: 'a\u0000b' },
  { target: { type: 'user', id: '00000000-0000-7000-8000-000000000000' }, reason: 'spam' },
  { target: { type: 'comment', id: 'seven' }, reason: 'spam' },
])('%o is 422', async (body) => {
  expect((await call(reportOperation, { as: anna, body })).status).toBe(422);
});

test('a reason of a program is kept as it is', async () => {
  const { body } = await sendReport(anna, about((await comment()).id), '  breaks  rule 7 ');
  expect(body.reason).toBe('breaks rule 7');
});

test('too many reports are refused before anything is read', async () => {
  const eager = await person();
  const said = await comment();
  const { refused } = await untilTooOften('report', () => sendReport(eager, about(said.id)));
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});
