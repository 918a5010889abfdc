import { expect, test } from 'vitest';
import { locate, locator } from '#lib/anchoring/locate.ts';
import { describe as describePassage } from '#lib/anchoring/selector.ts';

const TEXT =
  'The river rose by 3.5 percent. “It’s the worst flood,” she said – and left.\nThe river rose again.';

function passage(text: string, words: string): [number, number] {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return [start, start + words.length];
}

test('describe gives the words and 32 units on each side', () => {
  const text = `${'a'.repeat(50)}WORDS${'b'.repeat(50)}`;
  expect(describePassage(text, 50, 55)).toEqual({
    exact: 'WORDS',
    prefix: 'a'.repeat(32),
    suffix: 'b'.repeat(32),
    start: 50,
    end: 55,
  });
});

test('describe never cuts a cluster of the context', () => {
  const family = '👨‍👩‍👧‍👦';
  const text = `${family.repeat(4)}WORDS${'e\u0301'.repeat(40)}`;
  const start = family.length * 4;
  const { prefix, suffix } = describePassage(text, start, start + 5);
  expect(prefix).toBe(family.repeat(2));
  expect(suffix).toBe('e\u0301'.repeat(16));
});

test.each([
  [-1, 2],
  [3, 3],
  [5, 4],
  [0, 1000],
  [0.5, 2],
])('describe refuses %d–%d', (start, end) => {
  expect(() => describePassage(TEXT, start, end)).toThrow(RangeError);
});

test('words that stand where they stood are exact', () => {
  const [start, end] = passage(TEXT, 'rose by 3.5 percent');
  expect(locate(TEXT, describePassage(TEXT, start, end))).toEqual({
    found: true,
    start,
    end,
    state: 'exact',
  });
});

test('text put in before leaves a passage exact when its surroundings are whole, else it has moved', () => {
  const selector = describePassage(TEXT, ...passage(TEXT, 'the worst flood'));
  const shifted = `A new first sentence. ${TEXT}`;
  expect(locate(shifted, selector)).toMatchObject({
    found: true,
    state: 'exact',
    start: selector.start + 22,
  });
  expect(locate(`Elsewhere: the worst flood. ${'x'.repeat(40)}`, selector)).toMatchObject({
    found: true,
    state: 'moved',
  });
});

