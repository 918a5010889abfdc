import { describe, expect, test } from 'vitest';
import { bandsOf, isOneText, resemblance, sameAmong, signatureOf } from '#lib/evidence/likeness.ts';
import { passageAt } from '#lib/evidence/passage.ts';
import { voicesOf } from '#lib/evidence/voices.ts';
import {
  AGENCY_DE,
  AGENCY_EN,
  AGENCY_ZH,
  CUT_DE,
  OTHERS_DE,
  OTHERS_EN,
  QUOTER_DE,
} from '#tests/fixtures/wire.ts';

const sign = (text: string) => {
  const signature = signatureOf(text);
  if (!signature) throw new Error('too short');
  return signature;
};
const areOne = (a: string, b: string) => isOneText(sign(a), sign(b));

/** What a paper puts around the report of an agency. */
const dressed = (text: string) =>
  `Lokales\nVon unserer Redaktion, mit Material der Agentur\n${text}\nLesen Sie auch: Was Sie jetzt wissen müssen. Abonnieren Sie unseren Newsletter, und verpassen Sie keine Nachricht mehr.`;
const withoutLast = (text: string, n: number) => text.split('\n').slice(0, -n).join('\n');

describe('two texts are one text', () => {
  test.each([
    ['to the letter', AGENCY_EN, AGENCY_EN],
    ['with other quotes, dashes, cases and spaces', AGENCY_EN, AGENCY_EN.toUpperCase().replaceAll(' ', '  ')],
    [
      'with some words replaced',
      AGENCY_EN,
      AGENCY_EN.replaceAll('said', 'stated').replace('about 40', 'some 40'),
    ],
    ['dressed by a paper, German', AGENCY_DE, dressed(AGENCY_DE)],
    ['cut at the end and dressed, German', AGENCY_DE, dressed(withoutLast(AGENCY_DE, 2))],
    ['cut and touched up by an editor, German', AGENCY_DE, CUT_DE],
    ['cut, touched up and dressed, German', AGENCY_DE, dressed(CUT_DE)],
    ['in Swiss spelling', AGENCY_DE, AGENCY_DE.replaceAll('ß', 'ss')],
    ['in a script without spaces', AGENCY_ZH, AGENCY_ZH.replace('星期一', '周一')],
  ])('%s', (_, a, b) => {
    expect(areOne(a, b)).toBe(true);
    expect(areOne(b, a)).toBe(true);
  });

  test.each([
    ...OTHERS_EN.map((other, at) => [`another report of the same event (${at})`, AGENCY_EN, other]),
    ...OTHERS_DE.map((other, at) => [`another German report of the same event (${at})`, AGENCY_DE, other]),
    ['an article that quotes a paragraph of it', AGENCY_DE, QUOTER_DE],
    ['other news of the same site, in the same dress', dressed(AGENCY_DE), dressed(OTHERS_DE.join('\n'))],
    ['a translation', AGENCY_DE, AGENCY_EN],
  ])('but not %s', (_, a = '', b = '') => {
    expect(areOne(a, b)).toBe(false);
    expect(areOne(b, a)).toBe(false);
  });

  test('of a few words nothing is said', () => {
    expect(signatureOf('Accept all cookies and go on reading.')).toBeNull();
    expect(signatureOf('')).toBeNull();
  });

  test('of a megabyte, by its beginning', () => {
    const long = AGENCY_EN.repeat(1_300);
    expect(long.length).toBeGreaterThan(1_000_000);
    expect(resemblance(sign(long), sign(long.slice(0, 300_000)))).toBe(1);
  });
});

test('texts that are one share a band, so that an index finds them', () => {
  const shared = (a: string, b: string) => {
    const bands = new Set(bandsOf(sign(a)));
    return bandsOf(sign(b)).filter((band) => bands.has(band)).length;
  };
  expect(shared(AGENCY_DE, CUT_DE)).toBeGreaterThan(0);
  expect(shared(AGENCY_DE, dressed(withoutLast(AGENCY_DE, 2)))).toBeGreaterThan(0);
  expect(shared(AGENCY_DE, AGENCY_EN)).toBe(0);
});

test('of several the one that is most alike, and the first of equals', () => {
  const copies = [OTHERS_DE[0] ?? '', CUT_DE, AGENCY_DE, AGENCY_DE].map((text, id) => ({
    id,
    ...sign(text),
  }));
  expect(sameAmong(sign(AGENCY_DE), copies)?.id).toBe(2);
  expect(sameAmong(sign(AGENCY_DE), copies.slice(0, 1))).toBeNull();
});

test('the estimate is what is common', () => {
  const words = Array.from({ length: 4_000 }, (_, at) => `w${at}`);
  const [a, b] = [words.slice(0, 3_000).join(' '), words.slice(1_000).join(' ')];
  expect(Math.abs(resemblance(sign(a), sign(b)) - 0.5)).toBeLessThan(0.14);
});

test('sources by their voices, in their order', () => {
  const given = [{ voice: 'b' }, { voice: 'a' }, { voice: 'b' }, { voice: 'c' }];
  expect(voicesOf(given)).toEqual([[{ voice: 'b' }, { voice: 'b' }], [{ voice: 'a' }], [{ voice: 'c' }]]);
});

describe('a passage is kept', () => {
  const text = `${'word '.repeat(200)}THE QUOTE${' word'.repeat(200)}`;
  test('with whole words around it, and stands in the text as it is kept', () => {
    const start = text.indexOf('THE');
    const { before, exact, after } = passageAt(text, start, start + 9);
    expect(exact).toBe('THE QUOTE');
    expect(text).toContain(before + exact + after);
    expect(before.startsWith('word')).toBe(true);
    expect(after.endsWith('word')).toBe(true);
    expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(300);
  });

  test('at the ends of a text, and between characters of two units', () => {
    expect(passageAt('abc', 0, 3)).toEqual({ before: '', exact: 'abc', after: '' });
    const faces = '😀'.repeat(1_300);
    for (const start of [400, 402]) {
      const { before, exact, after } = passageAt(`x${faces}`, start - 1, start + 1);
      expect([before, after].every((part) => part.isWellFormed())).toBe(true);
      expect(exact.length).toBe(2);
    }
  });
});
