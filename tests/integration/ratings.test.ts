import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { giveVerdictOperation } from '#lib/http/contract/evidence.ts';
import { rateAssessmentOperation, takeRatingBackOperation } from '#lib/http/contract/ratings.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

const judge = (id: string, body: object, as: TestPerson) =>
  call(giveVerdictOperation, { as, params: { id }, body });
const rate = (id: string, body: object, as: TestPerson | null) =>
  call(rateAssessmentOperation, { as, params: { id }, body });

/** An assessment of somebody on a claim of its own. */
async function assessed(author?: TestPerson) {
  const by = author ?? (await person());
  const { id: claimId, articleId } = await claim();
  const { body } = await judge(
    claimId,
    { verdict: 'false', rationaleText: 'The ledger says thirty-one.' },
    by,
  );
  return { id: body.id as string, claimId, articleId, by };
}

const counts = ({ body }: { body: Record<string, unknown> }) => [
  body.helpful,
  body.somewhat,
  body['not-helpful'],
];

test('a rating is one a person: given with reasons, changed, the same again changes nothing, taken back', async () => {
  const [{ id }, anna, boris] = [await assessed(), await person(), await person()];
  const given = await rate(id, { value: 'helpful', reasons: ['good-sources', 'clear'] }, anna);
  expect([given.status, counts(given), given.body.mine]).toEqual([
    200,
    [1, 0, 0],
    { value: 'helpful', reasons: ['good-sources', 'clear'] },
  ]);
  expect(counts(await rate(id, { value: 'helpful', reasons: ['clear', 'good-sources'] }, anna))).toEqual([
    1, 0, 0,
  ]);
  expect(counts(await rate(id, { value: 'not-helpful', reasons: ['wrong'] }, boris))).toEqual([1, 0, 1]);
  expect(counts(await rate(id, { value: 'somewhat' }, anna))).toEqual([0, 1, 1]);
  const events = () => db().event.count({ where: { kind: 'assessment.rated', subjectId: id } });
  expect(await events()).toBe(3);
  const taken = await call(takeRatingBackOperation, { as: anna, params: { id } });
  expect([counts(taken), taken.body.mine]).toEqual([[0, 0, 1], null]);
  expect(counts(await rate(id, { value: 0 }, boris))).toEqual([0, 0, 0]);
  expect(counts(await rate(id, { value: 0 }, boris))).toEqual([0, 0, 0]);
  expect(await events()).toBe(5);
});

test('not by its author, by a guest, for a reason that does not go with it, or where nothing can be added', async () => {
  const { id, by, articleId } = await assessed();
  const other = await person();
  const answers = [
    await rate(id, { value: 'helpful' }, by),
    await rate(id, { value: 'helpful' }, null),
    await rate(id, { value: 'helpful', reasons: ['wrong'] }, other),
    await rate(id, { value: 'great' }, other),
    await rate('019ab000-0000-7000-8000-000000000000', { value: 'helpful' }, other),
  ];
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [403, 'own-assessment'],
    [401, 'not-signed-in'],
    [422, 'invalid'],
    [422, 'invalid'],
    [404, 'not-found'],
  ]);
  await db().article.update({ where: { id: articleId }, data: { state: 'locked' } });
  expect((await rate(id, { value: 'helpful' }, other)).body.code).toBe('article-locked');
});

test('thirty people at the same moment are all counted', async () => {
  const { id } = await assessed();
  const people = await Promise.all(Array.from({ length: 30 }, () => person()));
  await Promise.all(people.map((one, at) => rate(id, { value: at % 3 ? 'helpful' : 'not-helpful' }, one)));
  const row = await db().assessment.findUniqueOrThrow({ where: { id } });
  expect([row.helpful, row.somewhat, row.notHelpful]).toEqual([20, 0, 10]);
});

test('speaks of what the assessment said: other words begin with no ratings, a confirmation keeps them', async () => {
  const { id, claimId, by } = await assessed();
  const anna = await person();
  await rate(id, { value: 'helpful' }, anna);
  const same = { verdict: 'false', rationaleText: 'The ledger says thirty-one.' };
  const confirmed = await judge(claimId, { ...same, version: 1 }, by);
  expect(confirmed.body.ratings).toMatchObject({ helpful: 1 });
  const changed = await judge(claimId, { ...same, rationaleText: 'Buy my ledger.', version: 2 }, by);
  expect(changed.body.ratings).toEqual({ helpful: 0, somewhat: 0, 'not-helpful': 0, mine: null });
  // What was said of the old words is not taken off the counts of the new ones.
  expect(counts(await rate(id, { value: 'not-helpful' }, anna))).toEqual([0, 0, 1]);
  await call(takeRatingBackOperation, { as: anna, params: { id } });
  expect(await db().rating.count({ where: { assessmentId: id } })).toBe(0);
});

test('an assessment that was taken back cannot be rated', async () => {
  const { id, claimId, by } = await assessed();
  await db().assessment.updateMany({
    where: { annotationId: claimId, authorId: by.id },
    data: { retractedAt: new Date() },
  });
  expect((await rate(id, { value: 'helpful' }, await person())).status).toBe(404);
  expect((await article()).state).toBe('open');
});
