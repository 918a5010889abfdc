import type { JSONContent } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { revisionHash } from '#lib/article/revision/hash.ts';
import { fromHtml } from '#lib/document/from-html.ts';
import { documentText } from '#lib/document/text.ts';
import { readHtml } from '#lib/importers/html.ts';

const FIRST =
  'The council decided on Monday that the old bridge will be repaired before the winter, at a cost that was not told.';
const SECOND =
  'The bridge was built in 1911 and has carried the traffic of three villages ever since, said the mayor to forty people.';
const LAST =
  'Work will begin in May and take until the autumn, and a ferry will carry people across meanwhile, as it did before.';
const BODY = `<p>${FIRST}</p><p>${SECOND}</p><p>${LAST}</p>`;
const TITLE = 'The old bridge is to be repaired';

function read(article: string, beside = '') {
  const head = `<head><title>${TITLE}</title></head>`;
  const html = `<!doctype html><html lang="en">${head}<body><main><article><h1>${TITLE}</h1>${article}</article>${beside}</main><footer><p>© The Ledger</p></footer></body></html>`;
  const found = readHtml(html, 'https://ledger.example/bridge');
  if (!found || typeof found === 'string') throw new Error(`${found}`);
  return { lines: documentText(found.document).split('\n'), ...found };
}

const CORRECTION = 'Correction: the repair cost 21 million euros, not 12.';

describe("a publisher's note on its article", () => {
  test.each([
    ['an aside', `<aside class="correction"><p>${CORRECTION}</p></aside>`],
    ['a footer', `<footer><p>${CORRECTION}</p><p class="byline">By Jane Doe</p></footer>`],
    ['a box', `<div class="article-correction"><p>${CORRECTION}</p></div>`],
    ['small print', `<small>${CORRECTION}</small>`],
    [
      'a bold label',
      `<aside><p><strong>Correction:</strong> the repair cost 21 million euros, not 12.</p></aside>`,
    ],
  ])('is kept in %s at the end', (_, note) => {
    const { lines, leftOut } = read(BODY + note);
    expect(lines).toEqual([FIRST, SECOND, LAST, CORRECTION]);
    expect(leftOut).toEqual([]);
    expect(read('', `<article>${BODY}</article>${note}`).lines).toContain(CORRECTION);
  });
  test.each([
    'Correction (3 May): the toll will be 3 euros, not 2.',
    'This article was amended on 4 May 2026 to say that the toll is 3 euros.',
    'An earlier version of this article gave a wrong year for the bridge.',
    'Editor’s note: The author is a cousin of the mayor.',
    'Clarification: The ferry carries no cars.',
    'UPDATE, 5 May: The mayor has resigned since.',
    'Korrektur: Die Reparatur kostete 21 Millionen Euro, nicht 12.',
    'Anm. d. Red.: Wir haben den Preis ergänzt.',
    'Hinweis der Redaktion: Der Autor ist mit dem Bürgermeister verwandt.',
    'In einer früheren Version hieß es, die Brücke sei 1912 gebaut worden.',
    'Dieser Artikel wurde am 4. Mai korrigiert: Die Maut beträgt 3 Euro.',
    'Nachtrag vom 5. Mai: Der Bürgermeister ist zurückgetreten.',
  ])('is known by its words: %s', (note) => {
    for (const html of [`<aside><p>${note}</p></aside>`, `<footer><p><em>${note}</em></p></footer>`])
      expect(read(BODY + html).lines).toEqual([FIRST, SECOND, LAST, note]);
  });
  test('stands where it stood', () => {
    const update = 'Update: the mayor has resigned.';
    expect(read(`<div class="update-note"><p>${update}</p></div>${BODY}`).lines[0]).toBe(update);
    const middle = `<p>${FIRST}</p><aside><p>${CORRECTION}</p></aside><p>${SECOND}</p><p>${LAST}</p>`;
    expect(read(middle).lines).toEqual([FIRST, CORRECTION, SECOND, LAST]);
  });
  test('comes with its label, and once', () => {
    const note = '<h4>Editor’s note</h4><p>The ferry carries no cars.</p>';
    const { lines } = read(`${BODY}<aside>${note}</aside><div class="mobile-correction">${note}</div>`);
    expect(lines).toEqual([FIRST, SECOND, LAST, 'Editor’s note', 'The ferry carries no cars.']);
  });
  test('makes a revision when it changes', () => {
    const hash = (note: string) =>
      revisionHash(read(`${BODY}<aside class="correction"><p>${note}</p></aside>`).lines.join('\n'));
    expect(hash(CORRECTION)).not.toBe(hash(CORRECTION.replace('21', '99')));
  });
  test.each([
    ['a comment', '<div id="comments"><p>Correction: you are wrong on all of this.</p></div>'],
    [
      'a link to another',
      '<aside class="related"><p><a href="/x">Correction: another article</a></p></aside>',
    ],
    ['a teaser', '<aside><article><p>Correction: another article was wrong.</p></article></aside>'],
    ['a call for corrections', '<footer><p>Corrections: please write to news@ledger.example</p></footer>'],
    ['a form', '<form class="correction"><p>Report an error in this article to us</p><input></form>'],
  ])('is not %s', (_, html) => {
    expect(read(BODY + html).lines).toEqual([FIRST, SECOND, LAST]);
  });
});

