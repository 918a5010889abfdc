import { DOMSerializer } from '@tiptap/pm/model';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { documentHtml } from '#lib/document/html.ts';
import { documentSchema } from '#lib/document/schema.ts';
import { domPoint, textOffset } from '#lib/document/selection.ts';
import { blocks, documentText, isBlank, textMap } from '#lib/document/text.ts';
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

const FULL = doc(
  h(2, 'Ärger & <Title>'),
  p(
    'Plain ',
    b('bold'),
    b('-italic', { type: 'italic' }),
    br,
    code('x < y'),
    a('https://example.org/a?b=1&c="2"', 'link'),
  ),
  p(),
  ul(li(p('one')), li(p('two'), ol(3, li(p('three'))))),
  quote(p('said'), p('twice')),
  pre('let x = 1;\n', 'js'),
  hr,
  table(tr(th(p('Year')), th(p('Sum'))), tr({ ...td(p('2024')), attrs: { colspan: 2, rowspan: 1 } })),
  figure('https://example.org/p.jpg', 'A "bridge"', 'The bridge in ', i('May'), br),
  figure(null, null, 'only words'),
  p('👩🏽‍🚀 e\u0301 שלום 中文'),
);

const clean = (html: string) =>
  html.replace(/ data-start="\d+"/g, '').replaceAll('<br class="ProseMirror-trailingBreak">', '');

/** What tiptap draws, by ProseMirror's own serializer on a DOM. */
function drawn(json: object): string {
  const { document } = parseHTML('<html><body></body></html>');
  const schema = documentSchema('article');
  const fragment = DOMSerializer.fromSchema(schema).serializeFragment(schema.nodeFromJSON(json).content, {
    document: document as unknown as Document,
  });
  const holder = document.createElement('div');
  holder.appendChild(fragment as never);
  return holder.innerHTML;
}

/** Read and written by one parser, attributes sorted. */
function inOrder(html: string): string {
  const body = dom(html);
  for (const element of body.querySelectorAll('*')) {
    const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const).sort();
    for (const [name] of attributes) element.removeAttribute(name);
    for (const [name, value] of attributes.reverse()) element.setAttribute(name, value);
  }
  return body.innerHTML;
}

function dom(html: string): Element {
  return parseHTML(`<html><body>${html}</body></html>`).document.body as unknown as Element;
}

test('the HTML is what ProseMirror draws for the same document', () => {
  expect(inOrder(clean(documentHtml(FULL)))).toBe(inOrder(drawn(FULL)));
});

