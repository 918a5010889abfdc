import { expect, test } from 'vitest';
import { fromHtml } from '#lib/document/from-html.ts';
import { fromMarkdown } from '#lib/document/from-markdown.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentHtml } from '#lib/document/html.ts';
import { parseDocument } from '#lib/document/schema.ts';
import { documentText } from '#lib/document/text.ts';
import {
  a,
  b,
  br,
  code,
  doc,
  figure,
  h,
  hr,
  i,
  li,
  ol,
  p,
  pre,
  quote,
  table,
  td,
  th,
  tr,
  ul,
} from './document-build.ts';

/** Every document that comes in is one that parseDocument takes as it is. */
function html(source: string, base?: string) {
  const found = fromHtml(source, { base });
  expect(parseDocument(found, 'article')).toEqual({ ok: true, doc: found });
  return found;
}

function expectDoc(found: unknown, wanted: object) {
  const parsed = parseDocument(wanted, 'article');
  expect(parsed).toMatchObject({ ok: true });
  expect(found).toEqual(parsed.ok && parsed.doc);
}

test('what the schema knows comes in as it is', () => {
  expectDoc(
    html(
      `<h1>A</h1><h3>B</h3><h6>C</h6><p>One <b>bold</b> <em>italic</em> <code>x</code><br>two</p><hr>
       <ul><li>a</li><li><p>b</p><ol start=4><li>c</li></ol></li></ul><blockquote>said</blockquote>
       <pre><code class="language-js">let a;\n  b</code></pre>
       <table><thead><tr><th>Y</th><th>S</th></tr></thead><tbody><tr><td colspan=2>1</td></tr></tbody></table>`,
    ),
    doc(
      h(2, 'A'),
      h(3, 'B'),
      h(4, 'C'),
      p('One ', b('bold'), ' ', i('italic'), ' ', code('x'), br, 'two'),
      hr,
      ul(li(p('a')), li(p('b'), ol(4, li(p('c'))))),
      quote(p('said')),
      pre('let a;\n  b', 'js'),
      table(tr(th(p('Y')), th(p('S'))), tr({ ...td(p('1')), attrs: { colspan: 2 } })),
    ),
  );
});

test.each([
  '<script>alert(1)</script><p>ok</p>',
  '<p>ok</p><style>p{color:red}</style>',
  '<p onclick="alert(1)" style="position:fixed" class="x" id="y">ok</p>',
  '<iframe src="javascript:alert(1)"></iframe><p>ok</p>',
  '<iframe src="https://ads.example/x"></iframe><p>ok</p>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><p>ok</p>',
  '<p>ok</p><svg onload=alert(1)><script>alert(1)</script><text>no</text></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></math><p>ok</p>',
  '<p><a href="javascript:alert(1)">ok</a></p>',
  '<p><a href="  java\tscript:alert(1)">ok</a></p>',
  '<p><a href="data:text/html,x">ok</a></p>',
  '<p><img src=x onerror=alert(1)>ok</p>',
  '<object data="x"><embed src="https://evil.example/x.swf"></object><p>ok</p>',
  '<form action="https://evil.example"><input value="no"><button>no</button></form><p>ok</p>',
  '<p>ok<!-- comment --></p><template><p>no</p></template>',
  '<p hidden>no</p><p style="display: none">no</p><p>ok</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><p>ok</p>',
  '<base href="javascript:/a/"><p><a href="x">ok</a></p>',
  '<p>ok</p><img width=1 height=1 src="https://count.example/">',
])('nothing that runs, loads or hides survives: %s', (source) => {
  const found = html(source);
  const drawn = documentHtml(found);
  expect(documentText(found).trim()).toBe('ok');
  expect(drawn).not.toMatch(
    /<script|<style|<iframe|<img|<svg|<input|<object|<embed|\son\w+=|style=|javascript:|data:|evil|count\.example/i,
  );
  expect(drawn).not.toContain('>no<');
});

test('structure that the schema does not know gives its text', () => {
  const source = `<main>one<section>two</section><center>three</center><details><summary>four</summary>five</details>
    <dl><dt>six</dt><dd>seven</dd></dl><x-card>eight</x-card><marquee>nine</marquee><u>ten</u> <abbr>eleven</abbr>
    <h2>tw<blink>elve</blink></h2><fieldset><legend>thirteen</legend>fourteen</fieldset></main>`;
  expect(documentText(html(source)).split(/\s+/)).toEqual(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' '),
  );
});

