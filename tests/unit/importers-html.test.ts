import { expect, test } from 'vitest';
import { type ImportSource, importArticle, type Overrides } from '#lib/importers/import.ts';
import { type ImportedArticle, INPUT_LIMIT } from '#lib/importers/result.ts';

function read(source: ImportSource, overrides?: Overrides): ImportedArticle {
  const result = importArticle(source, overrides);
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.article;
}

const PROSE =
  'The committee met for three hours on Tuesday, heard eleven witnesses, among them two ministers and a nurse, and adjourned without a vote.';
const URL_OF_IT = 'https://www.courier.example/news/2025/committee?utm_source=x#top';

function page(head: string, body = `<h1>Eleven Witnesses Heard</h1>${`<p>${PROSE}</p>`.repeat(6)}`): string {
  return `<!doctype html><html lang="en-gb"><head>${head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/politics">Politics</a></li></ul></nav>
    <main><article>${body}</article></main>
    <aside><h2>Most read</h2><ul><li><a href="/a">Another article</a></li></ul></aside>
    <section id="comments" class="comments"><h3>2 comments</h3><p>First!</p><p>No.</p></section>
    <footer>© 2025 The Courier</footer></body></html>`;
}

const LD = (fields: object) => `<script type="application/ld+json">${JSON.stringify(fields)}</script>`;

test('the article of a page, without what stands around it', () => {
  const article = read({
    html: page(
      '<title>Eleven Witnesses Heard | The Courier</title><meta property="og:site_name" content="The Courier">',
    ),
    url: URL_OF_IT,
  });
  expect(article).toMatchObject({
    title: 'Eleven Witnesses Heard',
    site: 'The Courier',
    lang: 'en-GB',
    url: 'https://www.courier.example/news/2025/committee',
    warnings: [],
  });
  expect(article.text).toBe(Array(6).fill(PROSE).join('\n'));
});

test('JSON-LD comes first, then OpenGraph, Dublin Core, Twitter, other metadata, the page', () => {
  const heads = [
    LD({
      '@graph': [
        { '@type': 'WebSite', name: 'Not this' },
        {
          '@type': 'NewsArticle',
          headline: 'From LD',
          author: [{ '@id': '#a' }, { name: 'Bo Ek' }],
          datePublished: '2025-03-04T10:00:00+0100',
          publisher: { name: 'LD Press' },
          inLanguage: 'sv',
        },
        { '@type': 'Person', '@id': '#a', name: 'Ada Öst' },
      ],
    }),
    '<meta property="og:title" content="From OpenGraph"><meta property="article:author" content="https://facebook.example/x"><meta property="article:published_time" content="2025-03-05T00:00:00Z">',
    '<meta name="DC.title" content="From Dublin Core"><meta name="DC.creator" content="By Dee Cee"><meta name="DC.date.issued" content="2025-03-06">',
    '<meta name="twitter:title" content="From Twitter"><meta name="twitter:creator" content="@handle">',
    '<meta name="author" content="Meta Author"><meta name="date" content="7 March 2025"><title>From the Title</title>',
  ];
  const found = heads.map((_, index) => {
    const { title, byline, publishedAt } = read({ html: page(heads.slice(index).join('')) });
    return [title, byline, publishedAt];
  });
  expect(found).toEqual([
    ['From LD', 'Ada Öst, Bo Ek', '2025-03-04T10:00:00+01:00'],
    ['From OpenGraph', 'Dee Cee', '2025-03-05T00:00:00Z'],
    ['From Dublin Core', 'Dee Cee', '2025-03-06'],
    ['From Twitter', 'Meta Author', '2025-03-07'],
    ['From the Title', 'Meta Author', '2025-03-07'],
  ]);
  expect(read({ html: page(heads.join('')) }).site).toBe('LD Press');
});

test('malformed and hostile JSON-LD is passed over', () => {
  const deep = `${'{"@graph":['.repeat(200)}${']}'.repeat(200)}`;
  const html = page(
    `${LD([])}<script type="application/ld+json">{not json</script><script type="application/ld+json">${deep}</script>${LD({ '@type': 'Article', headline: { toString: 1 }, author: 7, datePublished: ['x'] })}<title>The Real Title of It</title>`,
  );
  expect(read({ html })).toMatchObject({ title: 'The Real Title of It', byline: null, publishedAt: null });
});

