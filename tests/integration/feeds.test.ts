import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { FEED_KINDS } from '#lib/flows/feed-kinds.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { getFeedOperation } from '#lib/http/contract/feeds.ts';
import type { Operation } from '#lib/http/operation.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { FEED_FORMATS, FEED_TYPES } from '#lib/interchange/feeds/feed.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { routeFile } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';
import { brokenByAtom, brokenByJsonFeed, brokenByRss } from '#tests/setup/feed-rules.ts';
import { childrenOf, parseXml, textOf } from '#tests/setup/xml.ts';

const BASE = 'http://localhost:3000';

async function get(name: string, headers: Record<string, string> = {}): Promise<Response> {
  const { GET } = await import(routeFile((getFeedOperation as Operation).path));
  const url = new URL(`${BASE}/feeds/${name}`);
  const request = new Request(url, { headers });
  return GET(request, { params: Promise.resolve({ name: url.pathname.split('/').at(-1) }) });
}

const HOSTILE = 'Ships </script><b>&amp; "more" \u202eevil\u202c \ud83d\udea2 \u0007 ]]> done';
beforeAll(async () => {
  const by = await person({ name: 'Ann <i> & \u202eBob' });
  const on = await article({ by, title: HOSTILE, lang: 'de' });
  await claim({ by, on, statement: HOSTILE });
  await somethingNew();
});

const PLAIN = 'Ships </script><b>&amp; "more" evil \ud83d\udea2 ]]> done';

/** Something new of every kind: a claim with a ruling that was corrected. */
async function somethingNew() {
  const [by, checker] = [await person(), await person({ role: 'checker' })];
  const { id: annotationId } = await claim({ by, on: await article({ by }) });
  const said = { verdict: 'false', summary: 'No.', wording: 1, revisionNumber: 1, version: 1 };
  const { id: rulingId } = await db().ruling.create({
    data: { ...said, annotationId, authorId: checker.id },
  });
  const words = {
    reasoningText: '',
    selectedBecause: '',
    askedForComment: '',
    evidenceAgainst: '',
    sources: [],
  };
  await db().rulingCorrection.create({
    data: { ...said, ...words, rulingId, actorId: checker.id, kind: 'correction', reason: 'A slip <b>.' },
  });
}

describe.each(FEED_KINDS)('the feed of %s', (kind) => {
  test.each(FEED_FORMATS)(
    'as %s says what it is and is kept by its readers until it changes',
    async (format) => {
      const first = await get(`${kind}.${format}`);
      expect([first.status, first.headers.get('content-type')]).toEqual([
        200,
        `${FEED_TYPES[format]}; charset=utf-8`,
      ]);
      const etag = first.headers.get('etag') ?? '';
      const modified = first.headers.get('last-modified') ?? '';
      expect((await get(`${kind}.${format}`, { 'if-none-match': etag })).status).toBe(304);
      expect((await get(`${kind}.${format}`, { 'if-modified-since': modified })).status).toBe(304);
      await somethingNew();
      const again = await get(`${kind}.${format}`, { 'if-none-match': etag });
      expect(again.status).toBe(200);
      expect((await get(`${kind}.${format}`, { 'if-modified-since': modified })).status).toBe(200);
      expect(Date.parse(again.headers.get('last-modified') ?? '')).toBeGreaterThan(Date.parse(modified));
    },
  );
});

test.each(FEED_KINDS)('the feed of %s keeps the rules of each format, in both languages', async (kind) => {
  for (const lang of ['en', 'de']) {
    const query = lang === 'en' ? '' : `?lang=${lang}`;
    const text = async (format: string) => (await get(`${kind}.${format}${query}`)).text();
    const self = (format: string) => `${BASE}/feeds/${kind}.${format}${query}`;
    expect(brokenByRss(parseXml(await text('rss')), self('rss'))).toEqual([]);
    expect(brokenByAtom(parseXml(await text('atom')), self('atom'))).toEqual([]);
    expect(brokenByJsonFeed(JSON.parse(await text('json')), self('json'))).toEqual([]);
  }
});

