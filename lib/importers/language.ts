/** The words that prose of a language cannot do without; those that several share count for none. */
const STOP_WORDS: Record<string, string> = {
  en: 'the of and to is that was for with as his they at be this have from had by not but what were when there their which said who will would an are it has been',
  de: 'der die und das ist nicht von zu den mit sich des auf für dem eine auch als nach wie bei oder einen noch werden aus wird ein hat sie über haben sind dass er es wurde',
  fr: 'le les et des une dans qui pour pas sur est avec plus par sont ce au aux cette ont été mais leur nous vous il elle ou où ces',
  es: 'el los las del que por una con para como más pero sus está fue son ha al este entre cuando muy sobre también hasta hay donde desde todo',
  pt: 'os não uma com dos para mais como das ao foi pelo pela são à ele ela também já entre até isso muito seu sua está nos na em um',
  it: 'il di che è per una sono con non gli della nel alla più dei anche del ha come delle questo ma si dal lo al loro suo stato',
  nl: 'het een van en dat niet zijn voor met ook maar op te er naar bij nog wordt door werd heeft aan deze hij zij uit om als worden',
};

const SCRIPTS: Array<[RegExp, string]> = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];
/** Kana stand among Chinese characters in any Japanese text; a tenth is enough to tell it. */
const SHARE_OF_SCRIPT: Record<string, number> = { ja: 0.1 };
const HALF = 0.5;
/** Prose has two to four of these words in ten; other languages have some of them by chance. */
const SHARE_OF_WORDS = 0.12;
/** As much of a text as is looked at. */
const SAMPLE = 20_000;

const wordsOf = new Map(
  Object.entries(STOP_WORDS).flatMap(([lang, words]) =>
    words.split(' ').map((word) => [word, lang] as const),
  ),
);

/**
 * The language of a text by its script or its commonest words, as a BCP 47 tag; null where it is too
 * short or too mixed to tell. Looks at the first 20,000 units.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, lang] of SCRIPTS) {
    const count = sample.match(script)?.length ?? 0;
    if (letters > 0 && count / letters > (SHARE_OF_SCRIPT[lang] ?? HALF)) return lang;
  }
  const counts = new Map<string, number>();
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    const lang = wordsOf.get(word);
    if (lang) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const isTelling = first && first[1] >= 2 && first[1] >= words.length * SHARE_OF_WORDS;
  return isTelling && first[1] > (second?.[1] ?? 0) * 1.5 ? first[0] : null;
}

/** A declared language as a BCP 47 tag ("en_us" → "en-US"), or null for what is none. */
export function languageTag(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(raw.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
