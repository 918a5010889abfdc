import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { countNews, listNews } from '#lib/evidence/judging/queries.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { dismissSourceNewsOperation, lookAtSourceOperation } from '#lib/http/contract/evidence.ts';
import { claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import {
  anna,
  boris,
  COUNT,
  checks,
  clara,
  lay,
  look,
  patch,
  playPages,
  QUOTE,
  read,
  rowOf,
  site,
} from '#tests/setup/laying-sources.ts';

playPages();

describe('a source that stops holding', () => {
  test('is told to who gave it until they have seen it, and not again for the same', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    expect((await rowOf(id)).newsAt).toBeNull();
    site.pages.delete(path);
    await look(id);
    expect((await read(id)).lostAt).not.toBeNull();
    expect((await rowOf(id)).newsAt).not.toBeNull();
    const refused = await call(dismissSourceNewsOperation, { as: boris, params: { id } });
    expect(refused.status).toBe(403);
    expect((await call(dismissSourceNewsOperation, { as: anna, params: { id } })).status).toBe(204);
    await look(id);
    expect((await rowOf(id)).newsAt).toBeNull();
    // It is back before anybody asked: there is nothing to tell any more, and nothing to judge anew.
    site.pages.set(path, { body: COUNT });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', lostAt: null });
    expect((await rowOf(id)).newsAt).toBeNull();
  });

  test('was never lost if it never held; its giver is told all the same', async () => {
    const id = await lay(site.put({ body: COUNT }), {
      quote: 'nobody has ever counted the ships of the town',
    });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'missing', lostAt: null });
    expect((await rowOf(id)).newsAt).not.toBeNull();
  });

  test('holds again by another quote', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    site.pages.set(path, { body: 'The harbour master wrote them down.' });
    await look(id);
    expect((await read(id)).lostAt).not.toBeNull();
    const { body } = await patch(id, { quote: 'wrote them down' });
    expect(body).toMatchObject({ state: 'verified', lostAt: null });
    expect((await rowOf(id)).newsAt).toBeNull();
  });

  test('stands in the list of who gave it, the newest first, a page at a time', async () => {
    const dora = await person();
    const { id: on } = await claim();
    const given: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const id = await lay(site.put({ body: COUNT }), {
        on,
        as: dora,
        quote: 'nobody has ever counted the ships',
      });
      await look(id);
      given.unshift(id);
    }
    expect(await countNews(dora.id)).toBe(3);
    const first = await listNews(dora.id, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(given.slice(0, 2));
    expect(first.items[0]).toMatchObject({ state: 'missing', claim: { id: on } });
    const second = await listNews(dora.id, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ items: [{ id: given[2] }], nextCursor: null });
    // Of a claim that a moderator took away there is nothing to hear.
    await db().annotation.update({ where: { id: on }, data: { state: 'removed' } });
    expect([await countNews(dora.id), (await listNews(dora.id, { limit: 2 })).items]).toEqual([0, []]);
  });

  test('because its page moved says where to, also when the words went along', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    expect((await read(id)).movedTo).toBeNull();
    const there = site.put({ body: COUNT });
    site.pages.set(path, { to: `${there}?utm_source=x` });
    await look(id);
    expect(await read(id)).toMatchObject({
      state: 'verified',
      movedTo: `${site.origin}${there}?utm_source=x`,
      lostAt: null,
    });
    expect((await rowOf(id)).newsAt).not.toBeNull();
    expect(await checks(id)).toBe(2);
    await look(id);
    expect(await checks(id)).toBe(2);
    site.pages.set(path, { body: COUNT });
    await look(id);
    expect((await read(id)).movedTo).toBeNull();
  });

  test('takes no longer than what it stood on: an address that led on from the beginning has not moved', async () => {
    const there = site.put({ body: COUNT });
    const id = await lay(site.put({ to: there }), { quote: QUOTE });
    await look(id);
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', movedTo: null });
  });
});

