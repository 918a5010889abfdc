import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentText } from '#lib/document/text.ts';
import { refreshStandings } from '#lib/flows/claim-state.ts';
import { reviseArticle } from '#lib/flows/revise-article.ts';
import {
  editAnnotationOperation,
  getAnnotationOperation,
  removeAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import {
  editSourceOperation,
  giveVerdictOperation,
  removeSourceOperation,
} from '#lib/http/contract/evidence.ts';
import {
  approveRulingOperation,
  discardRulingDraftOperation,
  getRulingDraftOperation,
  getRulingOperation,
  listCorrectionsOperation,
  listRulingDraftsOperation,
  listRulingsOperation,
  publishRulingOperation,
  recuseOperation,
  retractRulingOperation,
  saveRulingDraftOperation,
} from '#lib/http/contract/rulings.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { USUAL_REQUIREMENTS } from '#lib/verdict/requirements.ts';
import { article, claim, HARBOUR } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { verified, wholeRuling } from '#tests/factories/rulings.ts';
import { call } from '#tests/setup/api.ts';

let ada: TestPerson;
let ben: TestPerson;
let rita: TestPerson;
// Anew for each: so many writes in a minute are too many for one person.
beforeEach(async () => {
  ada = await person({ name: 'Ada', role: 'checker' });
  ben = await person({ name: 'Ben', role: 'checker' });
  rita = await person({ name: 'Rita' });
});
afterEach(async () => {
  await putSetting(null, 'rulings.approval', false);
  await putSetting(null, 'rulings.mandatory', [...USUAL_REQUIREMENTS]);
});

const on = (id: string) => ({ params: { id } });
const publish = (id: string, body: object, as = ada) => call(publishRulingOperation, { as, ...on(id), body });
const save = (id: string, body: object, as = ada) => call(saveRulingDraftOperation, { as, ...on(id), body });
const desk = async (id: string, as = ada) => (await call(getRulingDraftOperation, { as, ...on(id) })).body;
const approve = (id: string, version: number, as = ben) =>
  call(approveRulingOperation, { as, ...on(id), body: { version } });
const retract = (id: string, body: object, as = ada) => call(retractRulingOperation, { as, ...on(id), body });
const recuse = (id: string, as = ada) =>
  call(recuseOperation, { as, ...on(id), body: { reason: 'My employer.' } });
const read = async (id: string) => (await call(getAnnotationOperation, on(id))).body;
const ruling = async (id: string) => (await call(getRulingOperation, on(id))).body;
const stored = (id: string) =>
  db().annotation.findUniqueOrThrow({ where: { id }, select: { shown: true, standing: true } });
const events = async (annotationId: string) =>
  (
    await db().event.findMany({
      where: { kind: { startsWith: 'r' }, data: { path: ['annotationId'], equals: annotationId } },
      orderBy: { id: 'asc' },
      select: { kind: true },
    })
  ).map(({ kind }) => kind);

const lock = (id: string) => db().article.update({ where: { id }, data: { state: 'locked' } });

const revise = (articleId: string, text: string) => {
  const document = fromText(text);
  return reviseArticle(articleId, { document, text: documentText(document), origin: 'given', actorId: null });
};

describe('publishing', () => {
  test('the claim shows the verdict of the ruling and is settled', async () => {
    const { id, articleId } = await claim();
    const whole = await wholeRuling(id);
    const { status, body } = await publish(id, {
      ...whole,
      summary: `${whole.summary}\u0001`,
      reasoningText: 'Counted\u001B twice.',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'published',
      verdict: 'false',
      author: { name: 'Ada' },
      approver: null,
      current: true,
      revision: 1,
      wording: 1,
      reasoningText: 'Counted twice.',
      changes: [],
      putRight: null,
    });
    expect([...body.sourceIds].sort()).toEqual([...whole.sourceIds].sort());
    const annotation = await read(id);
    expect(annotation.verdict).toMatchObject({
      shown: 'false',
      basis: 'ruling',
      state: 'settled',
      reasons: [],
    });
    expect(annotation.ruling).toMatchObject({ verdict: 'false', summary: whole.summary });
    expect(annotation.ruling.reasoning).toBeUndefined();
    expect(await stored(id)).toEqual({ shown: 'false', standing: 'settled' });
    expect(await events(id)).toEqual(['ruling.drafted', 'ruling.published']);
    const page = await call(listRulingsOperation, { query: { article: articleId } });
    expect(page.body.items).toMatchObject([
      { ruling: { id: body.id }, claim: { id }, article: { id: articleId } },
    ]);
  });

  test('it outweighs what people say, and people may go on', async () => {
    const { id } = await claim();
    await publish(id, await wholeRuling(id));
    for (const as of [rita, ben]) {
      const sourceIds = [await verified(id, { by: as })];
      await call(giveVerdictOperation, { as, ...on(id), body: { verdict: 'true', sourceIds } });
    }
    expect((await read(id)).verdict).toMatchObject({
      shown: 'false',
      basis: 'ruling',
      tally: { sourced: 2 },
    });
    expect(await stored(id)).toEqual({ shown: 'false', standing: 'settled' });
  });

  test.each([
    ['summary', { summary: '  ' }],
    ['evidence-against', { evidenceAgainst: '' }],
  ])('without %s it is refused, and says so', async (lacking, change) => {
    const { id } = await claim();
    const { status, body } = await publish(id, { ...(await wholeRuling(id)), ...change });
    expect([status, body.code, body.missing]).toEqual([422, 'ruling-incomplete', [lacking]]);
    expect((await call(getRulingOperation, on(id))).status).toBe(404);
    expect(await db().rulingDraft.count({ where: { annotationId: id } })).toBe(0);
  });

  test('two verified sources, of which one is primary', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const [primary = '', report = ''] = whole.sourceIds;
    const missing = async (sourceIds: string[]) => (await publish(id, { ...whole, sourceIds })).body.missing;
    expect(await missing([])).toEqual(['verified-sources', 'primary-source']);
    expect(await missing([primary])).toEqual(['verified-sources']);
    expect(await missing([report, await verified(id)])).toEqual(['primary-source']);
    await db().source.update({ where: { id: primary }, data: { state: 'altered' } });
    expect(await missing(whole.sourceIds)).toEqual(['verified-sources', 'primary-source']);
  });

  test('one text on two pages is one source', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const { id: voiceId } = await db().voice.create({
      data: { size: 1, signature: [], bands: [] },
      select: { id: true },
    });
    const carried = { sources: { some: { annotationId: id } } };
    await db().webPage.updateMany({ where: carried, data: { voiceId } });
    expect((await publish(id, whole)).body.missing).toEqual(['verified-sources']);
  });

  test('the admin says what is mandatory', async () => {
    const { id } = await claim();
    await putSetting(null, 'rulings.mandatory', ['reasoning', 'selected-because', 'asked-for-comment']);
    const given = { verdict: 'unproven', reasoningText: 'x', selectedBecause: 'x' };
    expect((await publish(id, given)).body.missing).toEqual(['asked-for-comment']);
    expect((await publish(id, { ...given, askedForComment: 'Nobody answered.' })).status).toBe(201);
    await putSetting(null, 'rulings.mandatory', []);
    expect((await publish((await claim()).id, { verdict: 'opinion' })).status).toBe(201);
  });

  test('readers do not, on remarks nobody does, and a locked article takes no new one', async () => {
    const { id, articleId } = await claim();
    const whole = await wholeRuling(id);
    expect((await publish(id, whole, rita)).status).toBe(403);
    expect((await call(publishRulingOperation, { ...on(id), body: whole })).status).toBe(401);
    expect((await call(getRulingDraftOperation, { as: rita, ...on(id) })).status).toBe(403);
    await lock(articleId);
    expect((await publish(id, whole)).body.code).toBe('article-locked');
  });

  test('sources of another claim are refused', async () => {
    const { id } = await claim();
    const other = await verified((await claim()).id);
    const { status, body } = await publish(id, { ...(await wholeRuling(id)), sourceIds: [other] });
    expect([status, Object.keys(body.fields)]).toEqual([422, ['sourceIds']]);
  });
});

