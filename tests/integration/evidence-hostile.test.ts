import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { COUNT, lay, look, playPages, QUOTE, read, rowOf, site } from '#tests/setup/laying-sources.ts';
import { HOSTILE_WORDS, type SourcePage } from '#tests/setup/source-pages.ts';

playPages();

/** What becomes of a source whose page is played. */
async function fare(page: SourcePage, quote = QUOTE) {
  const id = await lay(site.put(page), { quote });
  await look(id);
  const source = await read(id);
  const { snapshotId } = await rowOf(id);
  const snapshot = snapshotId && (await db().snapshot.findUnique({ where: { id: snapshotId } }));
  return { source, snapshot: snapshot || null };
}

const html = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>A ledger</h1>${body}</article></body></html>`;
const PARAGRAPHS = `<p>${COUNT}</p><p>The book is kept in the town archive and may be read there by anybody who asks.</p>`;

/** What turns the reading order around, is not seen, or cannot be stored. */
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

describe('a hostile page', () => {
  test('is words and nothing else', async () => {
    const { source } = await fare({ plays: 'hostile' }, HOSTILE_WORDS);
    expect(source).toMatchObject({ state: 'verified', title: expect.stringMatching(/ledger|script/) });
  });

  test('says of itself nothing that runs, hides or turns around what stands beside it', async () => {
    const head = `<title>&#x202E;A ledger&#x2066; <script>alert(1)</script>&#0;</title>
      <meta property="og:site_name" content="&#x202E;evihcra&#x202C; &lt;b&gt;&#7;">
      <meta name="author" content="Nora&#x2067; Lind&#10;&#10;and 4 others">
      <meta property="article:published_time" content="+275760-09-13T00:00:00Z">
      <link rel="canonical" href="javascript:alert(1)">`;
    const { source, snapshot } = await fare({ bytes: html(head, PARAGRAPHS) });
    expect(source.state).toBe('verified');
    for (const told of [source.title, snapshot?.publisher, snapshot?.byline])
      expect(told ?? '').not.toMatch(UNSEEN);
    expect(snapshot?.canonicalUrl ?? '').not.toMatch(/^javascript/);
    expect(snapshot?.publishedAt).toBeNull();
  });

  test('with a title and names without end is told in short', async () => {
    const long = 'Endless '.repeat(20_000);
    const head = `<title>${long}</title><meta property="og:site_name" content="${long}"><meta name="author" content="${long}">`;
    const { source, snapshot } = await fare({
      bytes: html(head, PARAGRAPHS).replace('<h1>A ledger</h1>', ''),
    });
    expect(source.state).toBe('verified');
    for (const told of [source.title, snapshot?.publisher, snapshot?.byline])
      expect((told ?? '').length).toBeLessThanOrEqual(1_000);
  });

  test.each([
    ['NULs and half characters', { bytes: html('', PARAGRAPHS.replace('and', '\0and\ud800')) }],
    ['a charset that is not its own', latin('text/html; charset=utf-8')],
    ['a charset that does not exist', { type: 'text/html; charset=klingon', bytes: html('', PARAGRAPHS) }],
    ['UTF-16 and no word of it', { bytes: Buffer.from(`\ufeff${html('', PARAGRAPHS)}`, 'utf16le') }],
    ['a page of its own that sends on to it and back', refreshing()],
    ['a deep heap of tags', { bytes: html('', '<div>'.repeat(3_000) + PARAGRAPHS) }],
    ['a hundred thousand empty tags', { bytes: html('', `${'<b></b><i>'.repeat(50_000)}${PARAGRAPHS}`) }],
  ])('with %s is read all the same', async (_, page) => {
    const { source, snapshot } = await fare(typeof page === 'function' ? page() : page);
    expect(source).toMatchObject({ state: 'verified', failure: null });
    expect(snapshot?.text).toContain(QUOTE);
    expect(snapshot?.text?.isWellFormed()).toBe(true);
  });

  test.each([
    ['is larger than any', { plays: 'huge' as const }, 'too-large'],
    ['unpacks without end', bomb(), 'too-large'],
    [
      'is ten megabytes of tags',
      { bytes: html('', '<div>'.repeat(1_900_000)) },
      /too-large|no-article|too-slow|broken/,
    ],
    ['leads into a private network', { to: 'http://169.254.169.254/latest/meta-data' }, 'blocked-address'],
    ['leads to this machine', { to: 'http://[::ffff:127.0.0.1]:1/' }, /blocked-address|port/],
    ['leads to a file', { to: 'file:///etc/passwd' }, /scheme|redirects/],
    ['leads to itself', () => ({ to: nextPath() }), 'redirects'],
    ['is a picture that says it is a page', { bytes: PNG() }, /binary|no-article|not-html/],
    ['is a page that says it is a PDF', { type: 'application/pdf', bytes: html('', PARAGRAPHS) }, 'broken'],
    ['is a PDF cut in the middle', { type: 'application/pdf', bytes: '%PDF-1.7\n1 0 obj\n<<' }, 'broken'],
    ['is nothing', { bytes: '' }, /no-article|empty/],
    ['answers without an answer', { status: 204 }, /no-article|empty|http-204/],
    ['claims that nothing changed', { status: 304 }, /http-304|broken|redirects/],
    ['does not answer for the law', { status: 451 }, 'http-451'],
  ])('that %s cannot be had, and says why', async (_, page, failure) => {
    const { source } = await fare(typeof page === 'function' ? page() : page);
    expect(source).toMatchObject({ state: 'unreachable', lostAt: null, snapshot: null });
    expect(source.failure).toEqual(expect.stringMatching(failure));
  });

  test('that comes in its own time is waited for', async () => {
    expect((await fare({ plays: 'slow', body: COUNT })).source.state).toBe('verified');
  });
});

/** The address that the next page gets. */
const nextPath = () => {
  const at = Number(/\d+$/.exec(site.put({ status: 404 }))?.[0]);
  return `/page-${at + 1}`;
};

function latin(type: string): SourcePage {
  return {
    type,
    bytes: Buffer.from(
      html('<meta charset="utf-8">', `${PARAGRAPHS}<p>Über allem lag Schnee.</p>`),
      'latin1',
    ),
  };
}

function refreshing(): () => SourcePage {
  return () => {
    const back = `/page-${Number(/\d+$/.exec(nextPath())?.[0]) + 1}`;
    const there = site.put({
      bytes: html(`<meta http-equiv="refresh" content="0; url=${back}">`, PARAGRAPHS),
    });
    return { bytes: html(`<meta http-equiv="refresh" content="0; url=${there}">`, '') };
  };
}

function bomb(): SourcePage {
  const bytes = gzipSync(Buffer.alloc(200_000_000, '<p>a</p>'), { level: 9 });
  return { headers: { 'content-encoding': 'gzip' }, bytes };
}

function PNG(): Buffer {
  return Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(4_000, 7)]);
}
