import { expect, test } from 'vitest';
import { sentenceAt, snap, wordAt } from '#lib/document/sentences.ts';

/** A text with the sentences marked by [ ]; every offset inside one must give it. */
function check(marked: string, lang: string): void {
  const text = marked.replace(/[[\]]/g, '');
  const sentences = [...marked.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] as string);
  let from = 0;
  for (const sentence of sentences) {
    const start = text.indexOf(sentence, from);
    for (const offset of [start, start + (sentence.length >> 1), start + sentence.length - 1]) {
      const span = sentenceAt(text, offset, lang);
      expect(text.slice(span.start, span.end)).toBe(sentence);
    }
    from = start + sentence.length;
  }
}

test.each([
  '[It rose by 3.5 percent.] [Then it fell!] [Did it?] [Yes…]',
  '[Dr. Smith met Mr. Jones on Jan. 5, 2024.] [They spoke.]',
  '[The U.S. Senate voted at 5 p.m.] [Nobody left.]',
  '[J. R. R. Tolkien wrote it.] [Others read it.]',
  '[It cost approx. 5 million, i.e. Paris paid vs. London, e.g. Camden.] [So it went.]',
  '[“It is over,” he said.] [“Go home!”] [They went.]',
  '[Prof. Dr. A. Huber et al. disagree.] [No. 5 is wrong.]',
  '[“Why?” he asked.] [She left.]',
  '[He bought apples, pears etc.] [She did not.]',
])('English: %s', (marked) => check(marked, 'en'));

test.each([
  '[Das kostet ca. 3,5 Mio. Euro, z. B. in Wien.] [Danach nichts.]',
  '[Am 15. Dezember 2025 traf Dr. Maier Hrn. Huber.] [Er ging.]',
  '[Das gilt u. a. für die USA, vgl. Abs. 3 bzw. Art. 5 GG.] [Ende.]',
  '[Im 19. Jahrhundert war das anders.] [Heute nicht.]',
  '[„Das stimmt nicht“, sagte sie.] [„Doch!“]',
  '[„Warum?“ fragte er.] [Sie ging.]',
  '[Er kam um 5.] [Dann ging er.]',
])('German: %s', (marked) => check(marked, 'de'));

test('Chinese and Japanese', () => {
  check('[总统在北京说，经济增长了百分之五。][记者们没有提问。]', 'zh');
  check('[首相は東京で述べた。][価格が下がった！]', 'ja');
});

test('a sentence never leaves its block, and a blank line has none', () => {
  const text = 'One without a stop\nTwo. Three\n\n   ';
  const slice = (offset: number) => {
    const { start, end } = sentenceAt(text, offset, 'en');
    return text.slice(start, end);
  };
  expect(slice(0)).toBe('One without a stop');
  expect(slice(18)).toBe('One without a stop');
  expect(slice(19)).toBe('Two.');
  expect(slice(24)).toBe('Three');
  expect(slice(30)).toBe('');
  expect(slice(33)).toBe('');
  expect(sentenceAt('', 0)).toEqual({ start: 0, end: 0 });
  expect(sentenceAt('Ein Satz.', 3, 'not a tag')).toEqual({ start: 0, end: 9 });
});

test('wordAt', () => {
  const text = 'Hello, “wörld”!\n中文 text';
  expect(wordAt(text, 2)).toEqual({ start: 0, end: 5 });
  expect(wordAt(text, 5)).toEqual({ start: 0, end: 5 });
  expect(wordAt(text, 6)).toEqual({ start: 8, end: 13 });
  expect(wordAt('...', 1)).toBe(null);
});

test.each<[string, string, number, number, string]>([
  ['surrogate pair', 'a😀b', 2, 3, '😀b'.slice(0, 2)],
  ['end in a pair', 'a😀b', 0, 2, 'a😀'],
  ['family', 'x👨‍👩‍👧‍👦y', 3, 5, '👨‍👩‍👧‍👦'],
  ['skin tone', 'x👍🏽y', 0, 3, 'x👍🏽'],
  ['flags', '🇦🇹🇩🇪🇨🇭', 4, 6, '🇩🇪'],
  ['flag pair from its middle', '🇦🇹🇩🇪🇨🇭', 6, 10, '🇩🇪🇨🇭'],
  ['combining', 'ae\u0301b', 0, 2, 'ae\u0301'],
  ['combining start', 'ae\u0301b', 2, 4, 'e\u0301b'],
  ['two marks', 'o\u0323\u0302x', 1, 2, 'o\u0323\u0302'],
  ['Hebrew points', 'שָׁלוֹם', 1, 4, 'שָׁל'],
  ['CR LF', 'a\r\nb', 0, 2, 'a'],
  ['space at both ends', '  a b \u00A0', 0, 7, 'a b'],
  ['backwards', 'hello world', 5, 0, 'hello'],
  ['outside', 'abc', -5, 99, 'abc'],
])('snap: %s', (_, text, start, end, expected) => {
  const span = snap(text, start, end);
  expect(text.slice(span.start, span.end)).toBe(expected);
});

test('snap of white space alone is empty; snapping again changes nothing', () => {
  const blank = snap('a   b', 1, 4);
  expect(blank.start).toBe(blank.end);
  const text = 'e\u0301 👨‍👩‍👧 \u0301x 🇦🇹🇩🇪 שָׁ a\r\nb';
  for (let start = 0; start <= text.length; start += 1) {
    for (let end = start; end <= text.length; end += 1) {
      const once = snap(text, start, end);
      expect(snap(text, once.start, once.end)).toEqual(once);
    }
  }
});
