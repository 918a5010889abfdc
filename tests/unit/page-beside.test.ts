import { expect, test } from 'vitest';
import { importArticle } from '#lib/importers/import.ts';

const FIRST =
  '<p>The salt line in Marsh Creek has moved up by nine hundred yards since April, further than in any year before, the county says in its report.</p>';
const LAST =
  '<p>The county wants to know by August whether a gate would hold the salt back, and what it would cost.</p>';
const read = (inside: string, before = '') => {
  const html = `<!doctype html><html lang="en"><head><title>The salt line moves</title></head><body>${before}<article><h1>The salt line moves</h1>${inside}</article></body></html>`;
  const result = importArticle({ html, url: 'https://a.example/salt' });
  if (!result.ok) throw new Error(result.detail);
  return result.article;
};
const plain = read(FIRST + LAST).text;

test.each([
  [
    'a link to another article',
    `${FIRST}<p><b>Lesen Sie auch:</b> <a href="/x">Reis am Bach</a></p>${LAST}`,
    'Lesen Sie auch: Reis am Bach',
  ],
  [
    'the same within its link',
    `${FIRST}<p><a href="/x">Read more: Rice by the creek</a></p>${LAST}`,
    'Read more: Rice by the creek',
  ],
  [
    'a list of links',
    `${FIRST}<h3>Most read</h3><ul><li><a href="/x">Rice</a></li><li><a href="/y">Oysters</a></li></ul>${LAST}`,
    'Most read\nRice\nOysters',
  ],
  [
    'the places of the page',
    `${FIRST}<h2>Key events</h2><ul><li><a href="#b3">Gate opened</a></li></ul>${LAST}`,
    'Key events\nGate opened',
  ],
  [
    'a box of links',
    `${FIRST}<p><b>Meistgelesen</b><br><a href="/x">Reis</a><br><a href="/y">Austern</a></p>${LAST}`,
    'Meistgelesen\nReis\nAustern',
  ],
  [
    'what the page says below',
    `${FIRST}${LAST}<p>Follow us on <a href="/f">Tooter</a>.</p><p>© 2026 Post. All rights reserved.</p>`,
    'Follow us on Tooter.\n© 2026 Post. All rights reserved.',
  ],
])('%s is left out and named', (_, inside, named) => {
  const article = read(inside);
  expect(article.text).toBe(plain);
  expect(article.leftOut).toEqual([{ why: 'furniture', text: named }]);
});

test('the offer of a subscription that ends a text is left out and named', () => {
  const offer =
    '<h3>Jetzt weiterlesen mit Post+</h3><p>4 Wochen für 1 € testen, danach 9,99 € im Monat.</p><ul><li>Alle Artikel</li></ul><p>Schon Abonnent? <a href="/l">Anmelden</a></p>';
  const article = read(FIRST + LAST + offer);
  expect(article.text).toBe(plain);
  expect(article.leftOut).toMatchObject([{ why: 'appeal' }]);
  expect(article.leftOut[0]?.text).toContain('9,99 €');
});

test('a notice of cookies is left out and named, wherever it stands', () => {
  const notice =
    '<div class="cookie-notice"><p>We use cookies and similar means to store and read information on your device, to fit advertising to you and to measure what is read.</p><button>OK</button></div>';
  const article = read(FIRST + LAST, notice);
  expect(article.text).toBe(plain);
  expect(article.leftOut[0]?.text).toMatch(/^We use cookies/);
});

test.each([
  '<p>Read more: the books are in the town hall, and nobody asks for them.</p>',
  '<p>See also: <a href="/x">the gauges</a> of 1911, which tell another story than the county does today.</p>',
  '<h3>Related</h3><p>The salt is related to the tide, and the tide to the <a href="/m">moon</a>.</p>',
  '<h2>See also</h2><ul><li><a href="/x">Rice</a></li></ul>',
  '<p>Follow us on our way up the creek, the rangers say, and you will see that the reeds have gone white from the foot to the tip.</p><p>They are right.</p>',
  '<p>Subscribe to continue reading, said the sign at the library. Nobody did, and the library is shut.</p>',
])('what an article says of such things stays: %s', (words) => {
  const article = read(FIRST + words + LAST);
  expect(article.leftOut).toEqual([]);
  expect(article.text.split('\n').length).toBeGreaterThan(plain.split('\n').length);
});
