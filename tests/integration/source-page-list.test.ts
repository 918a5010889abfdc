import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { recountPages } from '#lib/evidence/page-list/mutations.ts';
import type { WebPageItem } from '#lib/evidence/page-list/schema.ts';
import { takeAnnotationBack } from '#lib/flows/edit-annotation.ts';
import { lookAtPage } from '#lib/flows/look-at-page.ts';
import { addSourceOperation } from '#lib/http/contract/evidence.ts';
import { getWebPageOperation, listWebPagesOperation } from '#lib/http/contract/web-pages.ts';
import { claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { AGENCY_DE, CUT_DE } from '#tests/fixtures/wire.ts';
import { call } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';
import { about, decided } from '#tests/setup/moderating.ts';
import { laid, own, servePages, server } from '#tests/setup/pages-as-evidence.ts';

servePages();

let anna: TestPerson;
let moderator: TestPerson;
beforeAll(async () => {
  anna = await person({ name: 'Anna' });
  moderator = await person({ role: 'moderator' });
});

const list = async (query: Record<string, string> = {}) =>
  (await call(listWebPagesOperation, { query })).body;
const idsOf = async (query: Record<string, string>) =>
  ((await list(query)).items as WebPageItem[]).map(({ id }) => id);
const record = (id: string, as: TestPerson | null = null) =>
  call(getWebPageOperation, { as, params: { id } });

describe('the list of pages', () => {
  test('is newest first, page by page, each with how it was used and how it fared', async () => {
    const first = await laid(
      { title: 'Ledger of 1709', body: own('ships'), lang: 'en' },
      { quote: 'written down by nobody' },
    );
    await laid(first.url, { quote: 'nobody has ever said this', stance: 'refutes' });
    await laid(first.url, { stance: 'context' });
    const second = await laid({ status: 404 });
    const { items } = await list();
    expect(items.slice(0, 2).map(({ id }: WebPageItem) => id)).toEqual([second.pageId, first.pageId]);
    expect(items[1]).toMatchObject({
      title: 'Ledger of 1709',
      host: '127.0.0.1',
      publisher: 'The Lindow Gazette',
      byline: 'Nora Lind',
      publishedAt: '2020-02-03',
      standing: 'there',
      uses: {
        total: 3,
        stances: { supports: 1, refutes: 1, context: 1 },
        states: { verified: 1, missing: 1, 'no-quote': 1, altered: 0, unreachable: 0, pending: 0 },
      },
      sameText: { total: 0, pages: [] },
    });
    expect(items[0]).toMatchObject({ standing: 'unreachable', failure: 'http-404', title: null });
    const one = await list({ limit: '1' });
    const two = await list({ limit: '1', cursor: one.nextCursor });
    expect([one.items[0].id, two.items[0].id]).toEqual([second.pageId, first.pageId]);
    expect((await call(listWebPagesOperation, { query: { cursor: 'x' } })).status).toBe(422);
  });

  test('has those first that are used most, page by page, also when what rests on them comes and goes', async () => {
    const site = `${crypto.randomUUID()}.example`;
    const lay = async (path: string, on: string) => {
      const body = { url: `https://${site}/${path}`, stance: 'context' };
      const { id } = (await call(addSourceOperation, { as: await person(), params: { id: on }, body })).body;
      return (await db().source.findUniqueOrThrow({ where: { id } })).pageId;
    };
    const claims = [];
    for (let n = 0; n < 3; n += 1) claims.push((await claim({ by: anna })).id);
    const [first = '', second = '', third = ''] = claims;
    const rare = await lay('rare', first);
    const much = await lay('much', first);
    for (const on of [second, third]) await lay('much', on);
    const some = await lay('some', second);
    await lay('some', third);
    const newest = await lay('newest', first);
    await recountPages();
    const walked = async () => {
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string> = { site, sort: 'most-used', limit: '1' };
        const page: { items: WebPageItem[]; nextCursor: string | null } = await list(
          cursor ? { ...query, cursor } : query,
        );
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return ids;
    };
    expect(await walked()).toEqual([much, some, newest, rare]);
    expect(await idsOf({ site })).toEqual([newest, some, much, rare]);
    // A claim is hidden, and what rested on it is used less; a page that is used no more is not listed.
    const taken = await decided(moderator, 'hide', about(first, 'annotation'));
    await takeAnnotationBack(anna, second);
    await recountPages();
    expect(await walked()).toEqual([some, much]);
    await decided(moderator, 'restore', { ...about(first, 'annotation'), version: taken.version });
    await recountPages();
    expect(await walked()).toEqual([much, newest, some, rare]);
    const { nextCursor } = await list({ site, limit: '1' });
    expect(
      (await call(listWebPagesOperation, { query: { sort: 'most-used', cursor: nextCursor } })).status,
    ).toBe(422);
  });

  test('pages of one text have their place by the uses of all of them', async () => {
    const site = 'the order of voices';
    const text = `${own('lanterns')} ${own('ropes')} ${own('tar')} ${own('sails')}`;
    const one = await laid({ body: text });
    const copy = await laid({ body: text });
    const other = await laid({ body: own(site) });
    await laid(other.url);
    await laid(one.url, {});
    await recountPages();
    const uses = async (id: string) => (await db().webPage.findUniqueOrThrow({ where: { id } })).uses;
    expect([await uses(one.pageId), await uses(copy.pageId), await uses(other.pageId)]).toEqual([3, 3, 2]);
    const ids = (await idsOf({ sort: 'most-used', limit: '100' })).filter((id) =>
      [one, copy, other].some(({ pageId }) => pageId === id),
    );
    expect(ids).toEqual([copy.pageId, other.pageId]);
    // A page whose text changes leaves the voice with its uses.
    server.change(copy.url, { body: own('something else') });
    await lookAtPage(copy.pageId);
    expect([await uses(one.pageId), await uses(copy.pageId)]).toEqual([2, 1]);
  });

  test('is narrowed down by state, stance and site', async () => {
    const missing = await laid({ body: own('a') }, { quote: 'never said at all', stance: 'refutes' });
    const gone = await laid({ body: own('b') }, { stance: 'refutes' });
    server.change(gone.url, { status: 410 });
    await lookAtPage(gone.pageId);
    const never = await laid({ status: 404 });
    const mine = new Set([missing.pageId, gone.pageId, never.pageId]);
    const found = async (query: Record<string, string>) => (await idsOf(query)).filter((id) => mine.has(id));
    expect(await found({ state: 'missing' })).toEqual([missing.pageId]);
    expect(await found({ state: 'gone' })).toEqual([gone.pageId]);
    expect(await found({ state: 'unreachable' })).toEqual([never.pageId]);
    expect(await found({ stance: 'refutes' })).toEqual([gone.pageId, missing.pageId]);
    // Of one source both, not of two of them.
    expect(await found({ stance: 'supports', state: 'missing' })).toEqual([]);
    expect(await found({ site: '127.0.0.1' })).toHaveLength(3);
    expect(await found({ site: 'example.org' })).toEqual([]);
    expect((await call(listWebPagesOperation, { query: { state: 'lost' } })).status).toBe(422);
  });

  test('is searched by title, by parts of the address, and by an address in any variant', async () => {
    const { pageId, url } = await laid({ title: 'Über den Frost 100%_ig', body: own('c') });
    for (const q of [
      'frost über',
      '100%_ig',
      url,
      `${url}/?utm_source=x#y`,
      new URL(url).pathname.slice(1),
      url.toUpperCase().replace('HTTP', 'http').toLowerCase(),
    ])
      expect(await idsOf({ q }), q).toEqual([pageId]);
    for (const q of ['frost zzzz', '100_%ig', `${url}x`]) expect(await idsOf({ q }), q).toEqual([]);
  });

  test('has pages that carry the same text once, as the newest of them that fits', async () => {
    const first = await laid({ body: AGENCY_DE, title: 'Agentur' }, { quote: 'wurde 1911 gebaut' });
    const second = await laid({ body: CUT_DE, title: 'Morgenblatt' }, { stance: 'refutes' });
    const third = await laid({ body: AGENCY_DE, title: 'Abendblatt' });
    const { items } = await list();
    const [voice] = items.filter(({ id }: WebPageItem) =>
      [first, second, third].some(({ pageId }) => pageId === id),
    );
    expect(items.filter(({ voice: key }: WebPageItem) => key === voice.voice)).toHaveLength(1);
    expect(voice).toMatchObject({
      id: third.pageId,
      uses: { total: 3, stances: { supports: 2, refutes: 1 }, states: { verified: 1 } },
      sameText: { total: 2, pages: [{ title: 'Morgenblatt' }, { title: 'Agentur' }] },
    });
    expect(await idsOf({ stance: 'refutes', q: 'blatt' })).toEqual([second.pageId]);
    expect(await idsOf({ state: 'verified', q: 'Agentur' })).toEqual([first.pageId]);
  });

  test('leaves out what nobody may read', async () => {
    const { pageId, claimId } = await laid({ title: 'A hidden affair', body: own('d') });
    const q = 'hidden affair';
    expect(await idsOf({ q })).toEqual([pageId]);
    await db().annotation.update({ where: { id: claimId }, data: { state: 'hidden' } });
    expect(await idsOf({ q })).toEqual([]);
    expect((await record(pageId)).status).toBe(404);
    expect((await record(pageId, moderator)).status).toBe(200);
    await db().annotation.update({ where: { id: claimId }, data: { state: 'withdrawn' } });
    expect(await idsOf({ q })).toEqual([]);
    const { status, body } = await record(pageId);
    expect([status, body.used.items[0].claim.withdrawn]).toEqual([200, true]);
  });

  test('costs as many queries for many pages as for few', async () => {
    const few = await countQueries(() => list({ limit: '1' }));
    const many = await countQueries(() => list({ limit: '20' }));
    expect(many).toEqual(few);
  });
});
