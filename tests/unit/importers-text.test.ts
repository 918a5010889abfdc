import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importArticle } from '#lib/importers/import.ts';
import type { ImportedArticle } from '#lib/importers/result.ts';

function read(text: string): ImportedArticle {
  const result = importArticle({ text });
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.article;
}

const fixture = (name: string) => readFileSync(path.join('tests/fixtures/import', name), 'utf8');
const why = (article: ImportedArticle) => article.leftOut.map((part) => part.why);
/** Every word of the source is in the fields, in the body or in what was left out. */
function expectNothingLost(source: string, article: ImportedArticle) {
  const kept = [article.title, article.text, ...article.leftOut.map(({ text }) => text)]
    .join('\n')
    .replace(/\s+/g, ' ');
  for (const line of source.split('\n')) {
    const words = line.trim().replace(/\s+/g, ' ');
    const isMeta = words.includes(article.byline ?? '\0') || /^\w+ \d+, \d{4}$/.test(words);
    if (!isMeta) expect(kept).toContain(words);
  }
}

test('an English blog article with its appeal and comment section', () => {
  const source = fixture('harbour-bridge.txt');
  const article = read(source);
  expect(article).toMatchObject({
    title: 'Harbour Bridge to Close for Two Years - Ferry Plan, Rising Costs and an Open Question',
    byline: 'Marta Lindqvist',
    publishedAt: '2025-03-04',
    lang: 'en',
    warnings: [],
    source: { title: 'found', byline: 'found', publishedAt: 'found', lang: 'found' },
  });
  const paragraphs = article.text.split('\n');
  expect(paragraphs).toHaveLength(5);
  expect(paragraphs[0]).toMatch(/^The council of Westhaven/);
  expect(paragraphs[4]).toMatch(/about that date\.$/);
  expect(why(article)).toEqual(['appeal', 'comments']);
  expect(article.leftOut[0]?.text).toMatch(/^A note from us\n.*To the Courier Letter$/s);
  expect(article.leftOut[1]?.text).toMatch(/^Subscribe\nNotify of\n.*Pelle\n6 hours ago\n\nEin schöner/s);
  expectNothingLost(source, article);
});

test('a German local newspaper with navigation, advertisement, appeal and comments', () => {
  const source = fixture('stadtbad.txt');
  const article = read(source);
  expect(article).toMatchObject({
    title: 'Stadtbad bleibt bis 2027 geschlossen – Sanierung wird deutlich teurer',
    byline: 'Henrike Osterloh',
    publishedAt: '2026-01-15',
    lang: 'de',
    warnings: [],
  });
  expect(article.document.content?.map(({ type }) => type)).toEqual([
    'paragraph',
    'paragraph',
    'heading',
    'paragraph',
    'paragraph',
  ]);
  expect(article.text).toContain('Was die Schulen jetzt tun');
  expect(article.text).toMatch(/liegt dieser Redaktion vor\.$/);
  expect(article.text).not.toMatch(/Anzeige|Lesezeit|spenden|Kommentare|Karl-Heinz/);
  expect(why(article)).toEqual(['furniture', 'furniture', 'advert', 'appeal', 'comments']);
  expectNothingLost(source, article);
});

const corpus = path.resolve('../shared/corpus/article.txt');
test.skipIf(!existsSync(corpus))(
  'the article that this project began with (needs the corpus beside the project)',
  () => {
    const article = read(readFileSync(corpus, 'utf8'));
    expect(article.title).toMatch(/^Security Guarantees .* Red Line$/);
    expect(article).toMatchObject({
      byline: 'Rainer Hofmann',
      publishedAt: '2025-12-15',
      lang: 'en',
      warnings: [],
    });
    expect(article.text.split('\n')).toHaveLength(10);
    expect(article.text).not.toMatch(/In our own matter|Kaizen|Notify of|Miau|Unglaublich/);
    expect(why(article)).toEqual(['appeal', 'comments']);
    expect(article.leftOut[1]?.text).toContain('Miau');
  },
);