test('relative links are resolved, others keep their words', () => {
  const base = 'https://example.org/a/b.html';
  expectDoc(
    html(
      '<p><a href="../c?d#e">x</a> <a href="#f">y</a> <a>z</a> <a href="mailto:a@b.example">m</a></p>',
      base,
    ),
    doc(
      p(
        a('https://example.org/c?d#e', 'x'),
        ' ',
        a('https://example.org/a/b.html#f', 'y'),
        ' z ',
        a('mailto:a@b.example', 'm'),
      ),
    ),
  );
  expectDoc(html('<p><a href="../c">x</a></p>'), doc(p('x')));
});

test('pictures become links with their caption, never pictures', () => {
  const base = 'https://example.org/';
  expectDoc(
    html(
      `<figure><a href="/big.jpg"><picture><source srcset="a.webp"><img src="p.jpg" alt="A bridge"></picture></a>
       <figcaption><p>The bridge.</p><p>Photo: <a href="/x">X</a></p></figcaption></figure>
       <p><img data-src="/lazy.png" src="data:image/gif;base64,R0" alt=""></p>
       <p>before <img src="/in.png" alt="formula"> after</p>
       <p>Hi <img class="emoji" src="/e.png" alt="😀"> there</p>`,
      base,
    ),
    doc(
      figure('https://example.org/p.jpg', 'A bridge', 'The bridge. Photo: ', a('https://example.org/x', 'X')),
      figure('https://example.org/lazy.png', null),
      p('before ', a('https://example.org/in.png', 'formula'), ' after'),
      p('Hi 😀 there'),
    ),
  );
});

test('a figure of more than one picture, or of something else, becomes its parts', () => {
  const base = 'https://example.org/';
  expectDoc(
    html('<figure><img src="1.jpg"><img src="2.jpg"><figcaption>Both</figcaption></figure>', base),
    doc(figure('https://example.org/1.jpg', null), figure('https://example.org/2.jpg', null, 'Both')),
  );
  expectDoc(
    html('<figure><blockquote>said</blockquote><figcaption>who</figcaption></figure>'),
    doc(quote(p('said')), p('who')),
  );
  expectDoc(
    html('<figure><table><tr><td>1</td><td>2</td></tr></table><figcaption>T</figcaption></figure>'),
    doc(table(tr(td(p('1')), td(p('2')))), p('T')),
  );
});

test('a film becomes a link to it', () => {
  expectDoc(
    html('<p>x</p><iframe src="https://www.youtube.com/embed/abc" title="The speech"></iframe>'),
    doc(p('x'), figure('https://www.youtube.com/embed/abc', 'The speech')),
  );
});

test('tables: captions stay, layouts become text, cells keep their columns', () => {
  expectDoc(
    html('<table><caption>Sums</caption><tr><td>a</td><td></td></tr></table>'),
    doc(p('Sums'), table(tr(td(p('a')), td(p())))),
  );
  expectDoc(
    html('<table><tr><td>only</td></tr><tr><td>one column</td></tr></table>'),
    doc(p('only'), p('one column')),
  );
});

test('two breaks part paragraphs, also inside marks; empty ones disappear', () => {
  expectDoc(
    html('<p>a<br> <br>b<br>c</p><p>&nbsp;</p><p><b>x<br><br>y</b></p><ul><li></li></ul><p><br></p>'),
    doc(p('a'), p('b', br, 'c'), p(b('x')), p(b('y'))),
  );
});

test('text without elements, entities, malformed HTML', () => {
  expectDoc(html('Just words &amp; &lt;b&gt; &eacute;'), doc(p('Just words & <b> é')));
  expectDoc(html('<p>a<p>b</div></span><i>c<p>d'), doc(p('a'), p('b', i('c')), p(i('d'))));
  expectDoc(html(''), doc(p()));
  expectDoc(html('<p>soft\u00ADhyphen \ud83d lone'), doc(p('softhyphen \uFFFD lone')));
});

test('emoji, combining marks, right-to-left and Chinese come through as they are', () => {
  const words = '👩🏽‍🚀 e\u0301 שָׁלוֹם مرحبا 中文';
  expect(documentText(html(`<p>${words}</p>`))).toBe(words);
});

