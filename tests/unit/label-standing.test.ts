import { describe, expect, test } from 'vitest';
import { binomial, binomialTail } from '#lib/verdict/binomial.ts';
import { LEAST_PEOPLE, labelStandings } from '#lib/verdict/label-standing.ts';
import { type AllLabelCounts, FAULTS, LABELS, type LabelCounts, MERITS } from '#lib/verdict/labels.ts';

describe('the tail of a binomial distribution', () => {
  // The sums in 40 digits.
  test.each([
    [3, 3, 1 / 12, 1 / 1_728],
    [8, 10, 0.5, 56 / 1_024],
    [1, 20, 0.05, 1 - 0.95 ** 20],
    [60, 100, 0.5, 0.028_443_966_820_490_395],
    [40, 100, 0.5, 0.982_399_899_891_147_6],
    [7, 1_000, 0.001, 8.197_002_032_820_734e-5],
    [1_200, 10_000, 0.1, 4.802_632_937_313_011e-11],
    [950, 1_000, 0.9, 5.995_167_632_379_695e-9],
    [501_000, 1_000_000, 0.5, 0.022_804_149_932_691_04],
    [499_000, 1_000_000, 0.5, 0.977_303_832_045_327_9],
    [100_000, 1_000_000, 0.1, 0.500_487_596_075_650_7],
    [101_000, 1_000_000, 0.1, 0.000_438_619_976_295_037_34],
    [110_000, 1_000_000, 0.1, 4.294_252_521_993_975_5e-237],
    [20, 1_000_000, 1e-6, 1.587_255_444_215_342e-19],
    [1, 1_000_000, 1e-7, 0.095_162_586_488_227_8],
    [999_990, 1_000_000, 0.999_99, 0.583_039_750_199_722],
    [1_000_000, 1_000_000, 0.9999, 3.701_520_785_793_386_6e-44],
    [0, 1_000_000, 0.5, 1],
    [0, 0, 0.5, 1],
  ])('%i or more of %i at %d', (k, n, p, tail) => {
    expect(binomialTail(k, n, p) / tail).toBeCloseTo(1, 11);
  });

  test('of small numbers is the plain sum', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    for (const n of [1, 2, 7, 20, 31]) {
      for (const p of [0.001, 0.2, 0.5, 0.93]) {
        let sum = 0;
        for (let k = n; k >= 0; k -= 1) {
          const one = choose(n, k) * p ** k * (1 - p) ** (n - k);
          sum += one;
          expect(binomial(k, n, p) / one).toBeCloseTo(1, 11);
          expect(binomialTail(k, n, p) / sum).toBeCloseTo(1, 11);
        }
      }
    }
  });

  test('falls with k and grows with p, among a million too', () => {
    for (const n of [50, 1_000_000]) {
      const ks = Array.from({ length: 60 }, (_, at) => Math.floor((at * n) / 60));
      const tails = ks.map((k) => binomialTail(k, n, 0.3));
      for (const [at, tail] of tails.entries()) expect(tail).toBeLessThanOrEqual(tails[at - 1] ?? 1);
      expect(binomialTail(n / 2, n, 0.5)).toBeGreaterThan(binomialTail(n / 2, n, 0.499));
    }
  });

  test.each([
    [3, 2, 0.5],
    [-1, 2, 0.5],
    [1.5, 2, 0.5],
    [1, 2, 0],
    [1, 2, 1],
    [1, 2, Number.NaN],
  ])('there is none of %d of %d at %d', (k, n, p) => expect(() => binomialTail(k, n, p)).toThrow(RangeError));
});

/** A site where each label was chosen by 10 of 100 people, `well-sourced` by 60. */
const chosen = { ...Object.fromEntries(LABELS.map((label) => [label, 10])), 'well-sourced': 60 };
const site: LabelCounts = { people: 100, chosen };

/** One more passage, and the site with it. */
function passage(people: number, chosenHere: LabelCounts['chosen']): [LabelCounts, LabelCounts] {
  const all = Object.fromEntries(
    LABELS.map((label) => [label, (site.chosen[label] ?? 0) + (chosenHere[label] ?? 0)]),
  );
  return [
    { people, chosen: chosenHere },
    { people: site.people + people, chosen: all },
  ];
}
const shownOf = (...[here, everywhere]: [LabelCounts, LabelCounts]) =>
  labelStandings(here, everywhere).flatMap(({ label, shown }) => (shown ? [label] : []));

