import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAtom } from '#lib/interchange/feeds/atom.ts';
import { FEED_FORMATS, type Feed, type FeedFormat, type FeedItem } from '#lib/interchange/feeds/feed.ts';
import { toJsonFeed } from '#lib/interchange/feeds/json-feed.ts';
import { toRss } from '#lib/interchange/feeds/rss.ts';
import { brokenByAtom, brokenByJsonFeed, brokenByRss } from '#tests/setup/feed-rules.ts';
import { childrenOf, parseXml, textOf } from '#tests/setup/xml.ts';

const SELF = 'https://obelus.example/feeds/claims.x?lang=de&x=1';

const feed = (items: FeedItem[]): Feed => ({
  title: 'Claims · Obelus',
  description: 'What was claimed & how it "fared"',
  home: 'https://obelus.example/claims',
  self: SELF,
  lang: 'de',
  items,
});

const item = (given: Partial<FeedItem> = {}): FeedItem => ({
  id: crypto.randomUUID(),
  url: 'https://obelus.example/claims/1?a=1&b=2',
  title: 'Forty ships froze.',
  summary: 'Open: “Forty ships”',
  author: 'Ann',
  published: '2026-11-03T04:05:06.007Z',
  updated: '2026-11-04T04:05:06.007Z',
  tags: ['Open'],
  lang: 'en-GB',
  ...given,
});

/** The rules that each form of it breaks. */
const BROKEN: Record<FeedFormat, (feed: Feed) => string[]> = {
  rss: (given) => brokenByRss(parseXml(toRss(given)), SELF),
  atom: (given) => brokenByAtom(parseXml(toAtom(given)), SELF),
  json: (given) => brokenByJsonFeed(JSON.parse(toJsonFeed(given)), SELF),
};

const HOSTILE = [
  ['the end of character data', 'Ships ]]> froze'],
  ['markup', '</title></item><script>alert("&amp;")</script><!-- '],
  ['an entity that is none', '&nbsp; &unknown; &#0; &'],
  ['signs that XML cannot hold', 'Ice\u0000\u0001\u0008\u000b\u000c\u001f\ufffe\uffff bound'],
  ['half a letter', 'Half \ud83d\udea2 \ud83d and \udea2'],
  ['what turns words around', 'Ships \u202eevil\u202c \u2066x\u2069'],
  ['another direction', 'تجمّد الميناء (أحد عشر أسبوعا) 1709'],
  ['emoji', '👩🏽‍🚒 🇩🇪 👨‍👩‍👧‍👦'],
  ['lines', 'one\r\ntwo\n\nthree\ttabbed\u2028four'],
  ['nothing', ' \n '],
] as const;

describe.each(FEED_FORMATS)('%s', (format) => {
  test('keeps the rules, with nothing in it too', () => {
    expect(BROKEN[format](feed([]))).toEqual([]);
    expect(BROKEN[format](feed([item(), item({ author: null, tags: [] })]))).toEqual([]);
  });

  test.each(HOSTILE)('keeps them with %s', (_what, text) => {
    const hostile = item({ title: text, summary: text, author: text, tags: [text, 'Open'] });
    expect(BROKEN[format](feed([hostile, item()]))).toEqual([]);
  });

  test('keeps them with any words', () => {
    const words = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(words, words, words, (title, summary, author) => {
        expect(BROKEN[format](feed([item({ title, summary, author, tags: [title] })]))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the same words', () => {
  const text = 'Ships </b> ]]> &amp; 🚢';

  test('are read again from all of them', () => {
    const given = feed([item({ title: text, summary: text })]);
    const rss = childrenOf(childrenOf(parseXml(toRss(given)), 'channel')[0], 'item')[0];
    const atom = childrenOf(parseXml(toAtom(given)), 'entry')[0];
    const [json] = JSON.parse(toJsonFeed(given)).items;
    expect([textOf(rss, 'title'), textOf(atom, 'title'), json.title]).toEqual([text, text, text]);
    expect([textOf(atom, 'summary'), json.content_text]).toEqual([text, text]);
    // Taken for HTML, it says the same.
    expect(textOf(rss, 'description')).toBe('Ships &lt;/b&gt; ]]&gt; &amp;amp; 🚢');
  });

  test('stand at the same times', () => {
    const given = feed([item()]);
    const rss = childrenOf(childrenOf(parseXml(toRss(given)), 'channel')[0], 'item')[0];
    expect(textOf(rss, 'pubDate')).toBe('Tue, 03 Nov 2026 04:05:06 GMT');
    expect(textOf(childrenOf(parseXml(toAtom(given)), 'entry')[0], 'published')).toBe(
      '2026-11-03T04:05:06.007Z',
    );
    expect(textOf(parseXml(toAtom(given)), 'updated')).toBe('2026-11-04T04:05:06.007Z');
  });
});

test('the rules can be broken', () => {
  const without = (xml: string, part: RegExp) => parseXml(xml.replace(part, ''));
  const given = feed([item()]);
  expect(brokenByRss(without(toRss(given), /<pubDate>.*<\/pubDate>/), SELF)).toHaveLength(1);
  expect(brokenByRss(without(toRss(given), / isPermaLink="false"/), SELF)).toHaveLength(1);
  expect(brokenByAtom(without(toAtom(given), /<author><name>Obelus<\/name><\/author>/), SELF)).toEqual([]);
  expect(brokenByAtom(without(toAtom(given), /<updated>.*<\/updated>/), SELF)).not.toEqual([]);
  expect(brokenByAtom(without(toAtom(given), /<link rel="self"[^>]*>/), SELF)).toHaveLength(1);
  expect(brokenByJsonFeed({ ...JSON.parse(toJsonFeed(given)), version: '1' }, SELF)).toEqual(['version']);
});
