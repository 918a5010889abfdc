import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { editAnnotationOperation, getAnnotationOperation } from '#lib/http/contract/annotations.ts';
import {
  addSourceOperation,
  editSourceOperation,
  getSourceOperation,
  giveVerdictOperation,
  listAssessmentsOperation,
  removeSourceOperation,
  takeVerdictBackOperation,
} from '#lib/http/contract/evidence.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

let anna: TestPerson;
let boris: TestPerson;
beforeAll(async () => {
  anna = await person({ name: 'Anna' });
  boris = await person({ name: 'Boris' });
});

const addSource = (id: string, body: object, as = anna) =>
  call(addSourceOperation, { as, params: { id }, body });
const judge = (id: string, body: object, as = anna) =>
  call(giveVerdictOperation, { as, params: { id }, body });
const read = async (id: string) => (await call(getAnnotationOperation, { params: { id } })).body;
const page = {
  url: 'https://www.example.org/ledger?utm_source=x',
  stance: 'refutes',
  quote: 'thirty-one ships',
};

/** A source and a verdict that rests on it. */
async function sourcedVerdict(id: string, verdict: string, as: TestPerson) {
  const { body } = await addSource(id, { ...page, url: `https://example.org/${as.handle}` }, as);
  return judge(id, { verdict, sourceIds: [body.id] }, as);
}

describe('a source', () => {
  test('is laid beside a claim, once a person and page', async () => {
    const { id } = await claim();
    const { status, body } = await addSource(id, page);
    expect([status, body.host, body.state, body.current]).toEqual([201, 'example.org', 'pending', true]);
    expect((await call(getSourceOperation, { params: { id: body.id } })).body).toEqual(body);
    const variant = await addSource(id, { ...page, url: 'http://m.example.org/ledger/' });
    expect([variant.status, variant.body.code]).toEqual([409, 'source-exists']);
    const other = await addSource(id, page, boris);
    expect(other.status).toBe(201);
    expect(await db().webPage.count({ where: { canonicalUrl: { contains: 'ledger' } } })).toBe(1);
  });

  test.each([
    { url: 'javascript:alert(1)', stance: 'supports' },
    { url: 'ftp://example.org/x', stance: 'supports' },
    { url: 'https://example.org', stance: 'proves' },
    { stance: 'supports' },
    { url: 'https://example.org', stance: 'supports', quote: 'x'.repeat(2001) },
  ])('%o is 422', async (body) => {
    const { id } = await claim();
    expect((await addSource(id, body)).status).toBe(422);
  });

  test('is not for remarks', async () => {
    const { id: articleId } = await article();
    const remark = await annotate(anna, articleId, {
      kind: 'remark',
      target: { exact: 'Danzig' },
      sources: [],
    });
    expect((await addSource(remark.id, page)).status).toBe(422);
    expect((await judge(remark.id, { verdict: 'true' })).status).toBe(422);
  });

  test('is changed by who gave it; a stale version is told', async () => {
    const { id } = await claim();
    const { body: source } = await addSource(id, page);
    const edit = (body: object, as = anna) =>
      call(editSourceOperation, { as, params: { id: source.id }, body });
    expect((await edit({ stance: 'context', version: 1 }, boris)).status).toBe(403);
    expect((await edit({ stance: 'context', version: 1 })).body).toMatchObject({
      stance: 'context',
      version: 2,
    });
    const stale = await edit({ note: 'x', version: 1 });
    expect([stale.status, stale.body.current.stance]).toEqual([409, 'context']);
  });

  test('is removed by who gave it or a moderator; verdicts that rested on it are unsourced then', async () => {
    const { id } = await claim();
    const cleo = await person();
    await sourcedVerdict(id, 'false', anna);
    await sourcedVerdict(id, 'false', cleo);
    expect((await read(id)).verdict.shown).toBe('false');
    const hers = (await read(id)).sources[0].id;
    expect((await call(removeSourceOperation, { as: boris, params: { id: hers } })).status).toBe(403);
    expect((await call(removeSourceOperation, { as: anna, params: { id: hers } })).status).toBe(204);
    expect((await read(id)).verdict).toMatchObject({ shown: 'open', tally: { total: 2, sourced: 1 } });
    expect((await db().annotation.findUniqueOrThrow({ where: { id } })).shown).toBe('open');
  });
});

