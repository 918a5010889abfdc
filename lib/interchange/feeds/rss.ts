import { escapeMarkup } from '../plain.ts';
import { type Feed, type FeedItem, itemIri, plainItem, updatedAt } from './feed.ts';

/** RSS 2.0 as the RSS Advisory Board describes it, with the names of authors by Dublin Core. */
export function toRss(feed: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
${tag('title', feed.title)}
${tag('link', feed.home)}
${tag('description', feed.description)}
${tag('language', feed.lang)}
${tag('lastBuildDate', dateOf(updatedAt(feed)))}
<atom:link rel="self" type="application/rss+xml" href="${escapeMarkup(feed.self)}"/>
${feed.items.map(plainItem).map(itemOf).join('\n')}
</channel>
</rss>
`;
}

function itemOf(item: FeedItem): string {
  return [
    '<item>',
    tag('title', item.title),
    tag('link', item.url),
    `<guid isPermaLink="false">${itemIri(item)}</guid>`,
    tag('pubDate', dateOf(item.published)),
    ...(item.author ? [tag('dc:creator', item.author)] : []),
    tag('dc:language', item.lang),
    ...item.tags.map((name) => tag('category', name)),
    // Readers take it for HTML: what is plain text has to be escaped once for that, and once for XML.
    tag('description', escapeMarkup(item.summary)),
    '</item>',
  ].join('\n');
}

const tag = (name: string, text: string) => `<${name}>${escapeMarkup(text)}</${name}>`;

const dateOf = (iso: string) => new Date(iso).toUTCString();
