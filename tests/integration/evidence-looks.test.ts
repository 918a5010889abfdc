import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { lookAtPage, orderLooks } from '#lib/flows/look-at-page.ts';
import { editSourceOperation, removeSourceOperation } from '#lib/http/contract/evidence.ts';
import { workOff } from '#tests/factories/mails.ts';
import { call } from '#tests/setup/api.ts';
import { anna, COUNT, checks, lay, look, playPages, read, site } from '#tests/setup/laying-sources.ts';

playPages();

const pageOf = (id: string) => db().source.findUniqueOrThrow({ where: { id }, include: { page: true } });

describe('a page that is given as evidence', () => {
  test('is looked at by a job, and the quote is found in it', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: '“thirty-one ships on the second of February”' });
    expect((await read(id)).state).toBe('pending');
    await workOff();
    const source = await read(id);
    expect(source).toMatchObject({
      state: 'verified',
      title: 'A ledger',
      failure: null,
      snapshot: { title: 'A ledger', publisher: 'Town archive', publishedAt: '2020-02-03' },
    });
    expect(source.snapshot.sha256).toMatch(/^[0-9a-f]{64}$/);
    const row = await db().source.findUniqueOrThrow({ where: { id }, include: { snapshot: true } });
    expect(row.snapshot?.text?.slice(row.quoteStart ?? 0, row.quoteEnd ?? 0)).toBe(
      'thirty-one ships on the second of February',
    );
    expect(await checks(id)).toBe(1);
  });

  test.each([
    ['', 'no-quote'],
    ['The harbour master counted [...] ships on the second of February', 'verified'],
    ['counted thirty-one ships … and wrote them down.', 'verified'],
    ['nobody has ever counted the ships of the town', 'missing'],
    ['wrote them down … the harbour master', 'missing'],
  ])('of which %j is quoted: %s', async (quote, state) => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote });
    await look(id);
    expect((await read(id)).state).toBe(state);
  });

  test('that cannot be had is unreachable, says why, and is tried again later each time', async () => {
    const id = await lay('/nowhere', { quote: 'thirty-one ships' });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'unreachable', failure: 'http-404', snapshot: null });
    const first = (await pageOf(id)).page;
    await look(id);
    const second = (await pageOf(id)).page;
    expect(second.failures).toBe(2);
    const wait = (page: typeof first) => (page.nextLookAt?.getTime() ?? 0) - (page.lookedAt?.getTime() ?? 0);
    expect(wait(second)).toBe(4 * wait(first));
    expect(await checks(id)).toBe(1);
  });

  test.each([
    ['an image', { type: 'image/png', body: 'x' }, 'not-html'],
    ['an error', { status: 500 }, 'http-500'],
  ])('is unreachable where there is %s', async (_, page, failure) => {
    const path = site.put(page);
    const id = await lay(path);
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'unreachable', failure });
  });

  test('that was there keeps its finding while its server is down, and loses it when the page is gone', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: 'thirty-one ships' });
    await look(id);
    site.pages.set(path, { status: 503 });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', failure: 'http-503' });
    site.pages.set(path, { status: 410 });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'unreachable', snapshot: { title: 'A ledger' } });
    site.pages.set(path, { body: COUNT });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', failure: null });
  });

  test('is kept anew only when its text is another, and a passage that was dropped is missed', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: 'thirty-one ships' });
    await look(id);
    await look(id);
    const { pageId } = await pageOf(id);
    expect(await db().snapshot.count({ where: { pageId } })).toBe(1);
    site.pages.set(path, { body: 'The count was taken out of the book by somebody who is not known.' });
    await look(id);
    expect(await db().snapshot.count({ where: { pageId } })).toBe(2);
    expect((await read(id)).state).toBe('missing');
    expect(await checks(id)).toBe(2);
  });

  test('is one page in every variant of its address, and what was seen of it tells at once', async () => {
    const path = site.put({ body: COUNT });
    const first = await lay(path, { quote: 'thirty-one ships' });
    await look(first);
    const second = await lay(`${path}/?utm_source=letter#count`, { quote: 'wrote them down' });
    expect((await read(second)).state).toBe('verified');
    expect((await pageOf(second)).pageId).toBe((await pageOf(first)).pageId);
  });

  test('is asked about a changed quote without being fetched', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: 'a quote that is not there at all' });
    await look(id);
    site.pages.clear();
    const { version } = await read(id);
    const changed = await call(editSourceOperation, {
      as: anna,
      params: { id },
      body: { quote: 'thirty-one ships', version },
    });
    expect(changed.body.state).toBe('verified');
  });

  test('is looked at by two at once as by one', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: 'thirty-one ships' });
    await Promise.all([look(id), look(id), look(id), look(id)]);
    const { pageId } = await pageOf(id);
    expect(await db().snapshot.count({ where: { pageId } })).toBe(1);
    expect((await read(id)).state).toBe('verified');
  });

  test('is left alone once nothing rests on it', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path);
    const { pageId } = await pageOf(id);
    await call(removeSourceOperation, { as: anna, params: { id } });
    await lookAtPage(pageId);
    expect(await db().snapshot.count({ where: { pageId } })).toBe(0);
  });
});

test('looks that are due are ordered, and no others', async () => {
  await db().webPage.updateMany({ data: { nextLookAt: new Date(Date.now() + 86_400_000) } });
  const path = site.put({ body: COUNT });
  const id = await lay(path, { quote: 'thirty-one ships' });
  await workOff();
  const { pageId } = await pageOf(id);
  await db().webPage.update({ where: { id: pageId }, data: { nextLookAt: new Date(Date.now() - 1) } });
  site.pages.set(path, { body: 'Another text stands here now.' });
  await orderLooks();
  expect(await workOff()).toBe(1);
  expect((await read(id)).state).toBe('missing');
});

test('a snapshot says what was there: only its text may go', async () => {
  const path = site.put({ body: COUNT });
  const id = await lay(path);
  await look(id);
  const { snapshotId } = await db().source.findUniqueOrThrow({ where: { id } });
  const where = { id: snapshotId ?? '' };
  await expect(db().snapshot.update({ where, data: { text: 'forged' } })).rejects.toThrow();
  await expect(db().snapshot.update({ where, data: { sha256: 'forged' } })).rejects.toThrow();
  await db().snapshot.update({ where, data: { text: null } });
  expect((await read(id)).snapshot.title).toBe('A ledger');
});
