import type { Locale } from '#lib/i18n/locale.ts';

/** Making one takes longer than all that it is then used for. */
const formats = new Map<Locale, Intl.DateTimeFormat>();

/** A moment in UTC: the HTML is the same for everybody and can be kept. */
function formatMoment(value: string, locale: Locale): string {
  let format = formats.get(locale);
  if (!format) {
    const tag = locale === 'en' ? 'en-GB' : locale;
    format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
    formats.set(locale, format);
  }
  return `${format.format(new Date(value))} UTC`;
}

/** Browsers write months in ways of their own: what the server wrote may stand. */
export function CommentTime({ value, locale }: { value: string; locale: Locale }) {
  return (
    <time dateTime={value} suppressHydrationWarning>
      {formatMoment(value, locale)}
    </time>
  );
}
