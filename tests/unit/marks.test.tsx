import { parseHTML } from 'linkedom';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { weave } from '#components/annotation/marks.ts';
import type { Passage } from '#components/annotation/passage.ts';
import { RichText } from '#components/annotation/rich-text.tsx';
import { fromMarkdown } from '#lib/document/from-markdown.ts';
import { documentHtml } from '#lib/document/html.ts';
import { documentText } from '#lib/document/text.ts';

const MARKDOWN = `He said *that the road* [would pay](https://example.org/road) for itself.

Nobody **counted** 通行費 and 🚗💨, says “one”.`;

const doc = fromMarkdown(MARKDOWN);
const text = documentText(doc);

function passage(id: string, exact: string, look: Passage['look'] = 'false'): Passage {
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`“${exact}” is not in the text`);
  return {
    id,
    start,
    end: start + exact.length,
    markerAt: start + exact.length,
    look,
    label: `False: ${id}`,
  };
}

function drawn(...passages: Passage[]) {
  const { document } = parseHTML(`<main>${documentHtml(doc, weave(passages))}</main>`);
  const wordsOf = (id: string) => {
    const pieces = [...document.querySelectorAll(`mark[data-annotation="${id}"]`)];
    return pieces
      .filter((piece) => !piece.closest('[data-marker]'))
      .map((piece) => piece.textContent)
      .join('');
  };
  return { document, wordsOf };
}

test('each passage is drawn on exactly its words: across links, emphasis and paragraphs, in any script', () => {
  const exact = ['that the road would pay', 'pay for itself.\nNobody counted', '通行費 and 🚗', '“one”'];
  const { wordsOf } = drawn(...exact.map((words, at) => passage(`p${at}`, words)));
  expect(exact.map((_, at) => wordsOf(`p${at}`))).toEqual(exact.map((words) => words.replace('\n', '')));
});

test('overlapping passages are nested, each on a line of its own; the text stays the text', () => {
  const { document, wordsOf } = drawn(
    passage('long', 'He said that the road would pay'),
    passage('short', 'road would', 'open'),
  );
  const inner = document.querySelector('mark mark');
  expect([inner?.className, inner?.parentElement?.className]).toEqual(['mark v-open lane-1', 'mark v-false']);
  expect([wordsOf('long'), wordsOf('short')]).toEqual(['He said that the road would pay', 'road would']);
  expect(document.querySelector('main')?.textContent).toBe(text.replace('\n', ''));
});

test('a passage ends in a link to its card that says the verdict, outside any other link', () => {
  const { document } = drawn(passage('a', 'would pay'), passage('b', 'that the road would', 'true'));
  const ends = [...document.querySelectorAll('.mark-end')];
  expect(ends.map((end) => end.getAttribute('href'))).toEqual(['#annotation-b', '#annotation-a']);
  expect(ends.map((end) => end.getAttribute('aria-label'))).toEqual(['False: b', 'False: a']);
  expect(ends.every((end) => !end.parentElement?.closest('a'))).toBe(true);
  // Whoever lies over the end of another goes on around its link.
  expect(ends[0]?.closest('mark[data-annotation="a"]')).not.toBeNull();
});

test('where more than three lie over each other they are one element, which begins where it begins', () => {
  const all = [
    'He said that the road would pay',
    'that the road would pay',
    'the road would',
    'road would pay for',
  ];
  const { document } = drawn(...all.map((words, at) => passage(`p${at}`, words)));
  const crowd = [...document.querySelectorAll('.crowd:not([data-marker])')];
  expect(crowd.map(({ textContent }) => textContent).join('')).toBe('road would');
  expect(new Set(crowd.map((piece) => piece.getAttribute('data-at')))).toEqual(
    new Set([String(text.indexOf('road'))]),
  );
  expect(crowd.some((piece) => piece.querySelector('mark'))).toBe(false);
  expect(document.querySelectorAll('.mark-end')).toHaveLength(4);
  expect(document.querySelector('main')?.textContent).toBe(text.replace('\n', ''));
});

test('what a label says cannot leave its attribute, and no style attribute is written', () => {
  const evil = { ...passage('x', 'counted'), label: '"><img src=x onerror=alert(1)>&' };
  const html = documentHtml(doc, weave([evil]));
  expect(html).not.toContain('<img');
  expect(html).not.toContain('style=');
  expect(drawn(evil).document.querySelector('.mark-end')?.getAttribute('aria-label')).toBe(evil.label);
});

test('a comment is drawn alike with and without the editor’s schema', () => {
  const said = `A **bold** and *slanted ~~word~~*, \`code\`, a [link](https://example.org).

> A quote
> of two lines

1. one
2. two

- a
- b

\`\`\`
let x = 1 < 2;
\`\`\``;
  const body = fromMarkdown(said, { kind: 'comment' });
  // What an editor needs of a text is of no use to a reader.
  const plain = (html: string) =>
    html.replace(/ data-start="\d+"|<br class="ProseMirror-trailingBreak">/g, '');
  const inside = renderToStaticMarkup(<RichText body={body} />).replace(/^<div[^>]*>|<\/div>$/g, '');
  expect(plain(inside)).toBe(plain(documentHtml(body)));
});
