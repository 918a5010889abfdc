// A published ruling is corrected and retracted in the open, and the article goes on.
import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { refreshStandings } from '#lib/flows/claim-state.ts';
import { editAnnotationOperation, removeAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { editSourceOperation, removeSourceOperation } from '#lib/http/contract/evidence.ts';
import { listCorrectionsOperation } from '#lib/http/contract/rulings.ts';
import { claim, HARBOUR } from '#tests/factories/articles.ts';
import { verified, wholeRuling } from '#tests/factories/rulings.ts';
import { call } from '#tests/setup/api.ts';
import { cast, deeds, events, lock, on, read, revise, ruling, stored } from '#tests/setup/ruling.ts';

const people = cast();
const { publish, desk, retract } = deeds(people);

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
    const { status, body } = await publish(id, { ...next, correction: 'Nine lay outside.' }, people.ben);
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
      publish(id, { ...change, verdict: 'mixed' }, people.ada),
      publish(id, { ...change, verdict: 'true' }, people.ben),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await ruling(id)).changes).toHaveLength(1);
  });

  test('one that changes nothing is refused, whatever it says', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    const { body: first } = await publish(id, whole);
    const same = { ...whole, sourceIds: whole.sourceIds.toReversed(), version: first.version };
    const { status, body } = await publish(id, { ...same, correction: 'Nothing.' });
    expect([status, Object.keys(body.fields)]).toEqual([422, ['correction']]);
    expect((await ruling(id)).changes).toEqual([]);
  });

  test('one that names no version is taken when it says why', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    await publish(id, whole);
    expect((await publish(id, { ...whole, summary: 'Thirty-one.', correction: 'Shorter.' })).status).toBe(
      200,
    );
    // Who wrote what stands there knows it, and lacks a reason; anybody else may not have seen it.
    expect((await publish(id, whole)).body.fields).toHaveProperty('correction');
    const blind = await publish(id, whole, people.ben);
    expect([blind.status, blind.body.code]).toEqual([409, 'edit-conflict']);
    const { version } = blind.body.current;
    expect((await publish(id, { ...whole, version }, people.ben)).body.fields).toHaveProperty('correction');
  });

  test('a page that died since keeps nobody from correcting', async () => {
    const { id } = await claim();
    const whole = await wholeRuling(id);
    await publish(id, whole);
    await db().source.updateMany({ where: { annotationId: id }, data: { state: 'unreachable' } });
    for (const summary of ['Its page is gone.', 'It was there in May.']) {
      const { status, body } = await publish(id, { ...whole, summary, correction: 'Its page is gone.' });
      expect([status, body.verifiedIds.length]).toEqual([200, 2]);
    }
    const other = { ...whole, sourceIds: [await verified(id)], correction: 'Another book.' };
    expect((await publish(id, other)).body.missing).toEqual(['verified-sources', 'primary-source']);
  });

  test('a locked article and a withdrawn claim can still be corrected', async () => {
    const { id, articleId } = await claim({ by: people.rita });
    const whole = await wholeRuling(id);
    await publish(id, whole);
    await call(removeAnnotationOperation, { as: people.rita, ...on(id) });
    await lock(articleId);
    expect((await publish(id, { ...whole, verdict: 'mixed', correction: 'Why.' })).status).toBe(200);
    // What was taken back is not published there anew.
    await retract(id, { reason: 'The wrong book.' });
    const anew = { ...whole, correction: 'The right book.' };
    expect((await publish(id, anew)).body.code).toBe('article-locked');
    await db().article.update({ where: { id: articleId }, data: { state: 'open' } });
    expect((await publish(id, anew)).status).toBe(403);
    expect((await desk(id)).may.write).toBe(false);
  });

  test('are listed with the verdict that followed and the wording that was judged', async () => {
    const { id, articleId, statement, version } = await claim({ by: people.rita });
    const whole = await wholeRuling(id);
    await publish(id, whole);
    await publish(id, { ...whole, verdict: 'misleading', correction: 'One.' });
    await publish(id, { ...whole, verdict: 'true', correction: 'Two.' });
    const edit = { statement: 'Another statement.', version };
    expect((await call(editAnnotationOperation, { as: people.rita, ...on(id), body: edit })).status).toBe(
      200,
    );
    const { body } = await call(listCorrectionsOperation, { query: { article: articleId } });
    expect(body.items).toMatchObject([
      { verdictBefore: 'misleading', verdict: 'true', statement },
      { verdictBefore: 'false', verdict: 'misleading', statement },
    ]);
  });

  test('what a ruling rests on does not change under it; a note beside it may', async () => {
    const { id } = await claim();
    const sourceIds = [
      await verified(id, { by: people.rita, kind: 'primary' }),
      await verified(id, { kind: 'study' }),
    ];
    await publish(id, { ...(await wholeRuling(id)), sourceIds });
    const edit = (body: object) =>
      call(editSourceOperation, {
        as: people.rita,
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
    const { status, body } = await retract(id, { reason: 'The book is another harbour’s.' }, people.ben);
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
    const renewed = await publish(id, { ...whole, correction: 'The right book.' }, people.ben);
    expect([renewed.status, renewed.body.state, renewed.body.author.name]).toEqual([201, 'published', 'Ben']);
    expect(renewed.body.changes.map(({ kind }: { kind: string }) => kind)).toEqual(['retraction', 'renewal']);
  });

  test('a claim that was ruled on is withdrawn, never deleted, and no source of a ruling goes', async () => {
    const { id } = await claim({ by: people.rita });
    const sourceIds = [
      await verified(id, { by: people.rita, kind: 'primary' }),
      await verified(id, { kind: 'study' }),
    ];
    await publish(id, { ...(await wholeRuling(id)), sourceIds });
    const remove = () => call(removeSourceOperation, { as: people.rita, params: { id: sourceIds[0] ?? '' } });
    expect((await remove()).body.code).toBe('source-in-ruling');
    await retract(id, { reason: 'Wrong book.' });
    expect((await remove()).status).toBe(204);
    expect((await call(removeAnnotationOperation, { as: people.rita, ...on(id) })).body.state).toBe(
      'withdrawn',
    );
    expect((await ruling(id)).state).toBe('retracted');
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
    const later = await publish(id, { ...whole, summary: 'Thirty-one.', correction: 'Shorter.' });
    expect(later.body.putRight.revision).toBe(2);
    const undone = await publish(id, { ...whole, correction: 'It was not.', putRight: false });
    expect(undone.body).toMatchObject({ putRight: null, revision: 2 });
  });

  test('of a wording that is not the present one it stays, and does not speak for the new one', async () => {
    const { id, version } = await claim({ by: people.rita });
    await publish(id, await wholeRuling(id));
    const edit = { statement: 'Forty ships, or so.', version };
    await call(editAnnotationOperation, { as: people.rita, ...on(id), body: edit });
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
