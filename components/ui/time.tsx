import type { Locale } from '#lib/i18n/locale.ts';
import { isDay, timeInWords } from '#lib/i18n/time.ts';

/** A day or a moment in the words of a language. */
export const formatTime = timeInWords;

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
    <time dateTime={value} title={withClock || isDay(value) ? undefined : formatTime(value, locale, true)}>
      {formatTime(value, locale, withClock)}
    </time>
  );
}
