// Checkers publish what they found of a claim, with everything that is asked of it; two at once come one after the other.
import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { editAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { giveVerdictOperation } from '#lib/http/contract/evidence.ts';
import {
  discardRulingDraftOperation,
  getRulingDraftOperation,
  getRulingOperation,
  listRulingsOperation,
  publishRulingOperation,
} from '#lib/http/contract/rulings.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { USUAL_REQUIREMENTS } from '#lib/verdict/requirements.ts';
import { claim } from '#tests/factories/articles.ts';
import { verified, wholeRuling } from '#tests/factories/rulings.ts';
import { call } from '#tests/setup/api.ts';
import { cast, deeds, events, lock, on, read, ruling, stored } from '#tests/setup/ruling.ts';

const people = cast();
const { publish, save, desk } = deeds(people);

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
    for (const as of [people.rita, people.ben]) {
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
    expect((await publish(id, whole, people.rita)).status).toBe(403);
    expect((await call(publishRulingOperation, { ...on(id), body: whole })).status).toBe(401);
    expect((await call(getRulingDraftOperation, { as: people.rita, ...on(id) })).status).toBe(403);
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
      publish(id, whole, people.ada),
      publish(id, { ...whole, verdict: 'true' }, people.ben),
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
    const blind = await save(id, { summary: 'Two' }, people.ben);
    expect([blind.status, blind.body.code, blind.body.current.draft.summary]).toEqual([
      409,
      'edit-conflict',
      'One',
    ]);
    const seen = await save(id, { summary: 'Two', version: 1 }, people.ben);
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
      call(discardRulingDraftOperation, { as: people.ben, ...on(id), query: { version: `${version}` } });
    expect((await drop(7)).status).toBe(409);
    expect((await drop(1)).status).toBe(204);
    expect(await desk(id)).toMatchObject({ draft: null, version: 2, missing: USUAL_REQUIREMENTS });
    expect((await save(id, { summary: 'Stale', version: 1 })).status).toBe(409);
  });

  test('the claim was worded anew while somebody wrote', async () => {
    const { id, version } = await claim({ by: people.rita });
    const whole = await wholeRuling(id);
    await call(editAnnotationOperation, {
      as: people.rita,
      ...on(id),
      body: { statement: 'Other words.', version },
    });
    const { status, body } = await publish(id, { ...whole, wording: 1 });
    expect([status, body.current.wording]).toEqual([409, 2]);
  });

  test('its author mended the claim while somebody wrote, before anybody took part', async () => {
    const { id, statement, target, version } = await claim({ by: people.rita });
    const read = { statement, exact: target.exact };
    const edit = { statement: 'Other words.', version };
    const edited = await call(editAnnotationOperation, { as: people.rita, ...on(id), body: edit });
    expect(edited.body.wording).toBe(1);
    const { status, body } = await save(id, { summary: 'Mine.', wording: 1, read });
    expect([status, body.current?.statement]).toEqual([409, 'Other words.']);
    const told = { statement: 'Other words.', exact: target.exact };
    expect((await save(id, { summary: 'Mine.', read: told })).status).toBe(200);
  });
});
