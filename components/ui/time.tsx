import type { Locale } from '#lib/i18n/locale.ts';

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

/** A day or a moment in the words of a language. Always in UTC: the HTML is the same for everybody and can be kept. */
export function formatTime(value: string, locale: Locale, withClock = false): string {
  const date = new Date(DAY.test(value) ? `${value}T00:00:00Z` : value);
  const words = formatOf(locale, withClock && !DAY.test(value)).format(date);
  return withClock && !DAY.test(value) ? `${words} UTC` : words;
}

export function Time({
  value,
  locale,
  withClock = false,
}: {
  value: string;
  locale: Locale;
  withClock?: boolean;
}) {
  return (
    <time dateTime={value} title={withClock || DAY.test(value) ? undefined : formatTime(value, locale, true)}>
      {formatTime(value, locale, withClock)}
    </time>
  );
}