test('deep nesting is cut without losing words', () => {
  const deep = (tag: string, depth: number) => `${`<${tag}>`.repeat(depth)}core${`</${tag}>`.repeat(depth)}`;
  expect(documentText(html(deep('blockquote', 100)))).toBe('core');
  expect(documentText(html(`${'<ul><li>'.repeat(100)}core`))).toBe('core');
  expect(documentText(html(deep('div', 200)))).toBe('core');
  expect(documentText(html(deep('div', 50_000)))).toBe('core');
});

test('HTML built to exhaust a parser is read as text', { timeout: 60_000 }, () => {
  const formatting = Array.from({ length: 1000 }, (_, n) => `<b class=${n}>`).join('');
  expect(documentText(html(`<p>${formatting}x</p>${'<p>y</p>'.repeat(10_000)}`))).toContain('y\ny');
  expect(documentText(html(`${'<a '.repeat(200_000)}`))).toBeDefined();
  expect(documentText(html(`${'<div>'.repeat(100_000)}z`))).toBe('z');
});

test('the HTML that we draw comes back as the same document', () => {
  const document = html(
    `<h2>T</h2><p>a <b>b</b><br>c</p><ul><li>x</li></ul><blockquote><p>q</p></blockquote><pre>1\n2</pre>
     <figure><img src="https://example.org/i.png" alt="alt"><figcaption>cap</figcaption></figure>
     <table><tr><td>1</td><td>2</td></tr></table><p>H<sub>2</sub>O <s>x</s> <a href="https://example.org/">l</a></p>`,
  );
  expect(html(documentHtml(document))).toEqual(document);
  const images = new Map([['https://example.org/i.png', { href: '/api/images/k', width: 4, height: 3 }]]);
  expect(html(documentHtml(document, { images }), 'https://obelus.example/')).toEqual(document);
});

test('a page of a megabyte is read whole', { timeout: 60_000 }, () => {
  const chunk =
    '<div class="x"><p>A sentence of words with <a href="/x">a link</a>, <b>bold</b> and <i style="color:red">more</i>.</p></div>\n';
  const times = Math.ceil(1_000_000 / chunk.length);
  const text = documentText(fromHtml(chunk.repeat(times), { base: 'https://example.org/' }));
  expect(text.split('\n')).toHaveLength(times);
});

test('Markdown', () => {
  expectDoc(
    fromMarkdown(
      '# T\n\nA *b* **c** `d` [e](https://example.org/ "t") <script>x</script>[f](javascript:alert(1))\n\n> q\n\n1. a\n2. b\n\n```js\nx\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![alt](https://example.org/i.png)\n',
    ),
    doc(
      h(2, 'T'),
      p('A ', i('b'), ' ', b('c'), ' ', code('d'), ' ', a('https://example.org/', 'e'), ' f'),
      quote(p('q')),
      ol(1, li(p('a')), li(p('b'))),
      pre('x\n', 'js'),
      table(tr(th(p('a')), th(p('b'))), tr(td(p('1')), td(p('2')))),
      figure('https://example.org/i.png', 'alt'),
    ),
  );
});

test('plain text: blank lines part paragraphs, single breaks stay, wrapped prose is joined', () => {
  expectDoc(fromText('a\r\n\r\nb\nc\n \t\n\n d  e '), doc(p('a'), p('b', br, 'c'), p('d e')));
  const wrapped =
    'This paragraph was wrapped by a mail program at about\nseventy characters, as such programs do, and it goes on\nto a last line.';
  expectDoc(fromText(wrapped), doc(p(wrapped.replaceAll('\n', ' '))));
  expectDoc(fromText('<b>not</b> *markup*'), doc(p('<b>not</b> *markup*')));
  expectDoc(fromText(' \n\n '), doc(p()));
});

test('notes of Markdown stand at the end, with their numbers in the text', () => {
  const markdown =
    'One[^b] and two.[^a] Three[^none] stays.\n\n[^a]: The *first* written.\n[^b]: https://a.example/\n\n    with more.\n[^c]: Nobody refers to it.\n\nThe end.';
  expect(documentText(fromMarkdown(markdown)).split('\n')).toEqual([
    'One[1] and two.[2] Three[^none] stays.',
    'The end.',
    'https://a.example/',
    'with more.',
    'The first written.',
    'Nobody refers to it.',
  ]);
  // As long as articles may be, and without a note.
  expect(documentText(fromMarkdown('word [^\n\n'.repeat(20_000))).length).toBeGreaterThan(100_000);
});