test('pages tell readers of feeds where these are', () => {
  const { alternates } = pageMetadata({ title: '', description: '', path: '/feeds', feeds: FEED_FORMATS });
  for (const format of FEED_FORMATS) {
    const links = alternates?.types?.[FEED_TYPES[format]] as { url: string; title: string }[];
    expect(links.map(({ url }) => url)).toEqual(FEED_KINDS.map((kind) => `${BASE}/feeds/${kind}.${format}`));
    for (const { title } of links) expect(title).toMatch(/ · Obelus$/);
  }
});

test('feeds cost the same whatever there is, and end', async () => {
  const costs = async () => {
    const counts: number[] = [];
    for (const kind of FEED_KINDS) counts.push(await countQueries(() => get(`${kind}.json`)));
    return counts;
  };
  const few = await costs();
  for (let n = 0; n < 51; n += 1) await somethingNew();
  expect(await costs()).toEqual(few);
  for (const kind of FEED_KINDS) expect((await (await get(`${kind}.json`)).json()).items).toHaveLength(50);
});

describe('what people typed', () => {
  test('is text in RSS, once more escaped where readers take it for HTML', async () => {
    const { id } = await claim({ statement: HOSTILE });
    const channel = childrenOf(parseXml(await (await get('claims.rss')).text()), 'channel')[0];
    expect(textOf(channel, 'link')).toBe(`${BASE}/claims`);
    const item = childrenOf(channel, 'item')[0];
    expect(textOf(item, 'title')).toBe(PLAIN);
    expect(textOf(item, 'guid')).toBe(`urn:uuid:${id}`);
    expect(childrenOf(item, 'guid')[0]?.attributes.isPermaLink).toBe('false');
    expect(textOf(item, 'link')).toBe(`${BASE}/claims/${id}`);
    expect(textOf(item, 'description')).toContain('Open: “Forty ships lay in the ice”');
    expect(textOf(item, 'description')).not.toContain('<');
    expect(Date.parse(textOf(item, 'pubDate') ?? '')).toBeGreaterThan(0);
  });

  test('is text in Atom, whose entries have all that they must', async () => {
    const { id } = await claim({ statement: HOSTILE });
    const feed = parseXml(await (await get('claims.atom')).text());
    for (const name of ['id', 'title', 'updated']) expect(textOf(feed, name)).toBeTruthy();
    const links = childrenOf(feed, 'link').map(({ attributes }) => [attributes.rel, attributes.href]);
    expect(links).toContainEqual(['self', `${BASE}/feeds/claims.atom`]);
    const entries = childrenOf(feed, 'entry');
    expect(textOf(entries[0], 'id')).toBe(`urn:uuid:${id}`);
    expect(textOf(entries[0], 'title')).toBe(PLAIN);
    for (const entry of entries)
      for (const name of ['id', 'title', 'updated', 'summary']) expect(textOf(entry, name)).toBeTruthy();
    expect(new Set(entries.map((entry) => textOf(entry, 'id'))).size).toBe(entries.length);
  });

  test('is text in JSON Feed', async () => {
    const { id } = await claim({ statement: HOSTILE });
    const feed = await (await get('claims.json')).json();
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.feed_url).toBe(`${BASE}/feeds/claims.json`);
    expect(feed.items[0]).toMatchObject({ id: `urn:uuid:${id}`, title: PLAIN, tags: ['Open'] });
    for (const item of feed.items) expect(item.content_text).toEqual(expect.any(String));
  });
});

test('a verdict changes the entry of its claim, and nothing of its name', async () => {
  const [ann, bob] = [await person(), await person()];
  const on = await article({ by: ann });
  const { id, sources, createdAt } = await annotate(ann, on.id, {
    kind: 'claim',
    target: { exact: 'Forty ships' },
    statement: 'Forty.',
    sources: [{ url: 'https://example.org/a', stance: 'refutes', quote: '', note: '' }],
  });
  const sourceIds = sources.map((source) => source.id);
  for (const by of [ann, bob]) await giveVerdict(by, id, { verdict: 'false', sourceIds });
  const [item] = (await (await get('claims.json?lang=de')).json()).items;
  expect(item).toMatchObject({ id: `urn:uuid:${id}`, tags: ['Falsch'], date_published: createdAt });
  expect(item.date_modified > createdAt).toBe(true);
});

test('what there is no feed of is not found', async () => {
  for (const name of ['articles', 'articles.xml', 'secrets.rss', 'articles.rss.rss'])
    expect((await get(name)).status).toBe(404);
});
