import type { Random } from '../../prisma/demo/random.ts';

/** Different words of each language; how often one comes falls with its place in the list, as in prose. */
const VOCABULARY = 30_000;

const SYLLABLES = {
  en: 'ba con der el for ga har in jo ker lan mo ner or pel qui ros ster ton ul ver wick yard zen ment ing'.split(
    ' ',
  ),
  de: 'ab bau chen dorf ein fähr gen haus ich jahr keit lich müh nach ober pfad quer rück schaft tür ung vor wöh zeit'.split(
    ' ',
  ),
  zh: [
    ...'城港口水年船冰面包价格市议会书记铁路塔河湖山东西南北新旧大小人民说没有因为所以报告数字证据错误真实新闻记者',
  ],
} as const;
/** The languages of the bench. */
export type SearchLang = keyof typeof SYLLABLES;

/** What is planted for the bench to look for: in one of so many texts. */
const PLANTED: Record<SearchLang, [words: string, oneIn: number][]> = {
  en: [
    ['water', 3],
    ['council', 5],
    ['harbour', 12],
    ['the harbour master of Lindow', 60],
    ['elections', 300],
    ['heliograph', 10_000],
  ],
  de: [
    ['Wasser', 3],
    ['Bürgermeister', 10],
    ['Mühlendämme', 2_000],
  ],
  zh: [
    ['港口', 8],
    ['港口结冰', 300],
  ],
};

function vocabulary(lang: SearchLang, random: Random): string[] {
  const most = lang === 'zh' ? 3 : 4;
  return Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: random.int(lang === 'zh' ? 1 : 2, most) }, () => random.pick(SYLLABLES[lang])).join(
      '',
    ),
  );
}

export type Prose = (lang: SearchLang, words: number) => string;

/** Sentences of a language: `words` words, with what is planted now and then. */
export function proseOf(random: Random): Prose {
  const lists = { en: vocabulary('en', random), de: vocabulary('de', random), zh: vocabulary('zh', random) };
  return (lang: SearchLang, words: number) => {
    const list = lists[lang];
    const chosen = Array.from({ length: words }, () => {
      // Zipf's law, near enough: a place in the list whose logarithm is even.
      const place = Math.floor(VOCABULARY ** (random.int(0, 99_999) / 100_000)) - 1;
      return list[place] as string;
    });
    for (const [planted, oneIn] of PLANTED[lang])
      if (random.int(1, oneIn) === 1) chosen.splice(random.int(0, chosen.length), 0, planted);
    return lang === 'zh'
      ? `${chosen.join('')}。`
      : `${chosen.join(' ').replaceAll(/((?:\S+ ){11}\S+)/g, '$1.')}.`;
  };
}

/** Of the n-th: six of ten are English, three German. */
export const langOf = (n: number): SearchLang => (n % 10 < 6 ? 'en' : n % 10 < 9 ? 'de' : 'zh');