describe('two checkers at once', () => {
  test('one publishes, the other is told, with the state as it is', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const answers = await Promise.all([
      publish(id, whole, ada),
      publish(id, { ...whole, verdict: 'true' }, ben),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [first, second] = answers[0]?.status === 201 ? answers : answers.toReversed();
    // Whoever came second writes over nothing: neither a draft nor a ruling.
    expect(second?.body).toMatchObject({
      code: 'edit-conflict',
      current: { version: first?.body.version, ruling: { verdict: first?.body.verdict } },
    });
    expect((await ruling(id)).changes).toEqual([]);
  });

  test('a stale draft is refused', async () => {
    const { id } = await claim();
    const first = await save(id, { summary: 'One' });
    expect([first.status, first.body.version, first.body.draft.author.name]).toEqual([200, 1, 'Ada']);
    const blind = await save(id, { summary: 'Two' }, ben);
    expect([blind.status, blind.body.code, blind.body.current.draft.summary]).toEqual([
      409,
      'edit-conflict',
      'One',
    ]);
    const seen = await save(id, { summary: 'Two', version: 1 }, ben);
    expect([seen.status, seen.body.version]).toEqual([200, 2]);
    expect(seen.body.draft.writers.map((writer: { name: string }) => writer.name).sort()).toEqual([
      'Ada',
      'Ben',
    ]);
    expect((await save(id, { summary: 'Three', version: 1 })).status).toBe(409);
    expect((await publish(id, { ...(await wholeRuling(id)), version: 1 })).status).toBe(409);
    expect((await publish(id, { ...(await wholeRuling(id)), version: 2 })).status).toBe(201);
  });

  test('a draft is seen by checkers alone, and can be thrown away', async () => {
    const { id } = await claim();
    await save(id, { summary: 'Not yet' });
    expect(JSON.stringify(await read(id))).not.toContain('Not yet');
    expect((await call(getRulingOperation, on(id))).status).toBe(404);
    const drop = (version: number) =>
      call(discardRulingDraftOperation, { as: ben, ...on(id), query: { version: `${version}` } });
    expect((await drop(7)).status).toBe(409);
    expect((await drop(1)).status).toBe(204);
    expect(await desk(id)).toMatchObject({ draft: null, version: 2, missing: USUAL_REQUIREMENTS });
    expect((await save(id, { summary: 'Stale', version: 1 })).status).toBe(409);
  });

  test('the claim was worded anew while somebody wrote', async () => {
    const { id, version } = await claim({ by: rita });
    const whole = await wholeRuling(id);
    await call(editAnnotationOperation, {
      as: rita,
      ...on(id),
      body: { statement: 'Other words.', version },
    });
    const { status, body } = await publish(id, { ...whole, wording: 1 });
    expect([status, body.current.wording]).toEqual([409, 2]);
  });
});

describe('corrections', () => {
  test('need a reason, are dated, and keep what was said before', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const { body: first } = await publish(id, whole);
    const next = {
      ...whole,
      verdict: 'mixed',
      summary: 'Thirty-one, and nine outside.',
      version: first.version,
    };
    const silent = await publish(id, next);
    expect([silent.status, Object.keys(silent.body.fields)]).toEqual([422, ['correction']]);
    const { status, body } = await publish(id, { ...next, correction: 'Nine lay outside.' }, ben);
    expect([status, body.verdict, body.author.name, body.version > first.version]).toEqual([
      200,
      'mixed',
      'Ada',
      true,
    ]);
    expect(body.changes).toMatchObject([
      {
        kind: 'correction',
        reason: 'Nine lay outside.',
        by: { name: 'Ben' },
        verdictBefore: 'false',
        before: { summary: whole.summary, verdict: 'false', sources: [{ title: null }, { title: null }] },
      },
    ]);
    expect(body.correctedAt).not.toBeNull();
    expect(await stored(id)).toEqual({ shown: 'mixed', standing: 'settled' });
    expect(await events(id)).toEqual([
      'ruling.drafted',
      'ruling.published',
      'ruling.drafted',
      'ruling.corrected',
    ]);
    const listed = await call(listCorrectionsOperation, { query: { limit: '1' } });
    expect(listed.body.items).toMatchObject([{ annotationId: id, verdict: 'mixed', verdictBefore: 'false' }]);
    const rewrite = db().$executeRaw`UPDATE "RulingCorrection" SET "reason" = 'silent'`;
    await expect(rewrite).rejects.toThrow('append-only');
    await expect(db().$executeRaw`DELETE FROM "Ruling"`).rejects.toThrow('append-only');
  });

  test('two at once: the one with the stale version is refused', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const { body } = await publish(id, whole);
    const change = { ...whole, version: body.version, correction: 'Why.' };
    const answers = await Promise.all([
      publish(id, { ...change, verdict: 'mixed' }, ada),
      publish(id, { ...change, verdict: 'true' }, ben),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await ruling(id)).changes).toHaveLength(1);
  });

  test('one that names no version is taken when it says why', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    await publish(id, whole);
    expect((await publish(id, { ...whole, correction: 'A comma.' })).status).toBe(200);
    // Who wrote what stands there knows it, and lacks a reason; anybody else may not have seen it.
    expect((await publish(id, whole)).body.fields).toHaveProperty('correction');
    const blind = await publish(id, whole, ben);
    expect([blind.status, blind.body.code]).toEqual([409, 'edit-conflict']);
    const { version } = blind.body.current;
    expect((await publish(id, { ...whole, version }, ben)).body.fields).toHaveProperty('correction');
  });

  test('a page that died since keeps nobody from correcting', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    await publish(id, whole);
    await db().source.updateMany({ where: { annotationId: id }, data: { state: 'unreachable' } });
    for (const correction of ['Its page is gone.', 'A comma.']) {
      const { status, body } = await publish(id, { ...whole, correction });
      expect([status, body.verifiedIds.length]).toEqual([200, 2]);
    }
    const other = { ...whole, sourceIds: [await verified(id)], correction: 'Another book.' };
    expect((await publish(id, other)).body.missing).toEqual(['verified-sources', 'primary-source']);
  });

  test('a locked article and a withdrawn claim can still be corrected', async () => {
    const { id, articleId } = await claim({ by: rita });
    const whole = await wholeRuling(id);
    await publish(id, whole);
    await call(removeAnnotationOperation, { as: rita, ...on(id) });
    await lock(articleId);
    expect((await publish(id, { ...whole, correction: 'A comma.' })).status).toBe(200);
    // What was taken back is not published there anew.
    await retract(id, { reason: 'The wrong book.' });
    const anew = { ...whole, correction: 'The right book.' };
    expect((await publish(id, anew)).body.code).toBe('article-locked');
    await db().article.update({ where: { id: articleId }, data: { state: 'open' } });
    expect((await publish(id, anew)).status).toBe(403);
    expect((await desk(id)).may.write).toBe(false);
  });

  test('are listed with the verdict that followed and the wording that was judged', async () => {
    const { id, articleId, statement, version } = await claim({ by: rita });
    const whole = await wholeRuling(id);
    await publish(id, whole);
    await publish(id, { ...whole, verdict: 'misleading', correction: 'One.' });
    await publish(id, { ...whole, verdict: 'true', correction: 'Two.' });
    const edit = { statement: 'Another statement.', version };
    expect((await call(editAnnotationOperation, { as: rita, ...on(id), body: edit })).status).toBe(200);
    const { body } = await call(listCorrectionsOperation, { query: { article: articleId } });
    expect(body.items).toMatchObject([
      { verdictBefore: 'misleading', verdict: 'true', statement },
      { verdictBefore: 'false', verdict: 'misleading', statement },
    ]);
  });

  test('what a ruling rests on does not change under it; a note beside it may', async () => {
    const { id } = await claim();
    const sourceIds = [
      await verified(id, { by: rita, kind: 'primary' }),
      await verified(id, { kind: 'study' }),
    ];
    await publish(id, { ...(await wholeRuling(id)), sourceIds });
    const edit = (body: object) =>
      call(editSourceOperation, {
        as: rita,
        params: { id: sourceIds[0] ?? '' },
        body: { ...body, version: 1 },
      });
    expect((await edit({ quote: 'forty ships' })).body.code).toBe('source-in-ruling');
    expect((await edit({ stance: 'supports' })).body.code).toBe('source-in-ruling');
    expect((await edit({ kind: 'social-post' })).body.code).toBe('source-in-ruling');
    expect((await edit({ note: 'Page 9.' })).status).toBe(200);
  });
});

