import { describe, expect, test } from 'vitest';
import { type QuoteCheck, quoteChecker } from '#lib/evidence/check-quote.ts';
import { FURTHER_QUOTES, HELD_OUT_QUOTES, QUOTE_CASES, type QuoteCase } from './quote-cases.ts';
import { QUOTE_PAGES } from './quote-pages.ts';

const alone = Object.fromEntries(
  Object.entries(QUOTE_PAGES).map(([name, text]) => [name, quoteChecker(text)]),
);
/** All pages in one, as on the page of a day. */
const together = quoteChecker(Object.values(QUOTE_PAGES).join('\n\n'));

type Check = (one: QuoteCase) => QuoteCheck['state'];
const PLACES: [string, Check][] = [
  ['on its page', ([page, quote]) => (alone[page] as typeof together)(quote).state],
  ['among other texts', ([, quote]) => together(quote).state],
];

/** Of so many quotes one may be judged otherwise. */
const RIGHT = 0.95;

describe.each(PLACES)('a quote %s', (_, check) => {
  describe.each([
    ['that the rules were made with', QUOTE_CASES],
    ['that was held out', HELD_OUT_QUOTES],
    ['that was added', FURTHER_QUOTES],
  ])('%s', (__, cases) => {
    test.each([
      ['verified', cases.verified],
      ['altered', cases.altered],
      ['altered', cases.reworded],
      ['missing', cases.missing],
    ] as const)('is %s', (state, list) => {
      const others = list.filter((one) => check(one) !== state);
      expect(others.length, others.join('\n')).toBeLessThanOrEqual((1 - RIGHT) * list.length);
    });

    test('that says something else is never verified', () => {
      expect(cases.altered.filter((one) => check(one) === 'verified')).toEqual([]);
    });

    test('that stands nowhere is given no place', () => {
      expect(cases.missing.filter((one) => check(one) !== 'missing')).toEqual([]);
    });
  });
});
