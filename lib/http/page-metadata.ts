import type { Metadata } from 'next';
import { env } from '#lib/env/env.ts';

interface About {
  /** The whole of it; the layout adds the name of the place, except where the title is that already. */
  title: string;
  description: string;
  /** Where the page lives, with the parameters that make it another page and without the others. */
  path: string;
  type?: 'website' | 'article' | 'profile';
  /** For pages that a search engine should not show. */
  hidden?: boolean;
}

const DESCRIPTION_MAX = 200;

/** What a page says of itself to browsers, search engines and those who pass its link on. */
export function pageMetadata({
  title,
  description,
  path,
  type = 'website',
  hidden = false,
}: About): Metadata {
  const url = `${env().url}${path}`;
  const shortened = shorten(description);
  return {
    title,
    description: shortened,
    alternates: { canonical: url },
    openGraph: { title, description: shortened, url, type, siteName: 'Obelus' },
    ...(hidden ? { robots: { index: false } } : {}),
  };
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= DESCRIPTION_MAX) return flat;
  return `${flat
    .slice(0, DESCRIPTION_MAX)
    .toWellFormed()
    .replace(/\s+\S*$/, '')} …`;
}