describe('a claim whose verdicts rest on what was lost', () => {
  const verdictOf = async (id: string) => (await requireAnnotation(null, id)).verdict;
  const standingOf = async (id: string) =>
    (await db().annotation.findUniqueOrThrow({ where: { id } })).standing;
  const judge = (as: TestPerson, id: string, sourceIds: string[], version?: number) =>
    giveVerdict(as, id, { verdict: 'false', rationale: undefined, sourceIds, version });

  test('needs a new look until those who judged it have looked', async () => {
    const { id: on } = await claim();
    const path = site.put({ body: COUNT });
    const lost = await lay(path, { on, quote: QUOTE });
    const other = await lay(site.put({ body: COUNT }), { on });
    await look(lost);
    const first = (await judge(boris, on, [lost])).assessment;
    const second = (await judge(clara, on, [lost, other])).assessment;
    expect([(await verdictOf(on))?.state, await standingOf(on)]).toEqual(['assessed', 'assessed']);
    site.pages.set(path, { body: 'Somebody tore the leaf out of the book.' });
    await look(lost);
    expect(await verdictOf(on)).toMatchObject({
      state: 'needs-look',
      reasons: ['evidence-failed'],
      shown: 'false',
    });
    expect(await standingOf(on)).toBe('needs-look');
    // One looked and keeps it, the other lets go of it.
    await judge(boris, on, [lost], first.version);
    expect([(await verdictOf(on))?.state, await standingOf(on)]).toEqual(['needs-look', 'needs-look']);
    await judge(clara, on, [other], second.version);
    expect([(await verdictOf(on))?.state, await standingOf(on)]).toEqual(['assessed', 'assessed']);
  });

  test('holds again with its page, and by another quote', async () => {
    const { id: on } = await claim();
    const path = site.put({ body: COUNT });
    const id = await lay(path, { on, quote: QUOTE });
    await look(id);
    await judge(boris, on, [id]);
    await judge(clara, on, [id]);
    site.pages.set(path, { body: COUNT.replace('second', 'third') });
    await look(id);
    expect(await standingOf(on)).toBe('needs-look');
    site.pages.set(path, { body: COUNT });
    await look(id);
    expect(await standingOf(on)).toBe('assessed');
    site.pages.set(path, { body: COUNT.replace('second', 'third') });
    await look(id);
    expect(await standingOf(on)).toBe('needs-look');
    await patch(id, { quote: 'on the third of February' });
    expect(await standingOf(on)).toBe('assessed');
  });
});

describe('a page that could not be had', () => {
  const again = (id: string, as: TestPerson | null = boris) =>
    call(lookAtSourceOperation, { as, params: { id } });
  const earlier = async (id: string) => {
    const { pageId } = await rowOf(id);
    const lookedAt = new Date(Date.now() - 60_000);
    await db().webPage.update({ where: { id: pageId }, data: { lookedAt } });
  };

  test('is looked at when somebody asks, and says at once what came of it', async () => {
    const path = site.put({ status: 503 });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'unreachable', failure: 'http-503' });
    expect((await again(id, null)).status).toBe(401);
    site.pages.set(path, { status: 403 });
    // It was asked for a moment ago, and is not asked again.
    expect((await again(id)).body).toMatchObject({ state: 'unreachable', failure: 'http-503' });
    await earlier(id);
    expect((await again(id)).body).toMatchObject({ state: 'unreachable', failure: 'http-403' });
    // Another reason stands on the page of the claim.
    expect(await checks(id)).toBe(2);
    site.pages.set(path, { body: COUNT });
    await earlier(id);
    const { status, body } = await again(id);
    expect([status, body.state, body.failure]).toEqual([200, 'verified', null]);
  });

  test('is not gone sooner because somebody asks often', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    site.pages.set(path, { status: 503 });
    for (let n = 0; n < 5; n += 1) {
      await earlier(id);
      expect((await again(id)).body).toMatchObject({ state: 'verified', failure: 'http-503' });
    }
    const { pageId } = await rowOf(id);
    expect((await db().webPage.findUniqueOrThrow({ where: { id: pageId } })).failures).toBe(1);
  });
});
