import { describe, expect, test } from 'vitest';
import { failureHelp, failureWords } from '#components/annotation/failure-words.ts';
import { sourceHref, sourcesHref } from '#components/source/source-href.ts';
import { standingOf } from '#lib/evidence/page/schedule.ts';
import { namedBy } from '#lib/evidence/page-list/matching.ts';
import { webPageQuery } from '#lib/evidence/page-list/schema.ts';
import { partsOf, partWith } from '#lib/evidence/parts.ts';
import { translator } from '#lib/i18n/translator.ts';

describe('a long text in parts', () => {
  test.each([
    ['paragraphs', 'A paragraph of some words.\n'.repeat(100)],
    ['one line', 'word '.repeat(1_000)],
    ['no space at all', '漢字'.repeat(2_000)],
    ['characters of two units', `x${'😀'.repeat(2_000)}`],
    ['nothing', ''],
  ])('of %s is whole, bounded and well formed', (_, text) => {
    const parts = partsOf(text, 300);
    expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    for (const { start, end } of parts) {
      expect(end - start).toBeLessThanOrEqual(300);
      expect(text.slice(start, end).isWellFormed()).toBe(true);
    }
    expect(parts.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(text.length / 150)));
  });

  test('ends at a paragraph where there is one, and is found by a place in it', () => {
    const text = `${'a'.repeat(90)}\n${'b'.repeat(90)}`;
    expect(partsOf(text, 100)).toEqual([
      { start: 0, end: 91 },
      { start: 91, end: 181 },
    ]);
    expect([0, 90, 91, 180].map((at) => partWith(partsOf(text, 100), at))).toEqual([0, 0, 1, 1]);
  });
});

test.each([
  ['', [], null],
  ['frost  100%', ['%frost%', '%100\\%%'], null],
  ['https://m.Example.org/a/?utm_source=x', ['%https://example.org/a%'], 'https://example.org/a'],
  ['http://', ['%http://%'], null],
])('%j is looked for', (q, patterns, address) => {
  expect(namedBy(webPageQuery.parse({ q }).q)).toEqual({ patterns, address });
});

test.each([
  ['WWW.Example.org', 'example.org'],
  ['https://m.example.org/page', 'example.org'],
  ['example.org:8080', 'example.org'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
])('the site %s is %s', (typed, site) => {
  expect(webPageQuery.parse({ site: typed }).site).toBe(site);
});

test.each([
  [null, null, 0, false, 'pending'],
  [new Date(), null, 0, true, 'there'],
  [new Date(), 'timeout', 1, true, 'failing'],
  [new Date(), 'timeout', 3, true, 'gone'],
  [new Date(), 'http-410', 1, true, 'gone'],
  [new Date(), 'timeout', 1, false, 'unreachable'],
])('a page with %s %s %i %s is %s', (lookedAt, failure, failures, wasThere, standing) => {
  expect(standingOf({ lookedAt, failure, failures }, wasThere)).toBe(standing);
});

test('why a page could not be had is said in words, whatever it was', () => {
  const words = translator('en', 'card');
  expect(failureWords(words, 'http-451')).toContain('451');
  expect(failureWords(words, 'scanned')).toContain('pictures');
  expect(failureWords(words, 'something new')).toBe(words('failures.other'));
  expect(failureWords(words, null)).toBe(words('failures.other'));
});

test.each([
  ['http-404', 'address'],
  ['dns', 'address'],
  ['http-403', 'closed'],
  ['robot-check', 'closed'],
  ['http-503', 'later'],
  ['timeout', 'later'],
  ['blocked-address', 'public'],
  ['encrypted', 'text'],
  ['not-html', 'text'],
  [null, 'later'],
] as const)('of %s it is said what helps: %s', (failure, help) => {
  for (const locale of ['en', 'de'] as const) {
    const words = translator(locale, 'card');
    expect(failureHelp(words, failure)).toBe(words(`failureHelp.${help}`));
  }
});

test('addresses carry what is asked for, and nothing else', () => {
  expect(sourcesHref({})).toBe('/sources');
  expect(sourcesHref({ q: 'a b', state: 'gone' }, { cursor: 'c' })).toBe(
    '/sources?q=a+b&state=gone&cursor=c',
  );
  expect(sourceHref('p', { compare: ['a', 'b'], part: 2, at: 'x' })).toBe('/sources/p?part=2&compare=a.b#x');
});
