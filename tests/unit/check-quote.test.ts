import { describe, expect, test } from 'vitest';
import { archivedOriginal, isArchive } from '#lib/evidence/archive.ts';
import { checkQuote } from '#lib/evidence/check-quote.ts';
import { turnOf } from '#lib/evidence/judging/holding.ts';
import { inListedOrder } from '#lib/evidence/listed-order.ts';
import { below, pick, randomOf } from '#tests/bench/prose.ts';

const TEXT = `A ledger
The harbour master counted thirty-one ships on the second of February, and wrote them down.
The book is kept in the town archive and may be read there by anybody who asks for it in writing.
Nobody asked for it in that year, and nobody in the next.`;

describe('a quote', () => {
  test.each([
    ['in the very words', 'counted thirty-one ships on the second of February'],
    ['with other quotes, dashes and spaces', '«counted  thirty–one ships\non the second of February»'],
    ['that begins with a capital and ends a sentence', 'Counted thirty-one ships.'],
    ['with words left out', 'The harbour master counted [...] ships … and wrote them down.'],
  ])('%s is verified', (_, quote) => {
    const found = checkQuote(TEXT, quote);
    expect(found).toMatchObject({ state: 'verified', changes: [], found: null });
    expect(TEXT.slice(found.start ?? 0, found.end ?? 0)).toMatch(/ships/);
  });

  test.each([
    ['a number', 'The harbour master counted forty-one ships', [['forty-one', 'thirty-one']]],
    ['a word', 'counted thirty-one vessels on the second of February', [['vessels', 'ships']]],
    ['a question', 'The harbour master counted thirty-one ships?', [['?', '']]],
    ['a negation', 'The harbour master did not count thirty-one ships', [['did not count', 'counted']]],
    ['a piece among others', 'The harbour master … ships on the third of February', [['third', 'second']]],
  ])('with %s that is another is altered, and says which', (_, quote, changes) => {
    const found = checkQuote(TEXT, quote);
    expect(found.state).toBe('altered');
    expect(found.changes).toEqual(changes.map(([before, after]) => ({ before, after })));
    expect(found.start).not.toBeNull();
  });

  test('that is altered is shown as the page has it, with the same words left out and the same marks around', () => {
    const quote = '“The harbour master counted … on the third of February, and wrote them down”';
    expect(checkQuote(TEXT, quote).found).toBe(
      '“The harbour master counted … on the second of February, and wrote them down”',
    );
  });

  test('in other words that say the same is altered without words that matter', () => {
    const found = checkQuote(TEXT, 'The harbor master counted 31 ships on the second of February');
    expect(found).toMatchObject({ state: 'altered', changes: [] });
    expect(found.found).toContain('harbour master counted thirty-one');
  });

  test.each([
    ['of other words', 'It is known that the bridge collapsed because of rust in its cables.'],
    ['of a few words', 'forty ships'],
    ['whose pieces stand in another order', 'wrote them down … the harbour master'],
    ['of which a piece is not there', 'The harbour master counted … and threw the book away for good'],
  ])('%s is missing', (_, quote) => {
    expect(checkQuote(TEXT, quote)).toEqual({
      ...{ state: 'missing', start: null, end: null },
      ...{ changes: [], found: null },
    });
  });

  test('whose words stand in several places is where it was chosen', () => {
    const second = TEXT.lastIndexOf('nobody');
    expect(checkQuote(`${TEXT} It was nobody.`, 'nobody', { start: second + 3 })).toMatchObject({
      start: second,
    });
  });

  test('whose parts stand far from each other is no quote', () => {
    const [first, second] = ['The mayor opened the bridge', 'and then he resigned'];
    const between = 'It rained on the guests. '.repeat(80);
    expect(checkQuote(`${first}. ${between} ${second}.`, `${first} … ${second}`).state).toBe('missing');
    expect(checkQuote(`${first}. It rained ${second}.`, `${first} … ${second}`).state).toBe('verified');
  });

  test('whose parts stand in order twice is where they are said as they are quoted', () => {
    const text = 'The dam is not at all safe, said one. The dam is, by all that we know, safe, said another.';
    expect(checkQuote(text, 'The dam is … safe')).toMatchObject({ state: 'verified', start: 38 });
  });

  test.each([
    ['eine Mehrheit', 'Dafür fand sich keine Mehrheit im Rat.'],
    ['fair to all who live here', 'The tax is unfair to all who live here.'],
    ['5 degrees at night', 'It was -5 degrees at night.'],
    ['The mine will close in spring', 'The mine will close in spring unless it is sold.'],
    ['The mine will close. It [never] paid its workers.', 'The mine will close. It paid its workers.'],
  ])('%s is not what stands in: %s', (quote, text) => {
    expect(checkQuote(text, quote).state).not.toBe('verified');
  });

  test.each([
    ['-5 degrees at night', 'It was -5 degrees at night.'],
    ['Will the mine close?', '“Will the mine close?” she asked.'],
    ['He [Tom Reed] is “[a]n honest man”', 'Tom Reed came late. He is “an honest man”.'],
    ['He said [sic] it were so', 'He said it were so.'],
    ['It was built [in 1911] here', 'It was built [in 1911] here.'],
    ['東京都は緊急', '昨日、東京都は緊急事態を宣言した。'],
  ])('%s stands in: %s', (quote, text) => {
    expect(checkQuote(text, quote).state).toBe('verified');
  });

  test('is looked for in no more time on a page that says one thing for ever', () => {
    const page = 'ship '.repeat(200_000);
    expect(checkQuote(page, 'ship '.repeat(300)).state).toBe('verified');
    expect(checkQuote(page, `${'ship '.repeat(300)}boat`).state).toBe('altered');
    expect(checkQuote(page, 'ship … '.repeat(12)).state).toBe('verified');
    expect(checkQuote(page, 'ship … '.repeat(13)).state).toBe('missing');
  });

  test('of whatever marks is answered, with a place in the text', () => {
    const pieces = [
      '[',
      ']',
      '…',
      '...',
      '“',
      '”',
      '(',
      ' ',
      'ships',
      'not',
      '31',
      '-5',
      '?',
      '😀',
      'é',
      '\n',
      '[sic]',
      'Ж',
    ];
    const random = randomOf(3);
    for (let n = 0; n < 2_000; n += 1) {
      const quote = Array.from({ length: 1 + below(random, 12) }, () => pick(random, pieces)).join('');
      const text = Array.from({ length: below(random, 40) }, () => pick(random, pieces)).join(' ');
      const { state, start, end, found } = checkQuote(text, quote);
      expect(start === null, quote).toBe(state === 'missing' || state === 'no-quote');
      if (start === null || end === null) continue;
      expect([start < end, end <= text.length, text.slice(start, end).isWellFormed()]).toEqual([
        true,
        true,
        true,
      ]);
      expect(found === null).toBe(state === 'verified');
    }
  });

  test('that stood in an earlier text is found by what stood around it', () => {
    // Too few words to be believed by themselves, and most of them replaced.
    const now = TEXT.replace('thirty-one ships', 'six old boats');
    expect(checkQuote(now, 'thirty-one ships').state).toBe('missing');
    const start = TEXT.indexOf('thirty-one');
    const context = {
      prefix: 'The harbour master counted ',
      suffix: ' on the second of February, and ',
      start,
    };
    expect(checkQuote(now.replace('boats', 'ships'), 'thirty-one ships', { context }).state).toBe('altered');
  });

  test('of marks alone, or of nothing, is none', () => {
    for (const quote of ['', '“…”', '[...]']) expect(checkQuote(TEXT, quote).state).toBe('no-quote');
  });
});