const PROSE =
  'The committee met for three hours on Tuesday and heard eleven witnesses, among them two ministers and a nurse.';

test('an article that speaks of comments, support and newsletters loses nothing', () => {
  const body = [
    'Newspapers are closing their comment sections one by one, and readers hardly notice. In 2014 there were 900 of them; today there are fewer than 200.',
    'Comments',
    `Under the headline “Leave a comment”, one paper still collected 2,000 replies a day. ${PROSE}`,
    'Subscribe to our newsletter, the banner says, and nobody does. The support of readers has become a question of survival for small papers, and please consider a donation is a sentence that everybody has read too often.',
    'Support for the law is growing',
    `“Your support matters”, wrote one editor to her readers. ${PROSE} ${PROSE}`,
    'Subscribe, donate, share: these three words are what is left of the newsletter boom.',
    `In the end 11 of 40 votes decided. ${PROSE}`,
  ];
  const article = read(
    ['The End of the Comment Section', 'By Jane Doe', 'May 5, 2024', ...body].join('\n\n'),
  );
  expect(article.leftOut).toEqual([]);
  expect(article.text.split('\n')).toEqual(body);
});

test('words of one kind alone, such as names of orders, are not a comment section', () => {
  const text = `How Wines Are Ranked\n\n${PROSE}\n\nBest\n\nOldest\n\nNewest\n\n${PROSE}\n\n${PROSE}`;
  expect(read(text).leftOut).toEqual([]);
});

test('a short list in an article is not a comment section', () => {
  const text = `A day in numbers\n\n${PROSE}\n\n12\n\nOldest\n\nThat is the name of a wine from the region. ${PROSE}\n\n${PROSE}`;
  const article = read(text);
  expect(article.leftOut).toEqual([]);
});

test.each<[string, string[]]>([
  [
    'WordPress',
    [
      '3 thoughts on “Title”',
      'Jane',
      'May 6, 2024 at 8:14 am',
      PROSE,
      'Reply',
      'Leave a Reply',
      'Your email address will not be published. Required fields are marked *',
      'Name *',
      'Email *',
    ],
  ],
  [
    'Disqus',
    [
      'Disqus Comments',
      '2 Comments',
      'Login',
      'Sort by Best',
      'Jane',
      '2 hours ago',
      PROSE,
      '3',
      'Reply',
      'Share ›',
    ],
  ],
  ['a newspaper', ['Comments (12)', 'Newest first', 'reader99', '3 hrs ago', PROSE, 'Like 4', 'Report']],
  [
    'a German forum',
    ['Kommentare (3)', 'Sortieren nach: Neueste', 'Paul', 'vor 3 Tagen', PROSE, 'Antworten', 'Melden'],
  ],
  ['a form without comments', ['Leave a comment', 'Name', 'Email', 'Website', 'Post comment']],
])('the comment section of %s is told', (_, section) => {
  const article = read(['A headline for it', 'By Jane Doe', PROSE, PROSE, ...section].join('\n\n'));
  expect(article.text).toBe(`${PROSE}\n${PROSE}`);
  expect(why(article)).toEqual(['comments']);
  expect(article.leftOut[0]?.text).toBe(section.join('\n\n'));
});