test('the page itself, when nothing else says it', () => {
  const body = `<header><h1>Eleven Witnesses Heard</h1><p class="byline">By <a rel="author" href="/jd">Jane Doe</a></p><time datetime="2025-03-04T09:00">4 March</time></header>${`<p>${PROSE}</p>`.repeat(6)}`;
  expect(read({ html: page('', body) })).toMatchObject({
    title: 'Eleven Witnesses Heard',
    byline: 'Jane Doe',
    publishedAt: '2025-03-04',
  });
});

test.each([
  ['Eleven Witnesses Heard - The Courier', 'Eleven Witnesses Heard'],
  ['Eleven Witnesses Heard – Politics | Courier', 'Eleven Witnesses Heard'],
  ['The Courier: Eleven Witnesses Heard', 'Eleven Witnesses Heard'],
  ['Another Title - With a Second Half - The Courier', 'Another Title - With a Second Half'],
  ['Another Title - With a Second Half', 'Another Title - With a Second Half'],
  ['Committee: What It Heard', 'Committee: What It Heard'],
])('the title %j', (title, expected) => {
  const html = page(`<title>${title}</title><meta property="og:site_name" content="The Courier">`);
  expect(read({ html, url: URL_OF_IT }).title).toBe(expected);
});

test('the canonical address wins, but not the front page or another protocol', () => {
  const of = (href: string) =>
    read({ html: page(`<link rel="canonical" href="${href}">`), url: URL_OF_IT }).url;
  expect(of('/news/committee')).toBe('https://www.courier.example/news/committee');
  expect(of('https://www.courier.example/')).toBe('https://www.courier.example/news/2025/committee');
  expect(of('javascript:alert(1)')).toBe('https://www.courier.example/news/2025/committee');
});

test('relative links, code, figures and headings of a page survive', () => {
  const body = `<h1>T</h1><h2>First</h2><p>${PROSE} <a href="../x">link</a></p><figure><img src="/p.jpg" alt="A room"><figcaption>The room</figcaption></figure>
    <pre><code class="language-js">let a = 1;</code></pre>${`<p>${PROSE}</p>`.repeat(4)}`;
  const { document } = read({ html: page('', body), url: URL_OF_IT });
  const json = JSON.stringify(document);
  expect(json).toContain('"href":"https://www.courier.example/news/x"');
  expect(json).toContain('"src":"https://www.courier.example/p.jpg"');
  expect(json).toContain('"language":"js"');
  expect(json).toContain('"type":"heading"');
});

test('scripts, styles, frames and handlers of a page never arrive', () => {
  const body = `<h1>T</h1>${`<p onclick="alert(1)" style="color:red">${PROSE}<script>alert(2)</script></p>`.repeat(5)}<iframe src="https://ads.example/"></iframe><p><a href="javascript:alert(3)">x</a></p>`;
  const json = JSON.stringify(read({ html: page('<style>p{}</style>', body) }).document);
  expect(json).not.toMatch(/alert|script|style|onclick|ads\.example/);
});

test('a piece of HTML is taken as it is; its first heading is the title', () => {
  const article = read({
    html: `<h2>A Piece</h2><p>Short <b>words</b>.</p><p>Subscribe</p>`,
    url: 'https://a.example/',
  });
  expect(article).toMatchObject({
    title: 'A Piece',
    text: 'Short words.\nSubscribe',
    url: 'https://a.example/',
    leftOut: [],
  });
  const copied =
    '<html><body>\n<!--StartFragment--><p>Copied <i>out</i> of an editor.</p><!--EndFragment-->\n</body></html>';
  expect(read({ html: copied })).toMatchObject({
    text: 'Copied out of an editor.',
    warnings: ['title-guessed'],
  });
});

test('a page of which nothing stands out is taken whole, with a warning', () => {
  expect(
    read({ html: '<html><head><title>Note</title></head><body><div>Only a few words.</div></body></html>' }),
  ).toMatchObject({
    title: 'Note',
    text: 'Only a few words.',
    warnings: expect.arrayContaining(['article-uncertain']),
  });
});

