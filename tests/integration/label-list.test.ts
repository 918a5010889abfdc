import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { judgeLabels } from '#lib/flows/label.ts';
import { getAnnotationOperation, listAnnotationsOperation } from '#lib/http/contract/annotations.ts';
import {
  addLabelOperation,
  deleteLabelOperation,
  editLabelOperation,
  listLabelsOperation,
} from '#lib/http/contract/labels.ts';
import type { LabelView } from '#lib/label/schema.ts';
import { LABELS } from '#lib/verdict/labels.ts';
import { claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { admin, byCrowd, one, playLabels, put, someone, standings, takeOff } from '#tests/setup/labelling.ts';

playLabels();

const read = async (id: string) => (await call(getAnnotationOperation, { params: { id } })).body;

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
