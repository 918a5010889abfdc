import { escapeMarkup } from '../plain.ts';
import { type Feed, type FeedItem, itemIri, plainItem, updatedAt } from './feed.ts';

/** Atom, RFC 4287. */
export function toAtom(feed: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(feed.lang)}">
${tag('id', feed.self)}
${tag('title', feed.title)}
${tag('subtitle', feed.description)}
${tag('updated', updatedAt(feed))}
<author><name>Obelus</name></author>
${link('self', feed.self, 'application/atom+xml')}
${link('alternate', feed.home, 'text/html')}
${feed.items.map(plainItem).map(entryOf).join('\n')}
</feed>
`;
}

function entryOf(item: FeedItem): string {
  return [
    `<entry xml:lang="${escapeMarkup(item.lang)}">`,
    tag('id', itemIri(item)),
    tag('title', item.title),
    link('alternate', item.url, 'text/html'),
    tag('published', item.published),
    tag('updated', item.updated),
    ...(item.author ? [`<author>${tag('name', item.author)}</author>`] : []),
    ...item.tags.map((name) => `<category term="${escapeMarkup(name)}"/>`),
    tag('summary', item.summary),
    '</entry>',
  ].join('\n');
}

const tag = (name: string, text: string) => `<${name}>${escapeMarkup(text)}</${name}>`;

const link = (rel: string, href: string, type: string) =>
  `<link rel="${rel}" type="${type}" href="${escapeMarkup(href)}"/>`;
