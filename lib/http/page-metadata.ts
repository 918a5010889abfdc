import type { Metadata } from 'next';
import { env } from '#lib/env/env.ts';
import { DEFAULT_LOCALE, type Locale } from '#lib/i18n/locale.ts';
import type { FeedFormat } from '#lib/interchange/feeds/feed.ts';
import { feedLinks } from './feed-links.ts';

interface About {
  /** The whole of it; the layout adds the name of the place, except where the title is that already. */
  title: string;
  description: string;
  /** Where the page lives, with the parameters that make it another page and without the others. */
  path: string;
  type?: 'website' | 'article' | 'profile';
  /** For pages that a search engine should not show. */
  hidden?: boolean;
  /** The feeds that readers find here are in this language, and in these formats. */
  locale?: Locale;
  feeds?: readonly FeedFormat[];
  /** The path of a picture of 1200 by 630 for those who pass the link on, and what it shows in words. */
  picture?: { path: string; alt: string } | null;
  /** Where programs get the same as data: media type → path. */
  data?: Record<string, string>;
}

const DESCRIPTION_MAX = 200;

/** What a page says of itself to browsers, search engines and those who pass its link on. */
export function pageMetadata({
  title,
  description,
  path,
  type = 'website',
  hidden = false,
  locale = DEFAULT_LOCALE,
  feeds,
  picture = null,
  data = {},
}: About): Metadata {
  const url = `${env().url}${path}`;
  const shortened = shorten(description);
  const images = picture
    ? [{ url: env().url + picture.path, type: 'image/png', width: 1200, height: 630, alt: picture.alt }]
    : [];
  return {
    title,
    description: shortened,
    alternates: { canonical: url, types: { ...feedLinks(locale, feeds), ...absolute(data) } },
    openGraph: { title, description: shortened, url, type, siteName: 'Obelus', images },
    // Title and words are taken from the tags above.
    twitter: { card: picture ? 'summary_large_image' : 'summary', images: images.map(({ url }) => url) },
    ...(hidden ? { robots: { index: false } } : {}),
  };
}

const absolute = (paths: Record<string, string>) =>
  Object.fromEntries(Object.entries(paths).map(([type, path]) => [type, env().url + path]));

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= DESCRIPTION_MAX) return flat;
  return `${flat
    .slice(0, DESCRIPTION_MAX)
    .toWellFormed()
    .replace(/\s+\S*$/, '')} …`;
}
