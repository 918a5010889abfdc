import { type Feed, type FeedItem, itemIri, plainItem } from './feed.ts';

/** JSON Feed 1.1. */
export function toJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    language: feed.lang,
    items: feed.items.map(plainItem).map(itemOf),
  });
}

function itemOf(item: FeedItem) {
  return {
    id: itemIri(item),
    url: item.url,
    title: item.title,
    content_text: item.summary,
    date_published: item.published,
    date_modified: item.updated,
    ...(item.author ? { authors: [{ name: item.author }] } : {}),
    tags: item.tags,
    language: item.lang,
  };
}