describe('a retraction', () => {
  test('leaves a trace, and the claim needs a new look', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    await publish(id, whole);
    expect((await retract(id, { reason: '' })).status).toBe(422);
    const { status, body } = await retract(id, { reason: 'The book is another harbour’s.' }, ben);
    expect([status, body.state, body.summary]).toEqual([200, 'retracted', whole.summary]);
    expect(body.changes).toMatchObject([{ kind: 'retraction', by: { name: 'Ben' }, verdictBefore: 'false' }]);
    expect((await read(id)).verdict).toMatchObject({
      shown: 'open',
      basis: 'none',
      state: 'needs-look',
      reasons: ['ruling-retracted'],
    });
    expect(await stored(id)).toEqual({ shown: 'open', standing: 'needs-look' });
    expect((await retract(id, { reason: 'Again.' })).body.code).toBe('wrong-state');
    // That somebody else took it back, its author may not have seen.
    const blind = await publish(id, whole);
    expect([blind.status, blind.body.current?.ruling.state]).toEqual([409, 'retracted']);
    const seen = await publish(id, { ...whole, version: blind.body.current.version });
    expect(seen.body.fields).toHaveProperty('correction');
    const renewed = await publish(id, { ...whole, correction: 'The right book.' }, ben);
    expect([renewed.status, renewed.body.state, renewed.body.author.name]).toEqual([201, 'published', 'Ben']);
    expect(renewed.body.changes.map(({ kind }: { kind: string }) => kind)).toEqual(['retraction', 'renewal']);
  });

  test('a claim that was ruled on is withdrawn, never deleted, and no source of a ruling goes', async () => {
    const { id } = await claim({ by: rita });
    const sourceIds = [
      await verified(id, { by: rita, kind: 'primary' }),
      await verified(id, { kind: 'study' }),
    ];
    await publish(id, { ...(await wholeRuling(id)), sourceIds });
    const remove = () => call(removeSourceOperation, { as: rita, params: { id: sourceIds[0] ?? '' } });
    expect((await remove()).body.code).toBe('source-in-ruling');
    await retract(id, { reason: 'Wrong book.' });
    expect((await remove()).status).toBe(204);
    expect((await call(removeAnnotationOperation, { as: rita, ...on(id) })).body.state).toBe('withdrawn');
    expect((await ruling(id)).state).toBe('retracted');
  });
});