describe('what an article sets apart', () => {
  const types = ({ document }: { document: JSONContent }) => document.content?.map(({ type }) => type);
  test('as facts is a quote block', () => {
    const found = read(
      `<p>${FIRST}</p><aside class="factbox"><h3>Key facts</h3><p>It is 211 metres long.</p></aside><p>${SECOND}</p><p>${LAST}</p>`,
    );
    expect(found.lines).toEqual([FIRST, 'Key facts', 'It is 211 metres long.', SECOND, LAST]);
    expect(types(found)).toEqual(['paragraph', 'blockquote', 'paragraph', 'paragraph']);
  });
  test('as its main points is a list', () => {
    const points = '<ul class="summary-list"><li>It costs 21 million</li><li>Work begins in May</li></ul>';
    const found = read(`<p class="standfirst">The council is in a hurry.</p>${points}${BODY}`);
    expect(found.lines).toEqual([
      'The council is in a hurry.',
      'It costs 21 million',
      'Work begins in May',
      FIRST,
      SECOND,
      LAST,
    ]);
    expect(types(found)?.[1]).toBe('bulletList');
  });
  test('and nobody can tell is named as left out; what is surely none is not', () => {
    const doubt = 'The river floods every seven years, says the office.';
    const { lines, leftOut } = read(
      `${BODY}<aside><p>${doubt}</p></aside><aside class="newsletter"><p>Read our news every morning at seven</p></aside><aside class="author-bio"><p>Jane Doe writes about bridges and rivers.</p></aside>`,
    );
    expect(lines).toEqual([FIRST, SECOND, LAST]);
    expect(leftOut).toEqual([{ why: 'furniture', text: doubt }]);
  });
});

test('the reading of a character stands in brackets behind it', () => {
  const text = (html: string) => documentText(fromHtml(html));
  expect(text('<p><ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby></p>')).toBe('漢(kan)字(ji)');
  expect(text('<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>')).toBe('漢(kan)');
});

test('a live blog without a date is guessed to have begun with its earliest update', () => {
  const updates = [14, 13, 11, 10, 12].map(
    (hour) =>
      `<article itemprop="liveBlogUpdate"><h2>At ${hour}</h2><time datetime="2026-05-03T${hour}:00:00Z">${hour}:00</time><p>${FIRST}</p></article>`,
  );
  const found = readHtml(
    `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><main itemscope itemtype="https://schema.org/LiveBlogPosting"><h1>${TITLE}</h1>${updates.join('')}</main></body></html>`,
  );
  if (!found || typeof found === 'string') throw new Error(`${found}`);
  expect(found.publishedAt).toBe('2026-05-03T10:00:00Z');
  expect(found.warnings).toContain('date-guessed');
});
