import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#lib/env/project-root.ts';
import type { OriginalThread } from '#lib/importers/thread/original-thread.ts';
import { readExport } from '#lib/importers/thread/read-export.ts';
import { readThread } from '#lib/importers/thread/read-thread.ts';
import { commentWords } from '#lib/importers/thread/words.ts';

const fixture = (name: string) => readFileSync(path.join(projectRoot, 'tests/fixtures/thread', name), 'utf8');
const page = (name: string) => readThread({ html: fixture(name) }) as OriginalThread;

/** A thread as lines: key, parent, author, words, time, votes, passage. */
function lines(thread: OriginalThread | null): unknown[][] {
  return (thread?.comments ?? []).map(({ key, parentKey, author, body, time, votes, passage }) => [
    key,
    parentKey,
    author,
    commentWords(body)?.text,
    time.at ?? time.words,
    votes && [votes.up, votes.down, votes.score],
    passage?.exact ?? null,
  ]);
}

test('a wpDiscuz page gives nesting, votes in both forms, and the passage of inline feedback', () => {
  const thread = page('wpdiscuz.html');
  expect(lines(thread)).toEqual([
    ['wp:41', null, 'Ada Quist', 'Who counted that? See the budget', '2026-03-03', [null, null, -3], null],
    ['wp:43', 'wp:41', 'Ole & Brik', 'The treasurer did.', '2026-03-04', [4, 1, 3], null],
    [
      'wp:42',
      null,
      'Tide',
      'Last year it was 31,000.',
      '3 weeks ago',
      null,
      'The repair costs 48,000 crowns.',
    ],
  ]);
  expect([thread.source, thread.declaredCount]).toEqual(['wpdiscuz', 6]);
  expect(thread.comments[0]?.time.words).toBe('March 3, 2026 7:15 pm');
  expect(thread.comments[2]?.passage).toMatchObject({
    prefix: 'The council met on Monday. ',
    suffix: ' Nobody voted against it.',
  });
});

test('the list of WordPress in its old and new forms; pingbacks are nobody’s comment', () => {
  const thread = page('wordpress.html');
  expect(lines(thread)).toEqual([
    [
      'wp:8',
      null,
      'Hanne Moor',
      'Das hat sie im Februar auch gesagt.',
      '2026-03-03T18:15:00.000Z',
      null,
      null,
    ],
    ['wp:9', 'wp:8', 'Piet', 'Im Januar.', '2026-03-04T07:00:00.000Z', null, null],
    ['wp:11', null, 'Alte Vorlage', 'So schrieb man Kommentare früher.', '2026-03-05', null, null],
    ['wp:12', null, 'Block', 'Und so schreibt man sie heute.', '2026-03-06T09:00:00.000Z', null, null],
  ]);
  expect([thread.source, thread.declaredCount]).toEqual(['wordpress', 4]);
});

test('a page of Disqus', () => {
  const thread = page('disqus.html');
  expect(lines(thread)).toEqual([
    ['disqus:501', null, 'Ada Quist', 'Where are the tides?', '2026-03-03', [5, 0, 5], null],
    ['disqus:502', 'disqus:501', 'Brik', 'In the almanac.', '2026-03-04', null, null],
  ]);
  expect(thread.declaredCount).toBe(7);
});

test('schema.org comments in microdata, RDFa and JSON-LD', () => {
  const marked = page('schema.html');
  expect(lines(marked)).toEqual([
    ['schema:c1', null, 'Ada Quist', 'Microdata says so.', '2026-03-03T18:15:00.000Z', [3, 1, 2], null],
    [expect.stringMatching(/^schema:/), 'schema:c1', 'Brik', 'And a reply.', null, null, null],
    ['schema:c3', 'schema:c1', 'Tide', 'RDFa says it, too.', '2026-03-05', null, null],
  ]);
  expect(marked.declaredCount).toBe(9);
  const json = page('schema-json.html');
  expect(lines(json)).toEqual([
    ['schema:c1', null, 'Ada Quist', 'JSON says so.\nTwice.', '2026-03-03T18:15:00.000Z', [2, null, 2], null],
    ['schema:c2', 'schema:c1', 'Brik', 'A reply, described elsewhere.', '2026-03-04', null, null],
  ]);
  expect(json.declaredCount).toBe(3);
});

test('a WordPress export: the chosen post, what was approved, and replies to what was not under the next above', async () => {
  const read = await readExport(fixture('export.wxr.xml'), ({ link }) => link.includes('ferry'));
  if (!read.ok) throw new Error(read.detail);
  const { thread, posts } = read.reading;
  expect(lines(thread)).toEqual([
    [
      'wp:41',
      null,
      'Ada Quist',
      'Who counted that?\nSee the budget, or this.\nNew paragraph.',
      '2026-03-03T18:15:00.000Z',
      [1, 4, -3],
      null,
    ],
    ['wp:43', 'wp:41', 'Ole & Brik', 'The treasurer did.', '2026-03-04', null, null],
    [
      'wp:42',
      null,
      'Tide',
      'Last year it was 31,000.',
      '2026-02-27T10:00:00.000Z',
      null,
      'The repair costs 48,000 crowns.',
    ],
  ]);
  expect([thread?.declaredCount, thread?.asOf]).toEqual([3, '2026-03-17T12:00:00.000Z']);
  expect(posts.map(({ id, comments }) => [id, comments])).toEqual([
    ['4', 1],
    ['5', 3],
  ]);
  expect(JSON.stringify(read)).not.toMatch(/ada@example|192\.0\.2/);
  expect(JSON.stringify(commentWords(thread?.comments[0]?.body ?? { text: '' }))).not.toContain('javascript');
});

