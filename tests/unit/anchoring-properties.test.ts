import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Carried } from '#lib/anchoring/carried.ts';
import { carry } from '#lib/anchoring/carry.ts';
import { compare } from '#lib/anchoring/changes.ts';
import { resolve } from '#lib/anchoring/resolve.ts';
import { describe as describePassage, type Selector } from '#lib/anchoring/selector.ts';
import { wordDiff } from '#lib/anchoring/word-diff.ts';

// What must hold of any text and any passage: scripts of all kinds, emoji, lone surrogates, words that repeat.

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'the ', 'river ', 'rose. ', 'a a ', '3,5 ', 'daß ', '\n', '“', '-'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('👩🏽‍🚀', '🇦🇹🇩🇪', 'e\u0301', '각', 'กำ', '漢字', 'שָׁ', '\r\n', '\u00AD'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
/** UTF-16 units without any order, surrogates alone among them. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));

const bordersOf = (text: string) => [
  ...Array.from(new Intl.Segmenter('en').segment(text), ({ index }) => index),
  text.length,
];

interface Marked {
  text: string;
  start: number;
  end: number;
}

/** A text with a passage on the borders of its graphemes. */
const marked = fc
  .tuple(anyText, fc.nat(), fc.nat())
  .map(([text, a, b]): Marked => {
    const borders = bordersOf(text);
    const [first, second] = [a % borders.length, b % borders.length].sort((x, y) => x - y);
    return { text, start: borders[first as number] as number, end: borders[second as number] as number };
  })
  .filter(({ start, end }) => start < end);

function onBorders(text: string, found: Carried): void {
  if (!found.found) return;
  const borders = new Set(bordersOf(text));
  expect(found.start).toBeLessThan(found.end);
  expect(borders).toContain(found.start);
  expect(borders).toContain(found.end);
}

const runs = { numRuns: 300 };

test('describe, then resolve, is the identity', () => {
  fc.assert(
    fc.property(marked, ({ text, start, end }) => {
      expect(resolve(text, describePassage(text, start, end))).toEqual({
        found: true,
        start,
        end,
        state: 'exact',
        similarity: 1,
        changes: [],
      });
    }),
    runs,
  );
});

/** A text in which what stands on one side of a passage, from `low` to `high`, was edited. */
function editedIn(text: string, low: number, high: number, put: string, a: number, b: number): string {
  const [from, to] = [low + (a % (high - low + 1)), low + (b % (high - low + 1))].sort((x, y) => x - y) as [
    number,
    number,
  ];
  return text.slice(0, from) + put + text.slice(to);
}

test('an edit of other lines leaves a passage exact', () => {
  fc.assert(
    fc.property(
      fc.tuple(anyText, marked, anyText),
      anyText,
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      ([left, line, right], put, a, b, before) => {
        const text = `${left}\n${line.text}\n${right}`;
        const shift = left.length + 1;
        const span = { start: line.start + shift, end: line.end + shift };
        const [low, high] = before ? [0, left.length] : [text.length - right.length, text.length];
        const edited = editedIn(text, low, high, put, a, b);
        const [carried] = carry(text, edited, [span]);
        expect(carried).toMatchObject({ found: true, state: 'exact', changes: [] });
        if (carried?.found)
          expect(edited.slice(carried.start, carried.end)).toBe(text.slice(span.start, span.end));
      },
    ),
    runs,
  );
});

test('an edit right beside a passage does not lose it, and no other words are called the same', () => {
  fc.assert(
    fc.property(
      marked,
      anyText,
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      ({ text, start, end }, put, a, b, before) => {
        const [low, high] = before ? [0, start] : [end, text.length];
        const edited = editedIn(text, low, high, put, a, b);
        const [carried] = carry(text, edited, [{ start, end }]);
        expect(carried?.found).toBe(true);
        if (!carried?.found) return;
        onBorders(edited, carried);
        const words = edited.slice(carried.start, carried.end);
        if (carried.state === 'exact') expect(compare(text.slice(start, end), words).state).toBe('exact');
      },
    ),
    runs,
  );
});

test('edits on both sides leave a sentence exact', () => {
  const textOf = (...words: string[]) => {
    const list = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 });
    return fc
      .array(list, { maxLength: 6 })
      .map((sentences) => sentences.map((one) => `${one.join(' ')}.`).join(' '));
  };
  // Nothing can have gone from one side to the other.
  const before = textOf('river', 'town', 'rose', 'mayor');
  const after = textOf('said', 'and', 'the', 'of');
  fc.assert(
    fc.property(before, after, before, after, (left, right, newLeft, newRight) => {
      const meant = 'Nobody had counted the lanterns before Thursday.';
      const old = `${left} ${meant} ${right}`;
      const now = `${newLeft} ${meant} ${newRight}`;
      const start = left.length + 1;
      const [carried] = carry(old, now, [{ start, end: start + meant.length }]);
      const at = newLeft.length + 1;
      expect(carried).toMatchObject({ found: true, start: at, end: at + meant.length, state: 'exact' });
    }),
    runs,
  );
});

test('whatever is asked of whatever text, no answer lies outside of it or in a grapheme, and nothing throws', () => {
  const text = fc.oneof(anyText, anyUnits);
  const selector: fc.Arbitrary<Selector> = fc.record(
    { exact: text, prefix: text, suffix: text, start: fc.integer({ min: -5, max: 60 }) },
    { requiredKeys: ['exact'] },
  );
  fc.assert(
    fc.property(text, selector, (where, what) => {
      onBorders(where, resolve(where, what));
    }),
    runs,
  );
  fc.assert(
    fc.property(marked, text, ({ text: old, start, end }, now) => {
      const [carried] = carry(old, now, [{ start, end }]);
      onBorders(now, carried as Carried);
    }),
    runs,
  );
});

test('a word diff covers both texts', () => {
  fc.assert(
    fc.property(anyText, fc.oneof(anyText, anyUnits), (a, b) => {
      const diff = wordDiff(a, b);
      expect(diff.map((run) => a.slice(run.oldStart, run.oldEnd)).join('')).toBe(a);
      expect(diff.map((run) => b.slice(run.newStart, run.newEnd)).join('')).toBe(b);
    }),
    runs,
  );
});

test('texts that repeat themselves are no harder than others', { timeout: 60_000 }, () => {
  const same = 'a '.repeat(60_000);
  const other = 'a b '.repeat(30_000);
  expect(carry(same, `b ${same}`, [{ start: 10, end: 200 }])).toHaveLength(1);
  expect(carry(same, other, [{ start: 10, end: 200 }])).toHaveLength(1);
  expect(carry('ab'.repeat(50_000), 'ba'.repeat(49_000), [{ start: 10, end: 90_000 }])).toHaveLength(1);
  expect(resolve(same, { exact: 'a b a a b a', prefix: 'a a', suffix: 'a a' }).found).toBeDefined();
});
