import { quoteChecker } from '#lib/evidence/check-quote.ts';
import { HELD_OUT_QUOTES, QUOTE_CASES, type QuoteCases } from '#tests/unit/quote-cases.ts';
import { QUOTE_PAGES } from '#tests/unit/quote-pages.ts';
import type { Bench } from './bench.ts';
import { voices } from './evidence-voices.ts';
import { type Figure, figure } from './figure.ts';
import { below, otherWord, type Prose, prose, type Random, randomOf, sentence } from './prose.ts';

/** The bounds of lib/evidence/quote/standout.ts were chosen on seed 11. */
const SEED = 12;
const QUOTES = 300;
const SHORT = 50_000;
const LONG = 1_000_000;
const ROUNDS = 7;

/**
 * Whether quotes are judged rightly: those of a table, and made ones in prose whose sentences resemble each other; how long
 * that takes in a text of a megabyte; and whether copies of one report are told to be one voice.
 */
export const evidence: Bench = async (_ground, tell) => {
  tell('quotes');
  const [short, long] = [prose(randomOf(SEED), SHORT), prose(randomOf(SEED), LONG)];
  const figures = [
    ...table('of the table', QUOTE_CASES),
    ...table('held out', HELD_OUT_QUOTES),
    ...made('50 k', short),
    ...made('1 M', long),
    ...times(long),
  ];
  tell('voices');
  return [...figures, ...voices()];
};

function table(name: string, { verified, altered, reworded, missing }: QuoteCases): Figure[] {
  const share = (state: string, list: QuoteCases['verified']) =>
    list.filter(([page, quote]) => quoteChecker(QUOTE_PAGES[page])(quote).state === state).length /
    list.length;
  const most = { atLeast: 0.95 };
  return [
    figure(`quotes ${name}: verified`, share('verified', verified), '', most),
    figure(`quotes ${name}: altered`, share('altered', [...altered, ...reworded]), '', most),
    figure(`quotes ${name}: altered, but verified`, share('verified', altered), '', { atMost: 0 }),
    figure(`quotes ${name}: missing`, share('missing', missing), '', most),
  ];
}

/** Sentences of the text with words replaced, and sentences that it has not. */
function made(name: string, text: Prose): Figure[] {
  const random = randomOf(SEED + 1);
  const check = quoteChecker(text.text);
  const replaced = (words: number) => {
    let found = 0;
    for (let quote = 0; quote < QUOTES; quote += 1) {
      const { start, end } = text.sentences[
        below(random, text.sentences.length)
      ] as Prose['sentences'][number];
      const place = check(withOthers(random, text.text.slice(start, end), words)).start;
      if (place !== null && place >= start - 30 && place < end) found += 1;
    }
    return found / QUOTES;
  };
  const absent = Array.from({ length: QUOTES }, () => sentence(random));
  const taken = absent.filter((one) => check(one).state === 'altered').length / QUOTES;
  return [
    figure(`${name}: found with a word replaced`, replaced(1), '', { atLeast: 0.75 }),
    figure(`${name}: found with two words replaced`, replaced(2), ''),
    figure(`${name}: absent, but taken for altered`, taken, '', { atMost: 0.1 }),
  ];
}

function withOthers(random: Random, text: string, count: number): string {
  const words = text.split(' ');
  for (let left = count; left > 0; left -= 1) {
    const at = below(random, words.length);
    words[at] = otherWord(random, words[at] as string);
  }
  return words.join(' ');
}

/** The shortest of some rounds, for others may be at work. A quote that the page has in other words costs the most: all that there is to know of the page is worked out. */
function times({ text, sentences }: Prose): Figure[] {
  const { start, end } = sentences[Math.floor(sentences.length / 2)] as Prose['sentences'][number];
  const quotes = {
    verified: text.slice(start, end),
    altered: `${text.slice(start, end - 1)}, they hoped`,
    absent: 'Nothing of this kind has ever been printed anywhere',
  };
  return Object.entries(quotes).map(([name, quote]) => {
    const taken = Array.from({ length: ROUNDS }, () => {
      const begun = performance.now();
      quoteChecker(text)(quote);
      return performance.now() - begun;
    });
    return figure(`1 M: a quote that is ${name}, from the text on`, Math.min(...taken), 'ms', {
      atMost: 100,
    });
  });
}
