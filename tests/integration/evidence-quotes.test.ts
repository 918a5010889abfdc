import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { cleanUp } from '#lib/flows/clean-up.ts';
import { openPageOperation, readSnapshotTextOperation } from '#lib/http/contract/evidence.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import {
  anna,
  COUNT,
  checks,
  lay,
  look,
  playPages,
  QUOTE,
  read,
  rowOf,
  site,
} from '#tests/setup/laying-sources.ts';

playPages();

describe('a quote', () => {
  test('that the page has in other words is altered: the words that differ and the place are told', async () => {
    const id = await lay(site.put({ body: COUNT }), {
      quote: 'counted forty ships on the second of February',
    });
    await look(id);
    const source = await read(id);
    expect(source).toMatchObject({
      state: 'altered',
      changes: [{ before: 'forty', after: 'thirty-one' }],
      found: QUOTE,
      lostAt: null,
    });
    const text = (await db().snapshot.findUniqueOrThrow({ where: { id: source.snapshot.id } })).text ?? '';
    expect(text.slice(source.place.start, source.place.end)).toBe(QUOTE);
  });

  test('that a page changes under it is altered then, and verified again when the words are back', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', found: null, lostAt: null });
    site.pages.set(path, { body: COUNT.replace('second', 'third') });
    await look(id);
    const altered = await read(id);
    expect(altered).toMatchObject({
      state: 'altered',
      changes: [{ before: 'second', after: 'third' }],
      found: QUOTE.replace('second', 'third'),
    });
    expect(altered.lostAt).not.toBeNull();
    await look(id);
    expect(await checks(id)).toBe(2);
    expect((await read(id)).lostAt).toBe(altered.lostAt);
    site.pages.set(path, { body: COUNT });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', changes: [], found: null, lostAt: null });
    expect(await checks(id)).toBe(3);
  });

  test('of a few words is found by what stood around it when they change', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: 'thirty-one ships' });
    await look(id);
    site.pages.set(path, { body: COUNT.replace('thirty-one', 'thirteen') });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'altered', found: 'thirteen ships' });
  });
});

describe('the text of a page', () => {
  const open = (path: string, as = anna) =>
    call(openPageOperation, { as, body: { url: site.origin + path } });

  test('is fetched for who is about to quote it; the choice ends up verified where it was made', async () => {
    const path = site.put({ body: `${COUNT} His man also ${QUOTE}.` });
    const { status, body: page } = await open(path);
    expect(status).toBe(200);
    expect(page.snapshot.title).toBe('A ledger');
    const { body: stretch } = await call(readSnapshotTextOperation, {
      as: anna,
      params: { id: page.pageId, snapshotId: page.snapshot.id },
      query: {},
    });
    expect(stretch).toMatchObject({ start: 0, length: page.length, next: null });
    const start = stretch.text.lastIndexOf(QUOTE);
    expect(start).toBeGreaterThan(stretch.text.indexOf(QUOTE));
    const id = await lay(path, { quote: QUOTE, quoteStart: start });
    expect(await read(id)).toMatchObject({
      state: 'verified',
      place: { start, end: start + QUOTE.length },
    });
    expect(site.asked.filter((asked) => asked === path)).toHaveLength(1);
    await look(id);
    expect((await read(id)).place.start).toBe(start);
  });

  test('is the one that was seen in the last day, or the page as it is, or what there was', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path);
    await look(id);
    const { pageId, snapshotId } = await rowOf(id);
    const first = { pageId, snapshot: { id: snapshotId } };
    site.pages.set(path, { body: 'The leaf was copied out anew.' });
    expect((await open(path)).body).toMatchObject(first);
    const seenAt = new Date(Date.now() - 2 * 86_400_000);
    await db().snapshot.updateMany({ where: { pageId }, data: { seenAt } });
    site.pages.delete(path);
    expect((await open(path)).body).toMatchObject(first);
    expect((await read(id)).state).toBe('no-quote');
    site.pages.set(path, { body: 'The leaf was copied out anew.' });
    const { body } = await open(path);
    expect(body.pageId).toBe(pageId);
    expect(body.snapshot.id).not.toBe(snapshotId);
    expect((await read(id)).snapshot.id).toBe(body.snapshot.id);
  });

  test('is for people who can give sources, as long as it is kept, a stretch at a time', async () => {
    const long = `${'Some words of a long page. '.repeat(4_000)}${'😀'.repeat(10_000)}`;
    const { body: page } = await open(site.put({ body: long }));
    const stretch = (query: Record<string, string>, as: TestPerson | null = anna) =>
      call(readSnapshotTextOperation, {
        ...(as ? { as } : {}),
        params: { id: page.pageId, snapshotId: page.snapshot.id },
        query,
      });
    let text = '';
    for (let next: number | null = 0; next !== null; ) {
      const { body } = await stretch({ start: String(next) });
      expect(body.text.isWellFormed()).toBe(true);
      text += body.text;
      next = body.next;
    }
    expect(text).toHaveLength(page.length);
    expect((await stretch({ start: String(page.length + 9) })).body).toMatchObject({ text: '', next: null });
    expect((await stretch({ start: '-1' })).status).toBe(422);
    expect((await stretch({}, null)).status).toBe(401);
    await db().snapshot.update({ where: { id: page.snapshot.id }, data: { text: null } });
    const gone = await stretch({});
    expect([gone.status, gone.body.code]).toEqual([410, 'text-gone']);
  });

  test('is for moderators alone where an admin wants it so', async () => {
    const { body: page } = await open(site.put({ body: COUNT }));
    await putSetting(null, 'sources.full-text', 'moderators');
    const read = { params: { id: page.pageId, snapshotId: page.snapshot.id }, query: {} };
    expect((await call(readSnapshotTextOperation, { ...read, as: anna })).status).toBe(403);
    expect((await open(site.put({ body: COUNT }))).status).toBe(403);
    const moderator = await person({ role: 'moderator' });
    expect((await call(readSnapshotTextOperation, { ...read, as: moderator })).status).toBe(200);
    await putSetting(null, 'sources.full-text', 'members');
  });

  test.each([
    [{ status: 404 }, 'http-404'],
    [{ type: 'image/png', body: 'x' }, 'not-html'],
    [{ plays: 'huge' as const }, 'too-large'],
  ])('that cannot be had (%j) says why', async (page, reason) => {
    const { status, body } = await open(site.put(page));
    expect([status, body.code, body.reason]).toEqual([422, 'fetch-failed', reason]);
  });

  test('is forgotten when nothing came to rest on it', async () => {
    const { body: unused } = await open(site.put({ body: COUNT }));
    const used = site.put({ body: COUNT });
    await open(used);
    const { pageId } = await rowOf(await lay(used));
    await cleanUp();
    expect(await db().webPage.count({ where: { id: unused.pageId } })).toBe(1);
    const lookedAt = new Date(Date.now() - 2 * 86_400_000);
    await db().webPage.updateMany({ where: { id: { in: [unused.pageId, pageId] } }, data: { lookedAt } });
    await cleanUp();
    expect(await db().webPage.count({ where: { id: unused.pageId } })).toBe(0);
    expect(await db().webPage.count({ where: { id: pageId } })).toBe(1);
  });
});