describe('a verdict', () => {
  test('is one a person, changed with history, taken back and given again', async () => {
    const { id } = await claim();
    const first = await judge(id, { verdict: 'mixed', rationaleText: 'Partly.' });
    expect([first.status, first.body.verdict, first.body.version]).toEqual([201, 'mixed', 1]);
    const unseen = await judge(id, { verdict: 'true' });
    expect([unseen.status, unseen.body.code, unseen.body.current.verdict]).toEqual([
      409,
      'edit-conflict',
      'mixed',
    ]);
    const changed = await judge(id, { verdict: 'false', version: 1 });
    expect([changed.status, changed.body.verdict, changed.body.rationale]).toEqual([200, 'false', null]);
    const history = await db().assessmentChange.findMany({ where: { assessmentId: first.body.id } });
    expect(history.map(({ verdict, rationaleText }) => [verdict, rationaleText])).toEqual([
      ['mixed', 'Partly.'],
    ]);
    const back = () => call(takeVerdictBackOperation, { as: anna, params: { id } });
    expect([(await back()).status, (await back()).status]).toEqual([204, 404]);
    expect((await read(id)).counts.assessments).toBe(0);
    expect((await judge(id, { verdict: 'true' })).status).toBe(201);
  });

  test('rests only on sources beside its claim', async () => {
    const [one, other] = [await claim(), await claim()];
    const { body: source } = await addSource(other.id, page);
    expect((await judge(one.id, { verdict: 'true', sourceIds: [source.id] })).status).toBe(422);
  });

  test('shows what more than half of the sourced ones say, disputed when none is, open below two', async () => {
    const { id } = await claim();
    const shown = async () => (await read(id)).verdict.shown;
    await judge(id, { verdict: 'true' }, await person());
    await judge(id, { verdict: 'true' }, await person());
    expect(await shown()).toBe('open');
    await sourcedVerdict(id, 'false', await person());
    expect(await shown()).toBe('open');
    await sourcedVerdict(id, 'misleading', await person());
    expect(await shown()).toBe('disputed');
    await sourcedVerdict(id, 'false', await person());
    expect(await shown()).toBe('false');
    const { body } = await call(listAssessmentsOperation, { params: { id } });
    expect(body.items).toHaveLength(5);
    expect(body.verdict.tally).toMatchObject({ total: 5, sourced: 3 });
  });

  test('twelve people at the same moment: all are counted, and the kept verdict agrees', async () => {
    const { id } = await claim();
    const people = await Promise.all(Array.from({ length: 12 }, () => person()));
    const answers = await Promise.all(people.map((someone) => sourcedVerdict(id, 'mostly-true', someone)));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect((await read(id)).verdict).toMatchObject({
      shown: 'mostly-true',
      tally: { total: 12, sourced: 12 },
    });
    expect((await db().annotation.findUniqueOrThrow({ where: { id } })).shown).toBe('mostly-true');
  });
});

describe('a new wording', () => {
  test('leaves what others said standing, uncounted until they confirm it', async () => {
    const { id } = await claim({ by: anna });
    await sourcedVerdict(id, 'false', anna);
    await sourcedVerdict(id, 'false', boris);
    expect((await read(id)).verdict.shown).toBe('false');
    const { body: reworded } = await call(editAnnotationOperation, {
      as: anna,
      params: { id },
      body: { statement: 'About forty ships lay in the ice.', version: 1 },
    });
    expect([reworded.wording, reworded.verdict.shown, reworded.verdict.tally.total]).toEqual([2, 'open', 1]);
    expect(reworded.counts.assessments).toBe(2);
    expect(reworded.assessments.map((a: { current: boolean }) => a.current)).toEqual([true, false]);
    expect(reworded.sources.map((s: { current: boolean }) => s.current)).toEqual([true, false]);
    expect(
      (await db().wording.findMany({ where: { annotationId: id } })).map(({ statement }) => statement),
    ).toEqual(['Forty ships lay in the ice of Lindow in 1709.']);

    const his = reworded.assessments[1];
    const confirmed = await judge(
      id,
      { verdict: his.verdict, sourceIds: his.sourceIds, version: his.version },
      boris,
    );
    expect([confirmed.status, confirmed.body.current]).toEqual([200, true]);
    expect((await read(id)).verdict).toMatchObject({ shown: 'false', tally: { total: 2 } });
    const source = reworded.sources[1];
    const kept = await call(editSourceOperation, {
      as: boris,
      params: { id: source.id },
      body: { confirm: true, version: source.version },
    });
    expect(kept.body.current).toBe(true);
  });

  test('is none while only its author took part', async () => {
    const { id } = await claim({ by: anna });
    await sourcedVerdict(id, 'false', anna);
    const { body } = await call(editAnnotationOperation, {
      as: anna,
      params: { id },
      body: { statement: 'Other.', version: 1 },
    });
    expect([body.wording, body.verdict.tally.total]).toEqual([1, 1]);
  });
});
