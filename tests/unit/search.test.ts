import { describe, expect, test } from 'vitest';
import { decodePage, encodePage } from '#lib/search/cursor.ts';
import { marked, matchesIn, snippet } from '#lib/search/marks.ts';
import { scoreOf } from '#lib/search/rank.ts';
import { distance, spellings } from '#lib/search/spelling.ts';
import { anyPattern, patternOf, type Term, tsqueryOf } from '#lib/search/terms.ts';
import { partsOf } from '#lib/search/typed.ts';

const word = (word: string, forms: Record<string, number> = {}, needed = true): Term => ({
  kind: 'word',
  words: [word],
  run: '',
  forms: new Map([...Object.entries(forms), [word, 1]]),
  needed,
});
const phrase = (...words: string[]): Term => ({
  kind: 'phrase',
  words,
  run: '',
  forms: new Map(),
  needed: true,
});
const run = (text: string): Term => ({
  kind: 'run',
  words: [...text],
  run: text,
  forms: new Map(),
  needed: true,
});

const wordsMarked = (text: string, ...terms: Term[]) =>
  marked(text, terms).marks.map(([start, end]) => text.slice(start, end));

describe('what was typed is taken apart', () => {
  test.each([
    ['rye from Danzig', ['words rye from Danzig']],
    ['"rye from" Danzig', ['words Danzig', 'phrase rye from']],
    ['„im Winter“ «les glaces» “of 1709”', ['phrase im Winter', 'phrase les glaces', 'phrase of 1709']],
    ['ice "never closed', ['words ice', 'phrase never closed']],
    ['北港 winter 2024年', ['words winter 2024', 'run 北港', 'run 年']],
    ['"港口 ice"', ['words ice', 'run 港口']],
    ['"" ', []],
  ])('%s', (typed, parts) => {
    expect(partsOf(typed).map(({ kind, text }) => `${kind} ${text.replace(/\s+/g, ' ').trim()}`)).toEqual(
      parts,
    );
  });
});

test('a term as PostgreSQL takes it, whatever stands in it', () => {
  expect(tsqueryOf(word('ice', { ices: 0.8 }))).toBe("('ices'|'ice')");
  expect(tsqueryOf(word("o'\\x"))).toBe("('o''\\\\x')");
  expect(tsqueryOf(phrase('rye', 'bread'))).toBe("('rye'&'bread')");
  expect(patternOf(phrase('a', 'b.c'))).toBe('\\ma[^[:alnum:]]+b\\.c\\M');
  expect(patternOf(word('ice'))).toBeNull();
  expect(anyPattern([word('the', {}, false), word('ice'), run('港口')])).toBe('\\m(ice)\\M|港口');
});

describe('what is marked', () => {
  test('words in any of their forms and cases, phrases over punctuation, runs within words', () => {
    expect(wordsMarked('Ice, ICES and iceberg.', word('ice', { ices: 0.8 }))).toEqual(['Ice', 'ICES']);
    expect(wordsMarked('Rye; bread and rye, too', phrase('rye', 'bread'))).toEqual(['Rye; bread']);
    expect(wordsMarked('北港的港口', run('港口'))).toEqual(['港口']);
    expect(wordsMarked('Über u\u0308ber', word('über'))).toEqual(['Über', 'u\u0308ber']);
  });

  test('marks that touch each other are one', () => {
    expect(wordsMarked('rye bread', phrase('rye', 'bread'), word('bread'))).toEqual(['rye bread']);
  });

  test('a snippet shows where most terms stand, cut at spaces, and its offsets are its own', () => {
    const text = `${'filler words '.repeat(40)}rye once. ${'more filler '.repeat(40)}the rye came from Danzig 🚢 by ship ${'and on '.repeat(60)}`;
    const terms = [word('rye'), word('danzig')];
    const { text: shown, marks } = snippet(text, matchesIn(text, terms));
    expect(marks.map(([start, end]) => shown.slice(start, end))).toEqual(['rye', 'Danzig']);
    expect(shown).toMatch(/^… (more|filler)\b.* …$/);
    expect(shown.length).toBeLessThanOrEqual(244);
  });

  test('a snippet of a short text is the text, in one line', () => {
    expect(snippet('a\nb', [])).toEqual({ text: 'a b', marks: [] });
  });

  test('a snippet never holds half a character', () => {
    for (let lead = 0; lead < 8; lead += 1) {
      const text = `${'x'.repeat(lead)}${'👩‍🚒'.repeat(200)} ice ${'🚢'.repeat(200)}`;
      expect(snippet(text, matchesIn(text, [word('ice')])).text.isWellFormed()).toBe(true);
    }
  });
});

describe('the ranking', () => {
  const now = new Date('2026-11-24');
  const score = (text: string, terms: Term[], rest: Partial<Parameters<typeof scoreOf>[0]> = {}) =>
    scoreOf({ kind: 'comment', fields: [{ text, weight: 1 }], createdAt: now, ...rest }, terms, now);
  const two = [word('rye'), word('danzig', { danziger: 0.8 })];

  test.each([
    ['all over some', 'rye of Danzig', 'rye of Lindow'],
    ['the very word over another form', 'rye of Danzig', 'rye, Danziger'],
    ['near over far', 'rye Danzig', `rye ${'x '.repeat(200)} Danzig`],
    ['often over once', 'rye, rye, rye of Danzig', 'rye of Danzig'],
  ])('%s', (_, better, worse) => {
    expect(score(better, two)).toBeGreaterThan(score(worse, two));
  });

  test('new over old, what is liked over what is not, a title over a text', () => {
    expect(score('rye', [word('rye')])).toBeGreaterThan(
      score('rye', [word('rye')], { createdAt: new Date('2020-01-01') }),
    );
    expect(score('rye', two, { votes: 5 })).toBeGreaterThan(score('rye', two, { votes: -5 }));
    expect(score('', two, { fields: [{ text: 'rye', weight: 1.6 }] })).toBeGreaterThan(score('rye', two));
  });

  test('small words decide between equals only', () => {
    const terms = [word('the', {}, false), word('rye')];
    expect(score('the rye', terms)).toBeGreaterThan(score('a rye', terms));
    expect(score('rye, rye', terms)).toBeGreaterThan(score('the the the', terms));
  });
});

describe('spellings', () => {
  const known = (...words: string[]) => words.map((one) => ({ word: one, plain: one }));

  test('one slip in four letters, two in six, three in ten; and parts of longer words', () => {
    const of = (typed: string, ...words: string[]) => spellings(typed, known(...words)).map(([one]) => one);
    expect(of('wter', 'water', 'winter', 'later')).toEqual(['water']);
    expect(of('habrour', 'harbour', 'ladder', 'harbours')).toEqual(['harbour', 'harbours']);
    expect(of('hafen', 'hafenstadt', 'stadthafen', 'haferbrei')).toEqual(['hafenstadt', 'stadthafen']);
    expect(of('ice', 'icy', 'iced')).toEqual([]);
  });

  test.each([
    ['', '', 0],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
    ['abc', 'abcdefgh', 4],
  ])('%s and %s', (a, b, slips) => {
    expect(distance(a, b, 3)).toBe(slips);
  });
});

test('a cursor says which page of which moment; others are refused', () => {
  const page = { offset: 40, at: new Date(Date.now() - 5_000) };
  expect(decodePage(encodePage(page))).toEqual(page);
  for (const bad of [
    '',
    'x',
    encodePage({ ...page, offset: 5_000 }),
    encodePage({ ...page, at: new Date('2200-01-01') }),
  ])
    expect(() => decodePage(bad)).toThrow('cursor');
});