describe('who may', () => {
  test('who made the claim or brought the article in does not rule alone', async () => {
    const own = await claim({ by: ada });
    const theirs = await claim({ on: await article({ by: ada }) });
    for (const { id } of [own, theirs]) {
      const { status, body } = await publish(id, await wholeRuling(id));
      expect([status, body.draft.state, body.approval]).toEqual([202, 'awaiting-approval', 'stake']);
      expect((await call(getRulingOperation, on(id))).status).toBe(404);
      expect((await approve(id, body.version, ada)).status).toBe(403);
      const approved = await approve(id, body.version, ben);
      expect([approved.status, approved.body.author.name, approved.body.approver.name]).toEqual([
        201,
        'Ada',
        'Ben',
      ]);
      expect((await retract(id, { reason: 'I do not like it.' }, ada)).status).toBe(403);
    }
  });

  test('nor does whom the byline names', async () => {
    const carla = await person({ name: 'Carla Müller', role: 'checker' });
    const { id, articleId } = await claim();
    await db().article.update({ where: { id: articleId }, data: { byline: 'By John Doe and CARLA MULLER' } });
    expect((await desk(id, carla)).stake).toBe('article');
    expect((await publish(id, await wholeRuling(id), carla)).status).toBe(202);
  });

  test('who recused themselves keeps out', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    await save(id, { summary: 'Before' });
    const { status, body } = await recuse(id);
    expect([status, body.stake, body.may]).toMatchObject([200, 'recused', { write: false, approve: false }]);
    expect(body.recusals).toMatchObject([{ person: { name: 'Ada' }, reason: 'My employer.' }]);
    expect((await recuse(id)).status).toBe(200);
    expect((await publish(id, { ...whole, version: 1 })).body.code).toBe('recused');
    expect((await save(id, { summary: 'x', version: 1 })).body.code).toBe('recused');
    // What they wrote before counts as theirs.
    const waiting = await publish(id, { ...whole, version: 1 }, ben);
    expect([waiting.status, waiting.body.approval]).toEqual([202, 'stake']);
    expect((await approve(id, waiting.body.version, ada)).body.code).toBe('recused');
    const third = await person({ role: 'checker' });
    expect((await approve(id, waiting.body.version, third)).status).toBe(201);
    expect((await retract(id, { reason: 'x' })).body.code).toBe('recused');
    expect(await events(id)).toContain('recusal.declared');
  });
});