test.each([
  ['https://web.archive.org/web/20200131120000/https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['https://web.archive.org/web/20200131120000id_/http:/example.org/', 'http://example.org/'],
  ['https://web.archive.org/web/2020/https://example.org/', 'https://example.org/'],
  ['https://archive.ph/2013.07.03-000000/http://example.org/x', 'http://example.org/x'],
  ['https://archive.today/newest/https://example.org/x', 'https://example.org/x'],
  ['https://archive.is/o/aB3dE/https://example.org/x', 'https://example.org/x'],
  [
    'https://archive.ph/20210101000000/https://web.archive.org/web/20200131120000/https://example.org/',
    'https://example.org/',
  ],
  ['https://example.org/web/a', null],
  ['https://example.org/?to=/20200131120000/https://other.org/', null],
  ['https://archive.ph/aB3dE', null],
  ['https://web.archive.org/web/20200131120000/javascript:alert(1)', null],
  ['https://web.archive.org/web/20200131120000/https://name:word@example.org/', null],
])('%s is a copy of %s', (address, original) => {
  expect(archivedOriginal(address)).toBe(original);
});

test('an archive is known by its host, or by what its address tells', () => {
  expect(isArchive('https://archive.ph/aB3dE')).toBe(true);
  expect(isArchive('https://perma.cc/AB12-CD34')).toBe(true);
  expect(isArchive('https://copies.example/20200131120000/https://example.org/')).toBe(true);
  expect(isArchive('https://example.org/archive.ph/aB3dE')).toBe(false);
});

test('sources are listed by kind, then by how useful people find them, then as they came', () => {
  const listed = (kind: string | null, useful: number, notUseful: number, id: string) => ({
    ...{ kind, useful, notUseful, id },
  });
  const given = [
    listed(null, 9, 0, 'unsaid'),
    listed('report', 0, 2, 'not useful'),
    listed('report', 0, 0, 'first of two'),
    listed('report', 0, 0, 'second of two'),
    listed('report', 2, 0, 'two of two'),
    listed('report', 90, 10, 'ninety of a hundred'),
    listed('social-post', 99, 0, 'post'),
    listed('primary', 0, 5, 'primary'),
    listed('study', 0, 0, 'study'),
    listed('official-record', 0, 0, 'record'),
  ];
  expect(inListedOrder(given).map(({ id }) => id)).toEqual([
    'primary',
    'record',
    'study',
    ...['ninety of a hundred', 'two of two', 'first of two', 'second of two', 'not useful'],
    'post',
    'unsaid',
  ]);
});

const NOW = new Date('2026-11-24T12:00:00Z');
const EARLIER = new Date('2026-11-20T12:00:00Z');
test.each([
  ['verified', null, 'missing', { lostAt: NOW, turned: true, news: true }],
  ['no-quote', null, 'unreachable', { lostAt: NOW, turned: true, news: true }],
  ['altered', EARLIER, 'missing', { lostAt: EARLIER, turned: false, news: true }],
  ['missing', EARLIER, 'missing', { lostAt: EARLIER, turned: false, news: false }],
  ['missing', EARLIER, 'verified', { lostAt: null, turned: true, news: null }],
  // What never held was not lost.
  ['pending', null, 'missing', { lostAt: null, turned: false, news: true }],
  ['pending', null, 'verified', { lostAt: null, turned: false, news: null }],
  ['verified', null, 'verified', { lostAt: null, turned: false, news: false }],
] as const)('a source that was %s (lost: %s) and is %s now', (state, lostAt, next, turn) => {
  expect(turnOf({ state, lostAt }, next, NOW)).toEqual(turn);
});