test.each([
  ["It's the worst flood", 'straight quote'],
  ['"It\'s the worst flood,"', 'straight double quotes'],
  ['she said - and left', 'hyphen for a dash'],
  ['she  said\u00A0– and\nleft', 'white space'],
  ['left. The river', 'a block border as a space'],
  ['left.\n\nThe river', 'a block border as the browser copies it'],
  ['  she said ', 'space at the ends'],
  ['she\u00AD sa\u200Bid', 'invisible characters'],
])('finds %j (%s)', (exact) => {
  const result = locate(TEXT, { exact });
  expect(result.found).toBe(true);
  if (!result.found) return;
  const plain = (s: string) =>
    s
      .replace(/[\u00AD\u200B]/g, '')
      .replace(/[“”"]/g, '"')
      .replace(/[’']/g, "'")
      .replace(/–/g, '-')
      .replace(/\s+/g, ' ')
      .trim();
  expect(plain(TEXT.slice(result.start, result.end))).toBe(plain(exact));
});

test.each(['rose by 3.6 percent', 'The River rose by', 'fell by', '', '   ', '\u200B', 'percent left'])(
  'never finds other words: %j',
  (exact) => {
    expect(locate(TEXT, { exact })).toMatchObject({ found: false, why: 'target-not-found' });
  },
);

test('composed and decomposed letters are the same, a bare letter is not', () => {
  const composed = 'Der Bürger liest die Erklärung';
  const decomposed = composed.normalize('NFD');
  const found = locate(composed, { exact: 'Bürger'.normalize('NFD') });
  expect(found).toMatchObject({ found: true, start: 4, end: 10 });
  const other = locate(decomposed, { exact: 'Bürger' });
  expect(other).toMatchObject({ found: true, start: 4, end: 11 });
  expect(locate(composed, { exact: 'Bu' }).found).toBe(false);
  expect(locate(decomposed, { exact: 'Bu' }).found).toBe(false);
  expect(locate('o\u0323\u0302', { exact: 'ộ' })).toMatchObject({ found: true, start: 0, end: 3 });
  expect(locate('\u00F4\u0323', { exact: '\u1ED9' })).toMatchObject({ found: true, start: 0, end: 2 });
});

test('several places are told apart by context', () => {
  const second = TEXT.lastIndexOf('The river rose');
  expect(locate(TEXT, { exact: 'The river rose', suffix: ' again' })).toMatchObject({
    found: true,
    start: second,
  });
  expect(locate(TEXT, { exact: 'The river rose', prefix: 'and left. ' })).toMatchObject({
    found: true,
    start: second,
  });
  expect(locate(TEXT, { exact: 'The river rose', suffix: ' by 3.5' })).toMatchObject({
    found: true,
    start: 0,
  });
});

test('then by the position given', () => {
  expect(locate(TEXT, { exact: 'The river rose', start: 70 })).toMatchObject({
    found: true,
    state: 'moved',
    start: 76,
  });
  expect(locate(TEXT, { exact: 'The river rose', start: 0 })).toMatchObject({
    found: true,
    state: 'exact',
    start: 0,
  });
});

test('two equally good places are ambiguous, and both are offered', () => {
  expect(locate(TEXT, { exact: 'The river rose' })).toEqual({
    found: false,
    why: 'target-ambiguous',
    places: [
      { start: 0, end: 14 },
      { start: 76, end: 90 },
    ],
  });
  // One agreeing letter is chance, not context.
  expect(locate('x cat y. z cat w.', { exact: 'cat', prefix: 'something else entirely x ' })).toMatchObject({
    found: false,
    why: 'target-ambiguous',
  });
});

test.each([
  ['emoji', 'Hi 👩🏽‍🚀 and 👨‍👩‍👧‍👦 go to 🇦🇹🇩🇪 soon', '👨‍👩‍👧‍👦 go to 🇦🇹'],
  ['combining', 'Z̷a̶l̴g̵o te\u0301xt e\u0301 end', 'te\u0301xt e\u0301'],
  ['Arabic', 'قال الرئيس إن الاقتصاد نما بنسبة خمسة في المئة هذا العام', 'الاقتصاد نما بنسبة'],
  ['Hebrew', 'שָׁלוֹם לכולם, אמר הנשיא בירושלים', 'אמר הנשיא'],
  ['Chinese', '总统在北京说，经济增长了百分之五。记者们没有提问。', '经济增长了百分之五'],
  ['Japanese', '首相は東京で、ガソリン価格が下がったと述べた。', 'ガソリン価格が'],
  ['Korean', '대통령은 서울에서 경제가 성장했다고 말했다.', '경제가 성장했다고'],
  ['Thai', 'นายกรัฐมนตรีกล่าวว่าเศรษฐกิจเติบโต', 'กล่าวว่า'],
])('%s: describe then locate is the identity, also after an insertion', (_, text, words) => {
  const [start, end] = passage(text, words);
  const selector = describePassage(text, start, end);
  expect(locate(text, selector)).toEqual({ found: true, start, end, state: 'exact' });
  const shifted = locate(`🧪 neu: ${text}`, selector);
  expect(shifted).toEqual({ found: true, start: start + 8, end: end + 8, state: 'exact' });
  const renormalized = locate(text.normalize('NFD'), { exact: words.normalize('NFC') });
  expect(renormalized).toMatchObject({ found: true });
  if (renormalized.found) {
    expect(text.normalize('NFD').slice(renormalized.start, renormalized.end)).toBe(words.normalize('NFD'));
  }
});

test('every passage on grapheme borders comes back, with and without its position', () => {
  const text = 'Ärger mit 👩🏽‍🚀 “Zitat”\u00A0–  a a a e\u0301e é ab\r\nab שָׁ 中文 aXa';
  const borders = [...new Intl.Segmenter('en').segment(text)].map(({ index }) => index).concat(text.length);
  for (const start of borders) {
    for (const end of borders) {
      if (end <= start || !text.slice(start, end).trim()) continue;
      const selector = describePassage(text, start, end);
      expect(locate(text, selector)).toEqual({ found: true, start, end, state: 'exact' });
      const { exact, prefix, suffix } = selector;
      const free = locate(text, { exact, prefix, suffix });
      const trimmed = start + exact.length - exact.trimStart().length;
      expect(free).toMatchObject({ found: true, start: trimmed, end: trimmed + exact.trim().length });
    }
  }
});

test('a million characters: many selectors share the work, and self-overlapping words are not quadratic', {
  timeout: 60_000,
}, () => {
  const text = Array.from(
    { length: 20_000 },
    (_, i) => `Sentence number ${i} tells of “things” – déjà vu. `,
  ).join('');
  expect(text.length).toBeGreaterThan(900_000);
  const find = locator(text);
  for (let i = 0; i < 200; i += 1) {
    expect(find({ exact: `number ${i * 100} tells of "things" - déjà` }).found).toBe(true);
  }
  const same = 'a'.repeat(400_000);
  expect(locate(same, { exact: 'a'.repeat(200_000) })).toMatchObject({ why: 'target-ambiguous' });
});
