import { env } from '#lib/env/env.ts';
import { FEED_KINDS } from '#lib/flows/feed-kinds.ts';
import { DEFAULT_LOCALE, type Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { FEED_TYPES, type FeedFormat } from '#lib/interchange/feeds/feed.ts';

/** Where a feed is, in the language of the interface. */
export function feedHref(kind: string, format: FeedFormat, locale: Locale): string {
  return `/feeds/${kind}.${format}${locale === DEFAULT_LOCALE ? '' : `?lang=${locale}`}`;
}

/** What the head of a page says of the feeds, by which readers find them: one format each, or all. */
export function feedLinks(locale: Locale, formats: readonly FeedFormat[] = ['atom']) {
  const t = translator(locale, 'feeds');
  return Object.fromEntries(
    formats.map((format) => [
      FEED_TYPES[format],
      FEED_KINDS.map((kind) => ({
        url: env().url + feedHref(kind, format, locale),
        title: `${t(`kinds.${kind}`)} · Obelus`,
      })),
    ]),
  );
}