describe('a second pair of eyes', () => {
  test('can be required, of rulings and of corrections', async () => {
    await putSetting(null, 'rulings.approval', true);
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const waiting = await publish(id, whole);
    expect([waiting.status, waiting.body.approval]).toEqual([202, 'setting']);
    expect(await stored(id)).toEqual({ shown: 'open', standing: 'open' });
    const listed = await call(listRulingDraftsOperation, { as: ben, query: { limit: '1' } });
    expect(listed.body.items).toMatchObject([
      { annotationId: id, author: { name: 'Ada' }, correction: false },
    ]);
    expect((await call(listRulingDraftsOperation, { as: rita })).status).toBe(403);
    expect((await approve(id, 99)).status).toBe(409);
    expect((await approve(id, waiting.body.version)).status).toBe(201);
    expect((await approve(id, (await desk(id)).version)).body.code).toBe('wrong-state');
    const { version } = await desk(id, ben);
    const changed = await publish(id, { ...whole, verdict: 'mixed', correction: 'Why.', version }, ben);
    expect(changed.status).toBe(202);
    expect((await ruling(id)).verdict).toBe('false');
    const corrected = await approve(id, changed.body.version, ada);
    expect([corrected.status, corrected.body.changes[0].approvedBy.name]).toEqual([200, 'Ada']);
    // An approval is of the words that were seen.
    await putSetting(null, 'rulings.approval', false);
    const alone = await publish(id, { ...whole, correction: 'Alone.', version: (await desk(id)).version });
    expect([alone.status, alone.body.approver]).toEqual([200, null]);
  });

  test('nobody approves what they wrote in, and whoever changes it takes it back', async () => {
    await putSetting(null, 'rulings.approval', true);
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const { body } = await publish(id, whole);
    const edited = await save(id, { ...whole, summary: 'Better.', version: body.version }, ben);
    expect(edited.body.draft.state).toBe('draft');
    const again = await publish(id, { ...whole, version: edited.body.version }, ben);
    expect([again.status, (await approve(id, again.body.version, ada)).status]).toEqual([202, 403]);
  });

  test('what became incomplete meanwhile is not approved', async () => {
    await putSetting(null, 'rulings.approval', true);
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const { body } = await publish(id, whole);
    await db().source.update({ where: { id: whole.sourceIds[1] ?? '' }, data: { state: 'missing' } });
    expect((await approve(id, body.version)).body.missing).toEqual(['verified-sources']);
  });
});