describe('a label on a passage', () => {
  test.each([
    ['three of three', 3, { 'straw-man': 3 }, []],
    ['four of four', 4, { 'straw-man': 4 }, ['straw-man']],
    ['four of twelve', 12, { 'straw-man': 4 }, []],
    ['seven of twelve', 12, { 'straw-man': 7 }, ['straw-man']],
    ['what people always choose needs more', 6, { 'well-sourced': 6 }, []],
    ['many more', 20, { 'well-sourced': 20 }, ['well-sourced']],
    ['two that agree are too few', 2, { 'straw-man': 2 }, []],
    ['two labels', 10, { 'straw-man': 6, 'cherry-picked': 7 }, ['cherry-picked', 'straw-man']],
    ['as many as chance would give', 50, { 'straw-man': 5, exaggerated: 5 }, []],
    ['nobody', 0, {}, []],
  ] as const)('%s', (_, people, counts, shown) => expect(shownOf(...passage(people, counts))).toEqual(shown));

  test('the first passage of all is held against one in so many labels', () => {
    const first = { people: 4, chosen: { 'straw-man': 4 } };
    expect(labelStandings(first, first)).toEqual([
      {
        label: 'straw-man',
        n: 4,
        of: 4,
        usual: 1 / LABELS.length,
        p: expect.closeTo(LABELS.length ** -3, 12),
        shown: true,
      },
    ]);
  });

  test('a label that came late is measured by the people since', () => {
    const late: AllLabelCounts = { people: 10_005, chosen: { 'straw-man': 3 } };
    const here = { people: 5, chosen: { 'straw-man': 3 } };
    // Nobody of ten thousand chose it: that is unusual, unless they could not.
    expect(labelStandings(here, late)[0]).toMatchObject({ shown: true });
    const standing = labelStandings(here, { ...late, before: { 'straw-man': 10_000 } })[0];
    expect(standing).toMatchObject({ usual: 1 / LABELS.length, shown: false });
    // Those who labelled this passage before it came are not taken off twice.
    expect(labelStandings(here, { ...late, before: { 'straw-man': 10_005 } })[0]?.usual).toBe(
      standing?.usual,
    );
  });

  test('few among very many do not show, however unusual', () => {
    const rare = { people: 1_000_000, chosen: { 'straw-man': 20 } };
    const here = { people: 1_000, chosen: { 'straw-man': 20 } };
    expect(labelStandings(here, rare)[0]).toMatchObject({ n: 20, of: 1_000, shown: false });
    expect(labelStandings(here, rare)[0]?.p).toBeLessThan(1e-30);
  });

  test('those that do not show are told too, by how many chose them', () => {
    const standings = labelStandings(...passage(10, { exaggerated: 1, 'straw-man': 6, unsupported: 2 }));
    expect(standings.map(({ label, n, of, shown }) => [label, n, of, shown])).toEqual([
      ['straw-man', 6, 10, true],
      ['unsupported', 2, 10, false],
      ['exaggerated', 1, 10, false],
    ]);
  });

  test('the p are Holm’s: by hand', () => {
    const labels = ['unsupported', 'straw-man', 'exaggerated'] as const;
    const here = { people: 5, chosen: { unsupported: 4, 'straw-man': 3, exaggerated: 1 } };
    const [first, second, third] = labelStandings(here, here, labels);
    // Nothing elsewhere: 1 in 3 each.
    const tail = (k: number) => binomialTail(k, 5, 1 / 3);
    expect([first?.p, second?.p, third?.p]).toEqual([3 * tail(4), 2 * tail(3), tail(1)]);
  });

  test('it shows by chance on no more passages than stated', () => {
    // Every outcome of one label among nine people, weighed by its chance: with the correction for all labels.
    const [, everywhere] = passage(0, {});
    for (const label of LABELS) {
      const usual = ((everywhere.chosen[label] ?? 0) + 1) / (everywhere.people + LABELS.length);
      let chance = 0;
      for (let k = LEAST_PEOPLE; k <= 9; k += 1) {
        if (shownOf(...passage(9, { [label]: k })).includes(label)) chance += binomial(k, 9, usual);
      }
      expect(chance).toBeLessThanOrEqual(0.01 / LABELS.length);
    }
  });

  test('numbers that cannot be are refused', () => {
    expect(() => labelStandings(...passage(2, { 'straw-man': 3 }))).toThrow(RangeError);
    expect(() =>
      labelStandings({ people: 3, chosen: { 'straw-man': 3 } }, { people: 1, chosen: {} }),
    ).toThrow(RangeError);
  });
});

test('a label is a fault or a merit', () => {
  expect(new Set(LABELS).size).toBe(FAULTS.length + MERITS.length);
});