test('it has no style attributes, and everything is escaped', () => {
  const html = documentHtml(
    doc(p('<img src=x onerror=alert(1)> & "quoted"'), pre('</code></pre><script>'), FULL.content?.[7] ?? p()),
  );
  expect(html).not.toMatch(/style=|<img|<script/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp;');
});

test('every textblock says where its text starts', () => {
  const text = documentText(FULL);
  const body = dom(documentHtml(FULL));
  const starts = [...body.querySelectorAll('[data-start]')].map((element) =>
    Number(element.getAttribute('data-start')),
  );
  expect(starts).toEqual(blocks(FULL).map(({ start }) => start));
  for (const element of body.querySelectorAll('[data-start]')) {
    const start = Number(element.getAttribute('data-start'));
    expect(text.startsWith(element.textContent ?? '', start) || element.querySelector('br') !== null).toBe(
      true,
    );
  }
});

test('a last line that a browser would not draw has the break that ProseMirror’s view gives it', () => {
  expect(documentHtml(doc(p()))).toBe('<p data-start="0"><br class="ProseMirror-trailingBreak"></p>');
  expect(documentHtml(doc(p('x', br)))).toContain('<br><br class="ProseMirror-trailingBreak">');
  expect(documentHtml(doc(p('x')))).toBe('<p data-start="0">x</p>');
});

test('a range is split at inline marks, hard breaks and blocks', () => {
  const document = doc(p('ab', b('cd'), br, 'ef'), p('gh'));
  expect(documentText(document)).toBe('abcd\nef\ngh');
  expect(documentHtml(document, { ranges: [{ start: 1, end: 9, open: '<mark>', close: '</mark>' }] })).toBe(
    '<p data-start="0">a<mark>b</mark><strong><mark>cd</mark></strong><br><mark>ef</mark></p>' +
      '<p data-start="8"><mark>g</mark>h</p>',
  );
});

test('neighbouring and empty ranges', () => {
  const html = documentHtml(doc(p('abcdef')), {
    ranges: [
      { start: 0, end: 2, open: '<i>', close: '</i>' },
      { start: 2, end: 2, open: '<x>', close: '</x>' },
      { start: 2, end: 4, open: '<u>', close: '</u>' },
      { start: 5, end: 99, open: '<s>', close: '</s>' },
    ],
  });
  expect(html).toBe('<p data-start="0"><i>ab</i><u>cd</u>e<s>f</s></p>');
});

test('ranges that overlap or are not sorted are refused', () => {
  const wrap = { open: '', close: '' };
  expect(() =>
    documentHtml(doc(p('abc')), {
      ranges: [
        { start: 0, end: 2, ...wrap },
        { start: 1, end: 3, ...wrap },
      ],
    }),
  ).toThrow(RangeError);
});

test('markers stand at their offset, outside every inline mark and range, inside the block', () => {
  const document = doc(p('ab', a('https://example.org', 'link')), p('cd'), p());
  const at = (offset: number) => ({ at: offset, html: `[${offset}]` });
  expect(
    documentHtml(document, {
      markers: [at(6), at(3), at(0), at(7), at(9), at(10), { at: 10, html: '[b]' }],
      ranges: [{ start: 1, end: 8, open: '<m>', close: '</m>' }],
    }),
  ).toBe(
    '<p data-start="0">[0]a<m>b</m><a href="https://example.org" rel="nofollow ugc noopener"><m>l</m></a>[3]' +
      '<a href="https://example.org" rel="nofollow ugc noopener"><m>ink</m></a>[6]</p>' +
      '<p data-start="7">[7]<m>c</m>d[9]</p><p data-start="10">[10][b]<br class="ProseMirror-trailingBreak"></p>',
  );
});

test('text: empty textblocks are lines too; a document is blank when nothing can be read', () => {
  expect(documentText(doc(p(), p('a'), p(), hr, p('b')))).toBe('\na\n\nb');
  expect(documentText(doc(p()))).toBe('');
  expect(isBlank(doc(p(), p(' \u00A0\u200B'), hr))).toBe(true);
  expect(isBlank(doc(p('.')))).toBe(false);
});

test('every offset has one position and comes back from it', () => {
  const node = documentSchema('article').nodeFromJSON(FULL);
  const map = textMap(node);
  expect(map.text).toBe(documentText(FULL));
  let before = 0;
  for (let offset = 0; offset <= map.text.length; offset += 1) {
    const pos = map.toPos(offset);
    expect(pos).toBeGreaterThan(before);
    expect(node.resolve(pos).parent.isTextblock).toBe(true);
    expect(map.toOffset(pos, 'start')).toBe(offset);
    expect(map.toOffset(pos, 'end')).toBe(offset);
    before = pos;
  }
  expect(map.toPos(-5)).toBe(map.toPos(0));
  expect(map.toPos(1e9)).toBe(map.toPos(map.text.length));
});

test('a position between blocks goes to the side that was asked for', () => {
  const map = textMap(documentSchema('article').nodeFromJSON(doc(p('ab'), p('cd'))));
  expect(map.toOffset(4, 'end')).toBe(2);
  expect(map.toOffset(4, 'start')).toBe(3);
  expect(map.toOffset(0)).toBe(0);
  expect(map.toOffset(99, 'end')).toBe(5);
});

test('a selection in the drawn page gives the offsets back, whatever was wrapped and put in', () => {
  const text = documentText(FULL);
  const body = dom(
    documentHtml(FULL, {
      ranges: [{ start: 3, end: 40, open: '<mark class="x">', close: '</mark>' }],
      markers: [5, 20, 44].map((at) => ({ at, html: '<span data-marker>not text</span>' })),
    }),
  );
  for (let offset = 0; offset <= text.length; offset += 1) {
    const point = domPoint(body, offset);
    expect(point).not.toBeNull();
    if (point)
      expect([offset, textOffset(body, point.node, point.offset, 'start')]).toEqual([offset, offset]);
  }
});

test('points outside textblocks take the nearest text on the side that was asked for', () => {
  const body = dom(documentHtml(doc(p('ab'), ul(li(p('cd'))), p('ef'))));
  expect(textOffset(body, body, 1, 'start')).toBe(3);
  expect(textOffset(body, body, 1, 'end')).toBe(2);
  expect(textOffset(body, body, 3, 'start')).toBe(8);
  expect(textOffset(body, body, 0, 'end')).toBe(0);
  expect(textOffset(body, body.querySelector('ul') as Element, 0, 'start')).toBe(3);
  expect(textOffset(body, dom('<p>x</p>'), 0, 'start')).toBe(null);
});

test('a megabyte with 5,000 ranges is not quadratic', { timeout: 60_000 }, () => {
  const words = 'A sentence of some words that stands for the prose of an article. ';
  const big = doc(
    ...Array.from({ length: 1600 }, () =>
      p(words.repeat(5), b(words), a('https://example.org/', words), words),
    ),
  );
  const size = documentText(big).length;
  expect(size).toBeGreaterThan(800_000);
  const ranges = Array.from({ length: 5000 }, (_, n) => ({
    start: n * 160,
    end: n * 160 + 80,
    open: '<mark>',
    close: '</mark>',
  }));
  const html = documentHtml(big, { ranges });
  expect(html.match(/<mark>/g)?.length).toBeGreaterThanOrEqual(5000);
});

test('a picture that is shown stands in the link to it, with its size, and moves no offset', () => {
  const shown = new Map([['https://example.org/p.jpg', { href: '/api/images/k', width: 640, height: 480 }]]);
  const image = figure('https://example.org/p.jpg', 'A "bridge"', 'The bridge');
  const nameless = figure('https://example.org/p.jpg', null, 'Again');
  const other = figure('https://example.org/q.jpg', 'Another', 'Not shown');
  const html = documentHtml(doc(p('Before'), image, nameless, other), { images: shown });
  expect(html).toContain(
    '<img src="/api/images/k" alt="A &quot;bridge&quot;" width="640" height="480" loading="lazy" decoding="async"></a><figcaption data-start="7">The bridge</figcaption>',
  );
  // A link has to have a name.
  expect(html).toContain('alt="p.jpg"');
  expect(html).toMatch(/href="https:\/\/example\.org\/q\.jpg"[^>]*>Another<\/a>/);
});