test('Markdown with front matter, and with a first heading', () => {
  expect(
    read({
      markdown: `---\ntitle: "A: Title"\nauthor:\n  - Jane Doe\n  - Bo Ek\ndate: 2025-03-04\nlang: de\nurl: https://a.example/x # source\ntags: [a, b]\n---\n\n## Part\n\n${PROSE}\n`,
    }),
  ).toMatchObject({
    title: 'A: Title',
    byline: 'Jane Doe, Bo Ek',
    publishedAt: '2025-03-04',
    lang: 'de',
    url: 'https://a.example/x',
    text: `Part\n${PROSE}`,
  });
  expect(read({ markdown: `# Title\n\n${PROSE}\n\n* * *\n\n> ${PROSE}` })).toMatchObject({
    title: 'Title',
    text: `${PROSE}\n${PROSE}`,
    warnings: [],
  });
  expect(read({ markdown: '--- not front matter\n\nWords.' }).text).toContain('Words.');
});

test('what a person states wins, and what was stated is no guess', () => {
  const article = read(
    { text: `Headline of It\n\nJane Doe\n3/4/2025\n\n${PROSE}` },
    {
      title: ' Mine ',
      byline: null,
      publishedAt: '2025-04-03',
      lang: 'de_at',
      site: 'Here',
      url: 'https://a.example/',
    },
  );
  expect(article).toMatchObject({
    title: 'Mine',
    byline: null,
    publishedAt: '2025-04-03',
    lang: 'de-AT',
    site: 'Here',
    url: 'https://a.example/',
    warnings: [],
    source: {
      title: 'given',
      byline: 'given',
      publishedAt: 'given',
      lang: 'given',
      site: 'given',
      url: 'given',
    },
  });
});

test.each<[string, ImportSource, string]>([
  ['nothing', { text: '' }, 'empty'],
  ['white space', { html: ' \n\u00A0\u200B\t' }, 'empty'],
  ['NUL', { text: `words${String.fromCharCode(0)}words` }, 'binary'],
  ['a PNG read as text', { text: `\uFFFDPNG\r\n\u001a\n${'\uFFFD\u0001\u0002'.repeat(50)}` }, 'binary'],
  ['too much', { text: 'x'.repeat(INPUT_LIMIT + 1) }, 'too-large'],
  ['5 MB', { html: '<p>words</p>'.repeat(420_000) }, 'too-large'],
  ['more text than an article may hold', { text: `${PROSE}\n\n`.repeat(9000) }, 'too-large'],
  ['markup without words', { html: '<div><img src="data:image/png;base64,xx"></div>' }, 'no-article'],
  ['scripts alone', { html: '<script>var words = 1;</script>' }, 'no-article'],
])('%s is refused', (_, source, code) => {
  expect(importArticle(source)).toMatchObject({ ok: false, code, detail: expect.any(String) });
});

test('lone surrogates are replaced, not refused', () => {
  expect(read({ text: `Words with half a \ud83d pair. ${PROSE}` }).text).toContain('\uFFFD');
});

test('Markdown built to exhaust its parser is read as something', { timeout: 60_000 }, () => {
  for (const source of [`${'> '.repeat(50_000)}x`, `${'- '.repeat(50_000)}x`, `${'['.repeat(50_000)}x`]) {
    expect(importArticle({ markdown: source })).toBeDefined();
  }
});

test('the picture above the text is kept beside it, with its caption', () => {
  const figure =
    '<figure><img src="/ramp.jpg" alt="A ramp"><figcaption>The ramp in March. Photo: Jo Ek</figcaption></figure>';
  const html = `<!doctype html><html lang="en"><title>Ferry</title><body><main><header><h1>Ferry</h1></header><div class="top">${figure}</div><div class="text">${`<p>${PROSE}</p>`.repeat(4)}</div></main></body></html>`;
  const { document, text } = read({ html, url: 'https://a.example/ferry' });
  expect(document.content?.[0]).toEqual({
    type: 'figure',
    attrs: { src: 'https://a.example/ramp.jpg', alt: 'The ramp in March. Photo: Jo Ek' },
  });
  expect(text).not.toContain('The ramp in March');
});
