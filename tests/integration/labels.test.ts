import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { getArticlePage } from '#lib/flows/article-page.ts';
import { judgeLabels } from '#lib/flows/label.ts';
import {
  editAnnotationOperation,
  getAnnotationOperation,
  listAnnotationsOperation,
  removeAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import {
  addLabelOperation,
  deleteLabelOperation,
  editLabelOperation,
  listLabelsOperation,
  putLabelOperation,
  readLabelsOperation,
  takeLabelOffOperation,
} from '#lib/http/contract/labels.ts';
import { LIMITS } from '#lib/http/limits.ts';
import { getLabelTotals } from '#lib/label/queries.ts';
import type { LabelStandingView, LabelView } from '#lib/label/schema.ts';
import { FAULTS, LABELS } from '#lib/verdict/labels.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';

let crowd: TestPerson[];
let admin: TestPerson;
beforeAll(async () => {
  crowd = await Promise.all(Array.from({ length: 6 }, () => person()));
  admin = await person({ role: 'admin' });
});

const put = (id: string, key: string, as: TestPerson | null) =>
  call(putLabelOperation, { as, params: { id, key } });
const takeOff = (id: string, key: string, as: TestPerson | null) =>
  call(takeLabelOffOperation, { as, params: { id, key } });
const standings = async (id: string, as: TestPerson | null = null) =>
  (await call(readLabelsOperation, { as, params: { id } })).body;
const one = (view: { items: LabelStandingView[] }, key: string) =>
  view.items.find((item) => item.key === key);
const read = async (id: string) => (await call(getAnnotationOperation, { params: { id } })).body;
const someone = (at: number) => crowd[at] as TestPerson;
async function byCrowd(id: string, key: string, n: number) {
  for (const as of crowd.slice(0, n)) expect((await put(id, key, as)).status).toBe(200);
}
const labelEvents = (subjectId: string) =>
  db().event.findMany({ where: { kind: 'annotation.labelled', subjectId }, orderBy: { id: 'asc' } });

// What is usual elsewhere is part of the test: each test begins in a place where nobody labelled anything.
beforeEach(async () => {
  await db().annotationLabel.deleteMany();
  await db().annotation.updateMany({ data: { labels: [], labelCounts: {} } });
  await judgeLabels();
});

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

describe('the list', () => {
  const add = (body: object, as: TestPerson | null = admin) => call(addLabelOperation, { as, body });
  const edit = (key: string, body: object, as: TestPerson | null = admin) =>
    call(editLabelOperation, { as, params: { key }, body });
  const remove = (key: string, as = admin) => call(deleteLabelOperation, { as, params: { key } });
  const keys = async () => (await call(listLabelsOperation)).body.items.map(({ key }: LabelView) => key);
  const named = (en: string, de = `${en} (de)`) => ({ tone: 'fault', name: { en, de } });

  test('is the admin’s', async () => {
    const moderator = await person({ role: 'moderator' });
    expect((await add(named('Mine'), moderator)).status).toBe(403);
    expect((await edit('straw-man', { retired: true, version: 1 }, moderator)).status).toBe(403);
    expect((await remove('straw-man', moderator)).status).toBe(403);
    expect((await add(named('Mine'), null)).status).toBe(401);
  });

  test('takes a new label, which is offered last and measured by the people since', async () => {
    const { id } = await claim();
    await byCrowd(id, 'unsupported', 3);
    const { status, body } = await add(named('Missing the point!', 'Am Thema vorbei'));
    expect([status, body.key, body.version, body.retired]).toEqual([201, 'missing-the-point', 1, false]);
    expect((await keys()).at(-1)).toBe('missing-the-point');
    expect(await db().label.findUnique({ where: { key: 'missing-the-point' } })).toMatchObject({ before: 3 });
    expect((await put(id, 'missing-the-point', someone(4))).status).toBe(200);
    const events = await db().event.findMany({ where: { kind: 'label.added' } });
    expect(events.map(({ data }) => data)).toEqual([{ key: 'missing-the-point' }]);
    await takeOff(id, 'missing-the-point', someone(4));
    expect((await remove('missing-the-point')).status).toBe(204);
    expect(await keys()).toEqual(LABELS);
  });

  test('refuses what could not be told apart, and what is not whole', async () => {
    expect((await add({ ...named('Another'), key: 'straw-man' })).body.code).toBe('label-exists');
    expect((await add(named('STRAW MAN'))).body.code).toBe('label-exists');
    expect((await add({ ...named('STRAW MAN'), key: 'scarecrow' })).body.fields).toEqual({
      'name.en': 'is the name of another label',
    });
    expect((await add(named('Scarecrow', 'strohmann'))).body.fields).toHaveProperty(['name.de']);
    expect((await add({ tone: 'fault', name: { en: 'Only English' } })).status).toBe(422);
    expect((await add({ ...named('Tone'), tone: 'neutral' })).status).toBe(422);
    expect((await add(named('…'))).body.fields).toHaveProperty('key');
    expect(await keys()).toEqual(LABELS);
  });

  test('changes words, with a version; a stale one is told how it stands', async () => {
    const now = (await edit('exaggerated', { name: { en: 'Overdone', de: 'Überzogen' }, version: 1 })).body;
    expect([now.name.de, now.version]).toEqual(['Überzogen', 2]);
    const stale = await edit('exaggerated', { description: { en: 'x', de: 'y' }, version: 1 });
    expect([stale.status, stale.body.code, stale.body.current]).toEqual([409, 'edit-conflict', now]);
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((en) => edit('exaggerated', { name: { en, de: en }, version: 2 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { body } = await edit('exaggerated', {
      name: { en: 'Exaggerated', de: 'Übertrieben' },
      version: 3,
    });
    expect(body.version).toBe(4);
  });

  test('is put in another order', async () => {
    const version = async (key: string) =>
      (await call(listLabelsOperation)).body.items.find((label: LabelView) => label.key === key).version;
    const move = async (key: string, before: string | null) =>
      edit(key, { before, version: await version(key) });
    await move('well-sourced', 'unsupported');
    expect((await keys()).slice(0, 2)).toEqual(['well-sourced', 'unsupported']);
    await move('unsupported', null);
    expect((await keys()).at(-1)).toBe('unsupported');
    expect((await move('unsupported', 'nothing-of-ours')).status).toBe(422);
    await move('unsupported', 'well-sourced');
    await move('well-sourced', 'context-given');
    expect(await keys()).toEqual(LABELS);
  });

  test('a label that people put is retired, not deleted: what they said stays, and shows nowhere', async () => {
    const { id, articleId } = await claim();
    await byCrowd(id, 'false-cause', 4);
    expect((await remove('false-cause')).body.code).toBe('label-used');
    const retired = await edit('false-cause', { retired: true, version: 1 });
    expect(retired.body.retired).toBe(true);
    expect((await read(id)).labels.chosen).toMatchObject([{ key: 'false-cause', n: 4, shown: false }]);
    expect((await put(id, 'false-cause', someone(5))).body.code).toBe('wrong-state');
    expect(one((await takeOff(id, 'false-cause', someone(3))).body, 'false-cause')).toMatchObject({
      n: 3,
      retired: true,
      p: null,
    });
    const other = await claim();
    expect(one(await standings(other.id), 'false-cause')).toBeUndefined();
    await judgeLabels();
    const list = await call(listAnnotationsOperation, {
      params: { id: articleId },
      query: { label: 'false-cause' },
    });
    expect(list.body.items).toEqual([]);
    await edit('false-cause', { retired: false, version: 2 });
    await judgeLabels();
    expect((await read(id)).labels.chosen).toMatchObject([{ n: 3, shown: true }]);
  });
});