test('a Disqus export', async () => {
  const read = await readExport(fixture('export.disqus.xml'), ({ id }) => id === '100');
  if (!read.ok) throw new Error(read.detail);
  expect(lines(read.reading.thread)).toEqual([
    ['disqus:501', null, 'Ada Quist', 'Where are the tides?', '2026-03-03T18:15:00.000Z', null, null],
    ['disqus:503', 'disqus:501', 'Brik', 'In the almanac.', '2026-03-04T08:00:00.000Z', null, null],
  ]);
  expect(read.reading.posts.map(({ id, comments }) => [id, comments])).toEqual([
    ['100', 2],
    ['101', 1],
  ]);
  expect(JSON.stringify(read)).not.toMatch(/ada@example|192\.0\.2/);
});

test('an export with entities of its own, a broken one and another file are refused in words', async () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss>&b;</rss>';
  const refused: [string, RegExp][] = [
    [bomb, /document type/],
    ['<rss><channel>&b;</channel></rss>', /line 1, undefined entity/],
    ['<rss>\n<channel></rss>', /line 2/],
    [`<rss>${'<a>'.repeat(100)}`, /too deep/],
    ['<html></html>', /neither/],
    ['', /neither/],
  ];
  for (const [xml, why] of refused) {
    const read = await readExport(xml, () => true);
    expect(read, xml.slice(0, 40)).toMatchObject({ ok: false, detail: expect.stringMatching(why) });
  }
});

test('a pasted text: words for times, lone numbers as votes, whom a reply names, and how many there are', () => {
  const thread = readThread({ text: fixture('pasted.txt') });
  expect(lines(thread)).toEqual([
    [
      expect.stringMatching(/^text:/),
      null,
      'Tide',
      'Last year it was 31,000. I looked it up.',
      '11 hours ago',
      [2, 0, 2],
      null,
    ],
    [
      expect.stringMatching(/^text:/),
      thread?.comments[0]?.key,
      'Brik',
      'Where did you look?\nIt is not in the minutes.',
      'vor 3 Stunden',
      [null, null, -1],
      null,
    ],
  ]);
  expect(thread?.declaredCount).toBe(3);
});

test('an article without a discussion has no thread, and its byline is none', () => {
  const article = fixture('pasted.txt').split('Subscribe')[0] ?? '';
  expect(readThread({ text: article })).toBeNull();
  expect(
    readThread({ html: '<html><body><article><p>Words about comments.</p></article></body></html>' }),
  ).toBeNull();
  expect(readThread({ markdown: '# Words' })).toBeNull();
});

test('what is too long or too deep is kept as words, and what says nothing is left out', () => {
  const long = commentWords({ text: 'word '.repeat(10_000) });
  expect(long?.text.length).toBeLessThanOrEqual(20_000);
  expect(long?.text.endsWith(' …')).toBe(true);
  expect(commentWords({ html: `${'<blockquote>'.repeat(60)}deep` })?.text).toBe('deep');
  expect(commentWords({ html: '<p>&nbsp;</p><script>x</script>' })).toBeNull();
  expect(commentWords({ text: 'a\0b \uD800' })?.text).toBe('ab \uFFFD');
});

const corpus = path.join(projectRoot, '../shared/corpus');
const fromCorpus = (name: string) => readFileSync(path.join(corpus, name), 'utf8');
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.log('The corpus is not here: its threads are not read.');

test.runIf(hasCorpus)(
  'the text, the page and the export of the corpus tell the same first comment',
  async () => {
    const text = readThread({ text: fromCorpus('article.txt') });
    const html = readThread({ html: fromCorpus('original-thread/page.html') });
    const read = await readExport(fromCorpus('original-thread/export.wxr.xml'), () => true);
    const wxr = read.ok ? read.reading.thread : null;
    expect([text, html, wxr].map((thread) => thread?.comments.length)).toEqual([1, 5, 5]);
    expect([text, html, wxr].map((thread) => thread?.declaredCount)).toEqual([2, 5, 5]);
    const [first, ...others] = [text, html, wxr].map(
      (thread) => commentWords(thread?.comments[0]?.body ?? { text: '' })?.text,
    );
    for (const other of others) expect(other).toBe(first);
    expect(text?.comments[0]).toMatchObject({
      time: { at: null, words: '11 hours ago' },
      votes: { up: 2, down: 0 },
    });
    expect(html?.comments.map(({ parentKey }) => parentKey)).toEqual(
      wxr?.comments.map(({ parentKey }) => parentKey),
    );
    expect(html?.comments[4]?.passage).toEqual(wxr?.comments[4]?.passage);
    expect(html?.comments[4]?.passage).not.toBeNull();
  },
);