test.each<[string, string, string, string | null]>([
  ['By Jane Doe\nDecember 15, 2025', 'Jane Doe', '2025-12-15', null],
  [
    'By Jane Doe and John Q. Public, Political Editors | 15 Dec 2025',
    'Jane Doe and John Q. Public, Political Editors',
    '2025-12-15',
    null,
  ],
  [
    'byJane Doe\nPublished Dec. 15, 2025 at 10:30 AM\nUpdated December 16, 2025',
    'Jane Doe',
    '2025-12-15',
    null,
  ],
  ['Von Max van der Berg · 15.12.2025, 10:30 Uhr', 'Max van der Berg', '2025-12-15', null],
  ['Montag, 15. Dezember 2025\nvonÄnne Öztürk', 'Änne Öztürk', '2025-12-15', null],
  ['Autorin: Eva Groß\nStand: 15.12.2025', 'Eva Groß', '2025-12-15', null],
  ['Jane Doe\n2025-12-15T10:30:00+01:00', 'Jane Doe', '2025-12-15T10:30:00+01:00', 'byline-guessed'],
  ['By Jane Doe\n3/4/2025', 'Jane Doe', '2025-03-04', 'date-guessed'],
  ['12/15/2025\n5 min read\nBy AFP', 'AFP', '2025-12-15', null],
])('the head %j', (head, byline, publishedAt, warning) => {
  const article = read(`What the Council Decided on Tuesday\n${head}\n\n${PROSE}\n\n${PROSE}`);
  expect(article).toMatchObject({ title: 'What the Council Decided on Tuesday', byline, publishedAt });
  expect(article.warnings).toEqual(warning ? [warning] : []);
  expect(article.text).toBe(`${PROSE}\n${PROSE}`);
});

test('a subtitle stays, also before the author', () => {
  const article = read(
    `What the Council Decided\n\nEleven witnesses, two ministers and a nurse\n\nBy Jane Doe\n\n${PROSE}`,
  );
  expect(article).toMatchObject({ title: 'What the Council Decided', byline: 'Jane Doe' });
  expect(article.text).toBe(`Eleven witnesses, two ministers and a nurse\n${PROSE}`);
});

test('the section above the headline is left out', () => {
  const article = read(`POLITICS\nWhat the Council Decided on Tuesday Night\nBy Jane Doe\n\n${PROSE}`);
  expect(article).toMatchObject({
    title: 'What the Council Decided on Tuesday Night',
    leftOut: [{ why: 'furniture', text: 'POLITICS' }],
  });
});

test('“11 hours ago” is no date, and a name in the text is no byline', () => {
  const article = read(
    `What the Council Decided\n\n11 hours ago\n\nBy the end of the day, nobody knew. ${PROSE}`,
  );
  expect(article).toMatchObject({ byline: null, publishedAt: null });
  expect(article.text).toContain('By the end of the day');
});

test('a text without a head keeps every word, and its title is proposed with a warning', () => {
  const text = `${PROSE} It was the third such meeting this year.\n\n${PROSE}`;
  const article = read(text);
  expect(article.text).toBe(text.replace('\n\n', '\n'));
  expect(article.title).toBe(PROSE.slice(0, -1));
  expect(article.warnings).toEqual(['title-guessed']);
  expect(article.source.title).toBe('guessed');
  expect(read('Just one short sentence.')).toMatchObject({
    title: 'Just one short sentence',
    text: 'Just one short sentence.',
  });
});

test('paragraphs that one break parts, and emoji, right-to-left and Chinese text', () => {
  const lines = [`${PROSE} ${PROSE}`, `👩🏽‍🚀 e\u0301 ${PROSE}`, PROSE.repeat(2)];
  expect(read(`A Headline Without a Stop\n\n${lines.join('\n')}`).text.split('\n')).toEqual(lines);
  const chinese = '总统在北京说，经济增长了百分之五。'.repeat(8);
  expect(read(`经济增长放缓\n\n${chinese}\n\n${chinese}`)).toMatchObject({
    title: '经济增长放缓',
    lang: 'zh',
    text: `${chinese}\n${chinese}`,
  });
  const arabic = 'قال الرئيس إن الاقتصاد نما بنسبة خمسة في المئة هذا العام. '.repeat(5).trim();
  expect(read(`الاقتصاد ينمو\n\n${arabic}`)).toMatchObject({
    title: 'الاقتصاد ينمو',
    lang: 'ar',
    text: arabic,
  });
});

test('a megabyte of text is no trouble', { timeout: 60_000 }, () => {
  const text = `A Title for It\n\nBy Jane Doe\n\n${`${PROSE}\n\n`.repeat(8500)}`;
  const began = performance.now();
  expect(read(text).text.length).toBeGreaterThan(900_000);
  expect(performance.now() - began).toBeLessThan(20_000);
});
