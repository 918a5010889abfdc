// Who rules on a claim, and whose second pair of eyes it has.
import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { editAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { getRulingOperation, listRulingDraftsOperation } from '#lib/http/contract/rulings.ts';
import { countReturned } from '#lib/ruling/draft/queries.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { wholeRuling } from '#tests/factories/rulings.ts';
import { call } from '#tests/setup/api.ts';
import { cast, deeds, events, on, ruling, stored } from '#tests/setup/ruling.ts';

const people = cast();
const { publish, save, desk, approve, sendBack, retract, recuse } = deeds(people);

describe('who may', () => {
  test('who made the claim or brought the article in does not rule alone', async () => {
    const own = await claim({ by: people.ada });
    const theirs = await claim({ on: await article({ by: people.ada }) });
    for (const { id } of [own, theirs]) {
      const { status, body } = await publish(id, await wholeRuling(id));
      expect([status, body.draft.state, body.approval]).toEqual([202, 'awaiting-approval', 'stake']);
      expect((await call(getRulingOperation, on(id))).status).toBe(404);
      expect((await approve(id, body.version, people.ada)).status).toBe(403);
      const approved = await approve(id, body.version, people.ben);
      expect([approved.status, approved.body.author.name, approved.body.approver.name]).toEqual([
        201,
        'Ada',
        'Ben',
      ]);
      expect((await retract(id, { reason: 'I do not like it.' }, people.ada)).status).toBe(403);
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
    const waiting = await publish(id, { ...whole, version: 1 }, people.ben);
    expect([waiting.status, waiting.body.approval]).toEqual([202, 'stake']);
    expect((await approve(id, waiting.body.version, people.ada)).body.code).toBe('recused');
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
    const listed = await call(listRulingDraftsOperation, { as: people.ben, query: { limit: '1' } });
    expect(listed.body.items).toMatchObject([
      { annotationId: id, author: { name: 'Ada' }, correction: false },
    ]);
    expect((await call(listRulingDraftsOperation, { as: people.rita })).status).toBe(403);
    expect((await approve(id, 99)).status).toBe(409);
    expect((await approve(id, waiting.body.version)).status).toBe(201);
    expect((await approve(id, (await desk(id)).version)).body.code).toBe('wrong-state');
    const { version } = await desk(id, people.ben);
    const changed = await publish(
      id,
      { ...whole, verdict: 'mixed', correction: 'Why.', version },
      people.ben,
    );
    expect(changed.status).toBe(202);
    expect((await ruling(id)).verdict).toBe('false');
    const corrected = await approve(id, changed.body.version, people.ada);
    expect([corrected.status, corrected.body.changes[0].approvedBy.name]).toEqual([200, 'Ada']);
    // An approval is of the words that were seen.
    await putSetting(null, 'rulings.approval', false);
    const alone = await publish(id, { ...whole, correction: 'Alone.', version: (await desk(id)).version });
    expect([alone.status, alone.body.approver]).toEqual([200, null]);
    const stated = {
      ...whole,
      summary: 'Thirty-one.',
      correction: 'By another.',
      version: alone.body.version,
    };
    expect((await publish(id, stated, people.ben)).body.approver).toBeNull();
  });

  test('nobody approves what they wrote in, and whoever changes it takes it back', async () => {
    await putSetting(null, 'rulings.approval', true);
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const { body } = await publish(id, whole);
    const edited = await save(id, { ...whole, summary: 'Better.', version: body.version }, people.ben);
    expect(edited.body.draft.state).toBe('draft');
    const again = await publish(id, { ...whole, version: edited.body.version }, people.ben);
    expect([again.status, (await approve(id, again.body.version, people.ada)).status]).toEqual([202, 403]);
  });

  test('what became incomplete meanwhile is not approved', async () => {
    await putSetting(null, 'rulings.approval', true);
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const { body } = await publish(id, whole);
    await db().source.update({ where: { id: whole.sourceIds[1] ?? '' }, data: { state: 'missing' } });
    expect((await approve(id, body.version)).body.missing).toEqual(['verified-sources']);
  });

  test('what is not approved is sent back with a note, and goes on', async () => {
    await putSetting(null, 'rulings.approval', true);
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const { body: waiting } = await publish(id, whole);
    expect([waiting.may.approve, (await desk(id, people.ben)).may.sendBack]).toEqual([false, true]);
    const note = 'The second source says nothing of ships.';
    expect((await sendBack(id, { note: ' ', version: waiting.version })).status).toBe(422);
    expect((await sendBack(id, { note, version: waiting.version - 1 })).status).toBe(409);
    for (const as of [people.ada, people.rita])
      expect((await sendBack(id, { note, version: waiting.version }, as)).status).toBe(403);
    const sent = await sendBack(id, { note, version: waiting.version });
    expect([sent.status, sent.body.draft]).toMatchObject([
      200,
      { state: 'returned', author: { name: 'Ada' }, summary: whole.summary, returns: [{ note }] },
    ]);
    // It is told to whom it was sent back, and nobody approves it as it is.
    expect([await countReturned(people.ada.id), await countReturned(people.ben.id)]).toEqual([1, 0]);
    const query = { state: 'returned', limit: '1' };
    const listed = await call(listRulingDraftsOperation, { as: people.ada, query });
    expect(listed.body.items).toMatchObject([{ annotationId: id, returned: { by: { name: 'Ben' }, note } }]);
    expect((await approve(id, sent.body.version)).body.code).toBe('wrong-state');
    expect((await sendBack(id, { note, version: sent.body.version })).body.code).toBe('wrong-state');
    expect((await publish(id, { ...whole, version: waiting.version })).status).toBe(409);
    // Whoever sent it back wrote nothing of it, and can approve what becomes of it.
    const again = await publish(id, { ...whole, summary: 'Better.', version: sent.body.version });
    expect([again.status, again.body.draft.returns.length]).toEqual([202, 1]);
    expect(await countReturned(people.ada.id)).toBe(0);
    expect((await approve(id, again.body.version)).status).toBe(201);
    expect(await events(id)).toEqual([
      'ruling.submitted',
      'ruling.returned',
      'ruling.submitted',
      'ruling.published',
    ]);
    // The next draft begins without it.
    const { version } = await desk(id);
    expect((await save(id, { summary: 'Next', version })).body.draft.returns).toEqual([]);
  });

  test('what somebody may be reading to approve is not worded anew under them', async () => {
    const { id, version } = await claim({ by: people.ada });
    const { body } = await publish(id, await wholeRuling(id));
    const edit = { statement: 'Other words.', version };
    const edited = await call(editAnnotationOperation, { as: people.ada, ...on(id), body: edit });
    expect([body.draft.state, edited.body.wording]).toEqual(['awaiting-approval', 2]);
    expect((await approve(id, body.version)).body.code).toBe('wrong-state');
  });

  test('of a claim that was worded anew it is sent back, not approved, and says what was judged', async () => {
    await putSetting(null, 'rulings.approval', true);
    const { id, statement, version } = await claim({ by: people.rita });
    const { body } = await publish(id, await wholeRuling(id));
    const edit = { statement: 'Forty ships, or so.', version };
    await call(editAnnotationOperation, { as: people.rita, ...on(id), body: edit });
    expect(await desk(id, people.ben)).toMatchObject({
      statement: 'Forty ships, or so.',
      earlier: { statement },
      may: { approve: false, sendBack: true },
    });
    expect((await approve(id, body.version)).body.code).toBe('wrong-state');
    expect((await sendBack(id, { note: 'Look again.', version: body.version })).status).toBe(200);
  });
});
