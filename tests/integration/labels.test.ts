import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { getArticlePage } from '#lib/flows/article-page.ts';
import { judgeLabels } from '#lib/flows/label.ts';
import {
  editAnnotationOperation,
  getAnnotationOperation,
  listAnnotationsOperation,
  removeAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import { listLabelsOperation, readLabelsOperation } from '#lib/http/contract/labels.ts';
import { LIMITS } from '#lib/http/limits.ts';
import { getLabelTotals } from '#lib/label/queries.ts';
import type { LabelView } from '#lib/label/schema.ts';
import { FAULTS, LABELS } from '#lib/verdict/labels.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';
import { byCrowd, crowd, one, playLabels, put, someone, standings, takeOff } from '#tests/setup/labelling.ts';

playLabels();

const read = async (id: string) => (await call(getAnnotationOperation, { params: { id } })).body;
const labelEvents = (subjectId: string) =>
  db().event.findMany({ where: { kind: 'annotation.labelled', subjectId }, orderBy: { id: 'asc' } });

test('a new place offers the labels of lib/verdict, in both languages', async () => {
  const { body } = await call(listLabelsOperation);
  expect(body.items.map(({ key }: LabelView) => key)).toEqual(LABELS);
  const faults = body.items.filter(({ tone }: LabelView) => tone === 'fault');
  expect(faults.map(({ key }: LabelView) => key)).toEqual(FAULTS);
  for (const { name, description } of body.items as LabelView[]) {
    expect(name.en && name.de && description.en && description.de).toBeTruthy();
    expect(name.de).not.toBe(name.en);
  }
});

describe('a label on an annotation', () => {
  test('is put once by each, and taken off again', async () => {
    const { id } = await claim();
    const { status, body } = await put(id, 'straw-man', someone(0));
    expect(status).toBe(200);
    expect(body.people).toBe(1);
    expect(one(body, 'straw-man')).toMatchObject({ n: 1, mine: true, shown: false, tone: 'fault' });
    await put(id, 'straw-man', someone(0));
    await put(id, 'exaggerated', someone(0));
    await put(id, 'straw-man', someone(1));
    expect((await read(id)).labels).toMatchObject({
      people: 2,
      others: 2,
      chosen: [
        { key: 'straw-man', n: 2, shown: false, name: { en: 'Straw man', de: 'Strohmann' } },
        { key: 'exaggerated', n: 1, shown: false },
      ],
    });
    expect(one(await standings(id, someone(1)), 'exaggerated')?.mine).toBe(false);
    // The same again is no event, nor is taking off what one has not put.
    expect(await labelEvents(id)).toHaveLength(3);
    await takeOff(id, 'cherry-picked', someone(0));
    const after = await takeOff(id, 'straw-man', someone(0));
    expect([after.status, one(after.body, 'straw-man')?.n]).toEqual([200, 1]);
    expect((await read(id)).labels.people).toBe(2);
    const events = await labelEvents(id);
    expect(events).toHaveLength(4);
    // Who chose what is nobody's business.
    expect(events.at(-1)?.data).toEqual({});
    expect(await getLabelTotals()).toEqual({ people: 2, chosen: { 'straw-man': 1, exaggerated: 1 } });
  });

  test('shows once the test says so, and no longer when it says no', async () => {
    const { id, articleId } = await claim();
    await byCrowd(id, 'straw-man', 2);
    expect((await read(id)).labels.chosen[0]).toMatchObject({ n: 2, shown: false });
    // Three of three, where one in 17 is usual: p = 17 · (1/17)³.
    const { body } = await put(id, 'straw-man', someone(2));
    expect(one(body, 'straw-man')).toMatchObject({
      shown: true,
      usual: 1 / 17,
      p: expect.closeTo(17 ** -2, 10),
    });
    expect((await labelEvents(id)).at(-1)?.data).toEqual({ shows: true });
    const list = async (label: string) =>
      (await call(listAnnotationsOperation, { params: { id: articleId }, query: { label } })).body.items
        .length;
    expect([await list('straw-man'), await list('exaggerated')]).toEqual([1, 0]);
    await takeOff(id, 'straw-man', someone(2));
    expect((await read(id)).labels.chosen[0]).toMatchObject({ n: 2, shown: false });
    expect(await list('straw-man')).toBe(0);
  });

  test('what people choose everywhere has to be chosen by more', async () => {
    for (let at = 0; at < 4; at += 1) {
      const { id } = await claim();
      await byCrowd(id, 'unsupported', 4);
    }
    const { id } = await claim();
    await byCrowd(id, 'unsupported', 4);
    // 16 of 16 elsewhere: four of four are what is usual.
    expect(one(await standings(id), 'unsupported')).toMatchObject({ n: 4, shown: false, usual: 17 / 33 });
    const other = await claim();
    await byCrowd(other.id, 'straw-man', 4);
    expect(one(await standings(other.id), 'straw-man')?.shown).toBe(true);
  });

  test('is looked at again at night, when elsewhere is not what it was', async () => {
    const first = await claim();
    await byCrowd(first.id, 'unsupported', 4);
    for (let at = 0; at < 4; at += 1) {
      const { id } = await claim();
      await byCrowd(id, 'unsupported', 6);
    }
    expect((await read(first.id)).labels.chosen[0].shown).toBe(true);
    const before = await db().event.count();
    await judgeLabels();
    expect((await read(first.id)).labels.chosen[0].shown).toBe(false);
    expect((await labelEvents(first.id)).at(-1)).toMatchObject({ actorId: null, data: { shows: true } });
    const after = await db().event.count();
    expect(after).toBeGreaterThan(before);
    await judgeLabels();
    expect(await db().event.count()).toBe(after);
  });

  test('the sums are mended at night', async () => {
    const { id } = await claim();
    await byCrowd(id, 'unsupported', 3);
    await db().labelTotals.update({ where: { id: 1 }, data: { people: 99, chosen: { exaggerated: 98 } } });
    await judgeLabels();
    expect(await getLabelTotals()).toEqual({ people: 3, chosen: { unsupported: 3 } });
  });

  test('many at once are all counted, each once', async () => {
    const [a, b] = [await claim(), await claim()];
    await Promise.all(
      crowd.flatMap((as) => [
        put(a.id, 'straw-man', as),
        put(b.id, 'straw-man', as),
        put(a.id, 'straw-man', as),
        put(a.id, 'exaggerated', as),
      ]),
    );
    expect((await read(a.id)).labels).toMatchObject({ people: 6, chosen: [{ n: 6 }, { n: 6 }] });
    expect(await getLabelTotals()).toEqual({ people: 12, chosen: { 'straw-man': 12, exaggerated: 6 } });
  });

  test('stays with the wording that it was put on; the author’s own goes along', async () => {
    const author = someone(0);
    const { id, version } = await claim({ by: author });
    await byCrowd(id, 'straw-man', 3);
    expect((await read(id)).labels).toMatchObject({ people: 3, others: 2, chosen: [{ shown: true }] });
    const { body } = await call(editAnnotationOperation, {
      as: author,
      params: { id },
      body: { statement: 'Forty ships were stuck.', version },
    });
    expect(body).toMatchObject({
      wording: 2,
      labels: { people: 1, others: 0, chosen: [{ n: 1, shown: false }] },
    });
    expect(await getLabelTotals()).toEqual({ people: 1, chosen: { 'straw-man': 1 } });
    expect(one(await standings(id, someone(1)), 'straw-man')?.mine).toBe(false);
    const again = await put(id, 'straw-man', someone(1));
    expect([again.body.people, one(again.body, 'straw-man')?.mine]).toEqual([2, true]);
  });

  test('by others is taking part: the annotation can be withdrawn only, not deleted', async () => {
    const author = someone(0);
    const remove = (id: string) => call(removeAnnotationOperation, { as: author, params: { id } });
    const own = await claim({ by: author });
    await put(own.id, 'unsupported', author);
    expect((await remove(own.id)).status).toBe(204);
    expect(await getLabelTotals()).toEqual({ people: 0, chosen: {} });
    const labelled = await claim({ by: author });
    await put(labelled.id, 'unsupported', someone(1));
    expect((await remove(labelled.id)).body.state).toBe('withdrawn');
    expect((await put(labelled.id, 'unsupported', someone(2))).body.code).toBe('not-allowed');
  });

  test('stands no more at what was withdrawn, where it is told all the same', async () => {
    const author = someone(0);
    const { id } = await claim({ by: author });
    for (const who of [1, 2, 3]) await put(id, 'unsupported', someone(who));
    const read = async () => (await call(getAnnotationOperation, { params: { id } })).body.labels.chosen;
    expect(await read()).toMatchObject([{ n: 3, shown: true }]);
    await call(removeAnnotationOperation, { as: author, params: { id } });
    expect(await read()).toMatchObject([{ n: 3, shown: false }]);
    expect(one(await standings(id), 'unsupported')).toMatchObject({ n: 3, shown: false });
  });

  test('is refused to whoever may not, and where there is nothing', async () => {
    const on = await article();
    const { id } = await claim({ on });
    expect((await put(id, 'straw-man', null)).body.code).toBe('not-signed-in');
    expect((await put(id, 'no-such-label', someone(0))).body.code).toBe('not-found');
    expect((await put(crypto.randomUUID(), 'straw-man', someone(0))).body.code).toBe('not-found');
    const banned = await person();
    await db().user.update({ where: { id: banned.id }, data: { bannedAt: new Date() } });
    expect((await put(id, 'straw-man', banned)).status).toBeGreaterThanOrEqual(401);
    await db().annotation.update({ where: { id }, data: { state: 'hidden' } });
    expect((await put(id, 'straw-man', someone(0))).body.code).toBe('not-found');
    expect((await call(readLabelsOperation, { params: { id } })).status).toBe(404);
    await db().annotation.update({ where: { id }, data: { state: 'active' } });
    await db().article.update({ where: { id: on.id }, data: { state: 'locked' } });
    expect((await put(id, 'straw-man', someone(0))).body.code).toBe('article-locked');
    expect(await db().annotationLabel.count()).toBe(0);
  });

  test('too often is too often', async () => {
    const { id } = await claim();
    const busy = await person();
    const answers = await Promise.all(
      Array.from({ length: LIMITS.vote.max + 1 }, () => takeOff(id, 'straw-man', busy)),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

test('an article with labels takes one query more, however many', async () => {
  const on = await article();
  const exacts = ['Forty ships', 'Bread cost three times', 'has not frozen since'];
  const claims = [];
  for (const exact of exacts) claims.push(await claim({ on, exact }));
  const read = () => getArticlePage(on.slug);
  const without = await countQueries(read);
  for (const { id } of claims) await byCrowd(id, 'straw-man', 4);
  await put(claims[0]?.id ?? '', 'exaggerated', someone(5));
  expect(await countQueries(read)).toBe(without + 1);
});
