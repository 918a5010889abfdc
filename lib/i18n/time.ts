import type { Locale } from './locale.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Making one takes longer than all that it is then used for, and a page with many cards asks often. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: Locale, withClock: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${withClock}`;
  let format = formats.get(key);
  if (!format) {
    // British English writes the day first, as the rest of the interface does.
    const tag = locale === 'en' ? 'en-GB' : locale;
    const clock = withClock ? ({ timeStyle: 'short' } as const) : {};
    format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC', ...clock });
    formats.set(key, format);
  }
  return format;
}

export const isDay = (value: string) => DAY.test(value);

/** A day or a moment in the words of a language. Always in UTC: what it is written into is the same for everybody. */
export function timeInWords(value: string, locale: Locale, withClock = false): string {
  const date = new Date(isDay(value) ? `${value}T00:00:00Z` : value);
  const words = formatOf(locale, withClock && !isDay(value)).format(date);
  return withClock && !isDay(value) ? `${words} UTC` : words;
}