describe('the text goes on', () => {
  const MENDED = HARBOUR.replace('Forty ships', 'Thirty-one ships');

  test('an article that puts it right is named, with how long it took', async () => {
    const { id, articleId } = await claim();
    const whole = await wholeRuling(id);
    await publish(id, whole);
    const early = await publish(id, { ...whole, correction: 'It is mended.', putRight: true });
    expect([early.status, Object.keys(early.body.fields)]).toEqual([422, ['putRight']]);
    await db().ruling.updateMany({
      where: { annotationId: id },
      data: { publishedAt: new Date(Date.now() - 3 * 86_400_000) },
    });
    await revise(articleId, MENDED);
    expect((await read(id)).verdict).toMatchObject({
      shown: 'false',
      state: 'needs-look',
      reasons: ['passage-changed'],
    });
    expect(await stored(id)).toEqual({ shown: 'false', standing: 'needs-look' });
    expect((await desk(id)).putRight).toBe(2);
    const { body } = await publish(id, {
      ...whole,
      correction: 'The article was corrected.',
      putRight: true,
    });
    expect(body).toMatchObject({ verdict: 'false', revision: 1, putRight: { revision: 2 } });
    expect(Math.round(body.putRight.seconds / 86_400)).toBe(3);
    expect((await read(id)).verdict.state).toBe('settled');
    expect(await stored(id)).toEqual({ shown: 'false', standing: 'settled' });
    // A later correction leaves it as it is, unless it says otherwise.
    const later = await publish(id, { ...whole, correction: 'A comma.' });
    expect(later.body.putRight.revision).toBe(2);
    const undone = await publish(id, { ...whole, correction: 'It was not.', putRight: false });
    expect(undone.body).toMatchObject({ putRight: null, revision: 2 });
  });

  test('of a wording that is not the present one it stays, and does not speak for the new one', async () => {
    const { id, version } = await claim({ by: rita });
    await publish(id, await wholeRuling(id));
    const edit = { statement: 'Forty ships, or so.', version };
    await call(editAnnotationOperation, { as: rita, ...on(id), body: edit });
    expect(await read(id)).toMatchObject({
      ruling: { current: false, verdict: 'false' },
      verdict: { shown: 'open', state: 'needs-look', reasons: ['ruling-behind'] },
    });
    expect(await stored(id)).toEqual({ shown: 'open', standing: 'needs-look' });
  });

  test('what lists tell and what a claim tells are the same', async () => {
    const rows = await db().annotation.findMany({ where: { kind: 'claim' }, select: { id: true } });
    await refreshStandings(rows.map(({ id }) => id));
    for (const { id } of rows) {
      const { shown, standing } = await stored(id);
      const { verdict } = await read(id);
      expect({ shown, standing }).toEqual({ shown: verdict.shown, standing: verdict.state });
    }
  });
});
