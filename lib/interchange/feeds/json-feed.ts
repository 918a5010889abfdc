import { oneLine, plain } from '../plain.ts';
import { type Feed, type FeedItem, itemIri } from './feed.ts';

/** JSON Feed 1.1. */
export function toJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    language: feed.lang,
    items: feed.items.map(itemOf),
  });
}

function itemOf(item: FeedItem) {
  return {
    id: itemIri(item),
    url: item.url,
    title: oneLine(item.title),
    content_text: plain(item.summary),
    date_published: item.published,
    date_modified: item.updated,
    ...(item.author ? { authors: [{ name: oneLine(item.author) }] } : {}),
    tags: item.tags.map(oneLine),
    language: item.lang,
  };
}
