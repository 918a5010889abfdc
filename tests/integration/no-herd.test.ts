import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { getArticlePage } from '#lib/flows/article-page.ts';
import {
  getAnnotationOperation,
  listAnnotationsOperation,
  readAnnotationsOperation,
} from '#lib/http/contract/annotations.ts';
import { listAssessmentsOperation, takeVerdictBackOperation } from '#lib/http/contract/evidence.ts';
import { rateAssessmentOperation } from '#lib/http/contract/ratings.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { judge, judgedClaim, sourced } from '#tests/factories/judged.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

const read = async (id: string, as: TestPerson | null, query = {}) =>
  (await call(getAnnotationOperation, { as, params: { id }, query })).body;

const FOLDED = {
  ...{ shown: 'open', basis: 'none', state: 'open', reasons: [] },
  ...{ folded: true, tally: { total: 0, sourced: 0, rows: [] } },
};

test('guests see what people made of a claim; who could judge it and has not, sees how many there are', async () => {
  const { id } = await judgedClaim();
  const [guest, reader] = [await read(id, null), await read(id, await person())];
  expect(guest.verdict).toMatchObject({ shown: 'false', folded: false, tally: { total: 2 } });
  expect(guest.assessments).toHaveLength(2);
  expect(reader.verdict).toEqual(FOLDED);
  expect([reader.assessments, reader.counts.assessments, reader.sources.length]).toEqual([[], 2, 2]);
});

test('it unfolds with the own verdict, and stays so when that is taken back', async () => {
  const { id } = await judgedClaim();
  const reader = await person();
  const own = await judge(id, { verdict: 'true' }, reader);
  expect(own.body.sawTally).toBe(false);
  expect((await read(id, reader)).verdict).toMatchObject({ shown: 'false', folded: false });
  await call(takeVerdictBackOperation, { as: reader, params: { id } });
  expect((await read(id, reader)).verdict.folded).toBe(false);
  // Given again, or another one, after all of it was seen.
  expect((await judge(id, { verdict: 'true' }, reader)).body.sawTally).toBe(true);
});

test('who mends the words of a verdict has not judged anew, who gives another one has seen the others', async () => {
  const { id } = await judgedClaim();
  const reader = await person();
  await judge(id, { verdict: 'true' }, reader);
  const mended = await judge(id, { verdict: 'true', rationaleText: 'I was there.', version: 1 }, reader);
  expect(mended.body.sawTally).toBe(false);
  const swayed = await judge(id, { verdict: 'false', version: 2 }, reader);
  expect(swayed.body.sawTally).toBe(true);
  const history = await db().assessmentChange.findMany({ where: { assessmentId: swayed.body.id } });
  expect(history.map(({ sawTally }) => sawTally)).toEqual([false, false]);
});

test('asking for it is kept, and told on the verdict that follows', async () => {
  const { id } = await judgedClaim();
  const [reader, other] = [await person(), await person()];
  expect((await read(id, reader, { reveal: '1' })).verdict).toMatchObject({ shown: 'false', folded: false });
  expect((await read(id, reader)).assessments).toHaveLength(2);
  expect((await read(id, other)).verdict).toEqual(FOLDED);
  await judge(id, { verdict: 'false' }, reader);
  await judge(id, { verdict: 'false' }, other);
  const { assessments } = await read(id, null);
  const saw = Object.fromEntries(
    assessments.map((one: { author: { handle: string }; sawTally: boolean }) => [
      one.author.handle,
      one.sawTally,
    ]),
  );
  expect([saw[reader.handle], saw[other.handle]]).toEqual([true, false]);
  const events = await db().event.findMany({ where: { kind: 'annotation.revealed', subjectId: id } });
  expect(events.map(({ actorId }) => actorId)).toEqual([reader.id]);
});

test('nothing is kept of who had nothing to see, or sees all of it anyway', async () => {
  const { id } = await claim();
  const reader = await person();
  expect((await read(id, reader, { reveal: '1' })).verdict.folded).toBe(false);
  await sourced(id, 'true');
  expect((await read(id, reader)).verdict.folded).toBe(true);
  await read(id, null, { reveal: '1' });
  expect(await db().reveal.count({ where: { annotationId: id } })).toBe(0);
});

test('the claim’s author and moderators are folded alike; nobody is where nobody can judge', async () => {
  const author = await person();
  const made = await judgedClaim({ by: author });
  expect((await read(made.id, author)).verdict.folded).toBe(true);
  const moderator = await person({ role: 'moderator' });
  expect((await read(made.id, moderator)).verdict.folded).toBe(true);
  await db().article.update({ where: { id: made.articleId }, data: { state: 'locked' } });
  expect((await read(made.id, moderator)).verdict.folded).toBe(false);
});

test('who rates an assessment has read it', async () => {
  const { id } = await judgedClaim();
  const reader = await person();
  const [{ id: rated }] = (await read(id, null)).assessments;
  const body = { value: 'helpful' };
  await call(rateAssessmentOperation, { as: reader, params: { id: rated }, body });
  const seen = await read(id, reader);
  expect(seen.verdict.folded).toBe(false);
  const own = seen.assessments.find((one: { id: string }) => one.id === rated);
  expect(own.ratings).toEqual({
    helpful: 1,
    somewhat: 0,
    'not-helpful': 0,
    mine: { value: 'helpful', reasons: [] },
  });
});

test('lists, several at once, the assessments and the page of the article fold alike, and unfold when asked', async () => {
  const on = await article();
  const [{ id }, open] = [await judgedClaim({ on }), await claim({ on, exact: 'the council bought rye' })];
  const reader = await person();
  const list = async (query: Record<string, string>, as: TestPerson | null = reader) =>
    (await call(listAnnotationsOperation, { as, params: { id: on.id }, query })).body.items.map(
      (one: { id: string; verdict: { shown: string } }) => [one.id, one.verdict.shown],
    );
  // What is folded is found as what it shows to who asks.
  expect(await list({ verdict: 'false' })).toEqual([]);
  expect(await list({ verdict: 'open' })).toEqual([
    [id, 'open'],
    [open.id, 'open'],
  ]);
  expect(await list({ verdict: 'false' }, null)).toEqual([[id, 'false']]);
  const several = await call(readAnnotationsOperation, { as: reader, query: { ids: `${id},${open.id}` } });
  expect(
    several.body.items.map((one: { verdict: { folded: boolean } }) => one.verdict.folded).sort(),
  ).toEqual([false, true]);
  const page = await getArticlePage(on.slug, reader);
  expect(page?.annotations.map(({ verdict }) => verdict?.folded)).toEqual([true, false]);
  expect(page?.article.fare).toEqual({ claims: 2, remarks: 0, shown: { open: 1, false: 0 }, folded: 1 });
  expect((await getArticlePage(on.slug))?.article.fare).toEqual({
    claims: 2,
    remarks: 0,
    shown: { open: 1, false: 1 },
  });
  const assessments = async (query = {}) =>
    (await call(listAssessmentsOperation, { as: reader, params: { id }, query })).body;
  expect((await assessments()).spread.sourced.total).toBe(0);
  const unfolded = await assessments({ reveal: '1' });
  expect(unfolded.items).toHaveLength(2);
  expect(unfolded.spread.sourced).toMatchObject({
    total: 2,
    majority: 'false',
    segments: [{ size: 1000, percent: 100 }],
  });
  expect(await list({ verdict: 'false' })).toEqual([[id, 'false']]);
});
