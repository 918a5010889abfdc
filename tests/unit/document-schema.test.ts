import { expect, test } from 'vitest';
import { isSafeHref, toSafeHref, typedHref } from '#lib/document/href.ts';
import { DEPTH_LIMIT, documentSchema, parseDocument, TEXT_LIMITS } from '#lib/document/schema.ts';
import { TEXTBLOCKS } from '#lib/document/text.ts';
import {
  a,
  b,
  br,
  code,
  doc,
  figure,
  h,
  hr,
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
  h(2, 'Title'),
  p('Plain ', b('bold'), br, code('x'), a('https://example.org/a?b=1', 'link')),
  ul(li(p('one')), li(p('two'), ol(3, li(p('three'))))),
  quote(p('said')),
  pre('let x = 1;\n', 'js'),
  hr,
  table(tr(th(p('Year')), th(p('Sum'))), tr(td(p('2024')), td(p('5')))),
  figure('https://example.org/p.jpg', 'A bridge', 'The bridge in May'),
);

test('a full article is accepted and comes back in its stored form', () => {
  const parsed = parseDocument(FULL, 'article');
  expect(parsed.ok).toBe(true);
  if (parsed.ok) expect(parseDocument(parsed.doc, 'article')).toEqual(parsed);
});

test('the list of textblocks is the schema’s', () => {
  const names = Object.values(documentSchema('article').nodes).filter((type) => type.isTextblock);
  expect(new Set(names.map(({ name }) => name))).toEqual(TEXTBLOCKS);
});

test('every document of the comment kind is one of the article kind', () => {
  const { nodes, marks } = documentSchema('comment');
  for (const name of Object.keys(nodes)) expect(documentSchema('article').nodes[name]).toBeDefined();
  for (const name of Object.keys(marks)) expect(documentSchema('article').marks[name]).toBeDefined();
  expect(Object.keys(nodes).sort()).toEqual(
    [
      'doc',
      'paragraph',
      'text',
      'blockquote',
      'bulletList',
      'orderedList',
      'listItem',
      'codeBlock',
      'hardBreak',
    ].sort(),
  );
  expect(Object.keys(marks).sort()).toEqual(['bold', 'code', 'italic', 'link']);
});

test('comments have no headings, tables or figures', () => {
  for (const block of [h(2, 'x'), table(tr(td(p('x')))), figure(null, null, 'x'), hr]) {
    expect(parseDocument(doc(block), 'comment')).toMatchObject({ ok: false });
  }
  expect(parseDocument(doc(p('ok')), 'comment')).toMatchObject({ ok: true });
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>1</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  '/relative',
  'relative',
  '//example.org',
  '',
  null,
  7,
  ['https://example.org'],
  'http://',
  'https://example.org/\0',
  'https://example.org/\ud800',
  `https://example.org/${'x'.repeat(5000)}`,
])('a link to %j is refused', (href) => {
  expect(parseDocument(doc(p(a(href, 'click'))), 'comment').ok).toBe(false);
  expect(parseDocument(doc(figure(href as string, null, 'x')), 'article').ok).toBe(href === null);
  expect(isSafeHref(href)).toBe(false);
});

test.each([
  'https://example.org/a?b=c#d',
  'http://localhost:3000/',
  'mailto:a@example.org',
  'https://müller.example/ü',
])('a link to %s is accepted', (href) => {
  expect(parseDocument(doc(p(a(href, 'click'))), 'comment').ok).toBe(true);
});

test('addresses are resolved against a base, and typed ones completed', () => {
  expect(toSafeHref('../x?y#z', 'https://example.org/a/b/')).toBe('https://example.org/a/x?y#z');
  expect(toSafeHref('x')).toBe(null);
  expect(toSafeHref('javascript:alert(1)', 'https://example.org/')).toBe(null);
  expect(typedHref('example.org/x')).toBe('https://example.org/x');
  expect(typedHref('someone@example.org')).toBe('mailto:someone@example.org');
  expect(typedHref('no address')).toBe(null);
  expect(typedHref('javascript:alert(1)')).toBe(null);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a string', 'doc'],
  ['an array', []],
  ['another node outside', p('x')],
  ['an unknown node', doc({ type: 'script' })],
  ['a name of Object', doc({ type: 'constructor' })],
  ['an unknown mark', doc(p({ type: 'text', text: 'x', marks: [{ type: 'blink' }] }))],
  ['an empty text node', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
  ['text at the top', doc({ type: 'text', text: 'x' })],
  ['no block', doc()],
  ['a block in a paragraph', doc({ type: 'paragraph', content: [p('x')] })],
  ['a heading 1', doc(h(1, 'x'))],
  ['a heading 2.5', doc(h(2.5, 'x'))],
  ['a huge colspan', doc(table(tr({ ...td(p('x')), attrs: { colspan: 1e9 } })))],
  ['a language with markup', doc(pre('x', '"><script>'))],
  ['a description that is no text', doc(figure('https://example.org', {} as string, 'x'))],
  ['NUL', doc(p('a\0b'))],
  ['a lone surrogate', doc(p('a\ud83d'))],
  [
    'the same mark twice',
    doc(
      p({
        type: 'text',
        text: 'x',
        marks: [
          { type: 'link', attrs: { href: 'https://a.example' } },
          { type: 'link', attrs: { href: 'https://b.example' } },
        ],
      }),
    ),
  ],
])('%s is refused with a problem', (_, json) => {
  const parsed = parseDocument(json, 'article');
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) expect(parsed.problem.length).toBeGreaterThan(5);
});

test('unknown attributes are dropped', () => {
  const paragraph = { ...p('x'), attrs: { style: 'color:red', onclick: 'x', class: 'y' } };
  const link = {
    type: 'text',
    text: 'y',
    marks: [{ type: 'link', attrs: { href: 'https://example.org/', target: '_top', class: 'z' } }],
  };
  const parsed = parseDocument(doc(paragraph, p(link)), 'comment');
  expect(parsed).toEqual({
    ok: true,
    doc: doc(p('x'), p(a('https://example.org/', 'y'))),
  });
});

test('neighbouring text with the same marks becomes one', () => {
  const parsed = parseDocument(doc(p('a', 'b', b('c'), b('d'))), 'comment');
  expect(parsed).toEqual({ ok: true, doc: doc(p('ab', b('cd'))) });
});

test('depth, size and number of nodes are bounded', () => {
  let deep = p('x');
  for (let level = 0; level < DEPTH_LIMIT - 2; level += 1) deep = quote(deep);
  expect(parseDocument(doc(deep), 'article').ok).toBe(true);
  for (let level = 0; level < 20_000; level += 1) deep = quote(deep);
  expect(parseDocument(doc(deep), 'article')).toMatchObject({ ok: false });
  expect(parseDocument(doc(p('x'.repeat(TEXT_LIMITS.comment))), 'comment').ok).toBe(true);
  expect(parseDocument(doc(p('x'.repeat(TEXT_LIMITS.comment + 1))), 'comment')).toMatchObject({ ok: false });
  expect(parseDocument(doc(p('x'.repeat(TEXT_LIMITS.article + 1))), 'article')).toMatchObject({ ok: false });
  expect(parseDocument(doc(...Array.from({ length: 6000 }, () => p())), 'comment')).toMatchObject({
    ok: false,
  });
});

test('a document of a megabyte is no trouble', { timeout: 60_000 }, () => {
  const big = doc(...Array.from({ length: 2000 }, () => p('x'.repeat(250), b('y'.repeat(250)))));
  expect(parseDocument(big, 'article').ok).toBe(true);
});
