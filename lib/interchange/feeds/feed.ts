import { oneLine, plain } from '../plain.ts';

/** A feed, whatever it is written in. Texts are plain, times ISO 8601. */
export interface Feed {
  title: string;
  description: string;
  /** The page that shows the same. */
  home: string;
  /** Of the feed itself. */
  self: string;
  lang: string;
  /** Newest first. */
  items: FeedItem[];
}

export interface FeedItem {
  /** A UUID, which stays whatever becomes of title and address. */
  id: string;
  url: string;
  title: string;
  summary: string;
  author: string | null;
  published: string;
  updated: string;
  tags: string[];
  /** Of the words. */
  lang: string;
}

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const FEED_TYPES: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

export const itemIri = ({ id }: Pick<FeedItem, 'id'>) => `urn:uuid:${id}`;

/** When anything in it changed last; of an empty one, when feeds came to be. */
export function updatedAt({ items }: Feed): string {
  return items.reduce(
    (latest, { updated }) => (updated > latest ? updated : latest),
    '2026-01-01T00:00:00.000Z',
  );
}

/** As it can stand in all of the formats: an item of nothing but signs that cannot be shown goes by its address. */
export function plainItem(item: FeedItem): FeedItem {
  const author = item.author && oneLine(item.author);
  return {
    ...item,
    title: oneLine(item.title) || item.url,
    summary: plain(item.summary),
    author: author || null,
    tags: item.tags.map(oneLine).filter((tag) => tag !== ''),
  };
}
