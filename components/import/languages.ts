import type { Locale } from '#lib/i18n/locale.ts';

/** The languages with most newspapers; any other that is found in a text is offered besides. */
const TAGS = [
  'ar',
  'bg',
  'bn',
  'bs',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'eu',
  'fa',
  'fi',
  'fr',
  'ga',
  'gl',
  'he',
  'hi',
  'hr',
  'hu',
  'hy',
  'id',
  'is',
  'it',
  'ja',
  'ka',
  'ko',
  'lt',
  'lv',
  'mk',
  'ms',
  'nb',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sk',
  'sl',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'th',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
];

/** The choices of the import page by their names. Made on the server: browsers name some languages differently. */
export function languageChoices(locale: Locale): { tag: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const collator = new Intl.Collator(locale);
  return TAGS.map((tag) => ({ tag, name: names.of(tag) ?? tag })).sort((a, b) =>
    collator.compare(a.name, b.name),
  );
}
