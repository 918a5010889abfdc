import { childrenOf, type XmlElement } from './xml.ts';

// What feeds must keep, by the texts that define them. Each function names the rules that a feed breaks.

const ATOM = 'http://www.w3.org/2005/Atom';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';

/** RFC 822 as RSS takes it, with the year in four digits. */
const RFC_822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UT|Z|[+-]\d{4})$/;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

class Rules {
  readonly broken: string[] = [];

  must(holds: unknown, rule: string): void {
    if (!holds) this.broken.push(rule);
  }
}

const isTime = (text: unknown, form: RegExp) =>
  typeof text === 'string' && form.test(text) && !Number.isNaN(Date.parse(text));

/** An absolute IRI: no space and none of the signs that cannot stand in one. */
const isIri = (text: unknown) =>
  typeof text === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
const isWeb = (text: unknown) => isIri(text) && /^https?:/.test(String(text));

const texts = (element: XmlElement, name: string) => childrenOf(element, name).map(({ text }) => text);

/** How often each may stand in its parent: exactly once, or at most once. */
function count(rules: Rules, parent: XmlElement, once: string[], atMostOnce: string[]): void {
  for (const name of once)
    rules.must(childrenOf(parent, name).length === 1, `${parent.name}: exactly one ${name}`);
  for (const name of atMostOnce)
    rules.must(childrenOf(parent, name).length <= 1, `${parent.name}: at most one ${name}`);
}

function known(rules: Rules, parent: XmlElement, names: string[]): void {
  for (const { name } of parent.children)
    rules.must(names.includes(name), `${parent.name}: ${name} is none of its elements`);
}

/** RSS 2.0.11, and the Best Practices Profile of the RSS Advisory Board, which asks for `atom:link` and permanent guids. */
export function brokenByRss(rss: XmlElement, self: string): string[] {
  const rules = new Rules();
  rules.must(rss.name === 'rss' && rss.attributes.version === '2.0', 'rss of version 2.0');
  count(rules, rss, ['channel'], []);
  const [channel] = childrenOf(rss, 'channel');
  if (!channel) return rules.broken;
  count(rules, channel, ['title', 'link', 'description', 'atom:link'], ['language', 'lastBuildDate']);
  known(rules, channel, [
    ...['title', 'link', 'description', 'language', 'lastBuildDate', 'atom:link', 'item'],
  ]);
  rules.must(texts(channel, 'title')[0], 'channel: a title with words');
  rules.must(isWeb(texts(channel, 'link')[0]), 'channel: its link is an address');
  for (const language of texts(channel, 'language'))
    rules.must(LANGUAGE.test(language), 'channel: a language');
  for (const time of texts(channel, 'lastBuildDate'))
    rules.must(isTime(time, RFC_822), 'channel: lastBuildDate by RFC 822');
  const [link] = childrenOf(channel, 'atom:link');
  rules.must(link?.namespace === ATOM, 'atom:link is of Atom');
  rules.must(link?.attributes.rel === 'self' && link.attributes.href === self, 'atom:link leads to itself');
  rules.must(link?.attributes.type === 'application/rss+xml', 'atom:link says its type');
  const items = childrenOf(channel, 'item');
  for (const item of items) rssItem(rules, item);
  const guids = items.flatMap((item) => texts(item, 'guid'));
  rules.must(new Set(guids).size === guids.length, 'items: every guid once');
  return rules.broken;
}

function rssItem(rules: Rules, item: XmlElement): void {
  count(rules, item, ['guid', 'pubDate'], ['title', 'description', 'link', 'dc:creator', 'dc:language']);
  known(rules, item, [
    ...['title', 'link', 'guid', 'pubDate', 'description', 'category', 'dc:creator', 'dc:language'],
  ]);
  rules.must(texts(item, 'title')[0] || texts(item, 'description')[0], 'item: a title or a description');
  for (const link of texts(item, 'link')) rules.must(isWeb(link), 'item: its link is an address');
  for (const { text, attributes } of childrenOf(item, 'guid'))
    rules.must(
      attributes.isPermaLink === 'false' ? isIri(text) : isWeb(text),
      'item: a guid that is none of a page says so',
    );
  for (const time of texts(item, 'pubDate')) rules.must(isTime(time, RFC_822), 'item: pubDate by RFC 822');
  for (const child of item.children.filter(({ name }) => name.startsWith('dc:')))
    rules.must(child.namespace === DUBLIN_CORE, 'dc is Dublin Core');
}

/** RFC 4287. */
export function brokenByAtom(feed: XmlElement, self: string): string[] {
  const rules = new Rules();
  rules.must(feed.name === 'feed' && feed.namespace === ATOM, '4.1.1: a feed of Atom');
  count(rules, feed, ['id', 'title', 'updated'], ['subtitle', 'generator', 'icon', 'logo', 'rights']);
  known(rules, feed, [
    ...['author', 'category', 'contributor', 'generator', 'icon', 'id', 'link', 'logo', 'rights', 'subtitle'],
    ...['title', 'updated', 'entry'],
  ]);
  common(rules, feed);
  const own = linksOf(feed, 'self');
  rules.must(own.length === 1 && own[0]?.href === self, '4.1.1: a link to itself');
  const entries = childrenOf(feed, 'entry');
  const hasAuthor = childrenOf(feed, 'author').length > 0;
  for (const entry of entries) atomEntry(rules, entry, hasAuthor);
  const ids = entries.flatMap((entry) => texts(entry, 'id'));
  rules.must(new Set(ids).size === ids.length, '4.1.1: every entry once');
  return rules.broken;
}

function atomEntry(rules: Rules, entry: XmlElement, feedHasAuthor: boolean): void {
  count(rules, entry, ['id', 'title', 'updated'], ['published', 'summary', 'content', 'rights', 'source']);
  known(rules, entry, [
    ...[
      'author',
      'category',
      'content',
      'contributor',
      'id',
      'link',
      'published',
      'rights',
      'source',
      'summary',
    ],
    ...['title', 'updated'],
  ]);
  common(rules, entry);
  rules.must(feedHasAuthor || childrenOf(entry, 'author').length > 0, '4.1.2: an author');
  rules.must(
    childrenOf(entry, 'content').length > 0 || linksOf(entry, 'alternate').length > 0,
    '4.1.2: content, or where it is',
  );
  const [published, updated] = [texts(entry, 'published')[0], texts(entry, 'updated')[0]];
  rules.must(
    !published || Date.parse(published) <= Date.parse(updated ?? ''),
    'updated is not before published',
  );
}

/** What feeds and entries keep alike. */
function common(rules: Rules, element: XmlElement): void {
  const at = element.name;
  for (const child of element.children) rules.must(child.namespace === ATOM, `${child.name} is of Atom`);
  rules.must(isIri(texts(element, 'id')[0]), `${at} 4.2.6: an id that is an IRI`);
  for (const name of ['updated', 'published'])
    for (const time of texts(element, name))
      rules.must(isTime(time, RFC_3339), `${at} 3.3: ${name} by RFC 3339`);
  for (const author of childrenOf(element, 'author')) {
    count(rules, author, ['name'], ['uri', 'email']);
    rules.must(texts(author, 'name')[0], `${at} 3.2.1: the name of a person`);
  }
  for (const { attributes } of childrenOf(element, 'category'))
    rules.must(attributes.term, `${at} 4.2.2: a category has a term`);
  const language = element.attributes['xml:lang'];
  rules.must(language === undefined || LANGUAGE.test(language), `${at}: its language is one`);
  for (const { attributes } of childrenOf(element, 'link')) {
    rules.must(isWeb(attributes.href), `${at} 4.2.7.1: a link leads somewhere`);
    rules.must(
      !attributes.type || /^[\w.+-]+\/[\w.+-]+$/.test(attributes.type),
      `${at} 4.2.7.3: a type of media`,
    );
  }
  const alternates = linksOf(element, 'alternate').map(({ type, hreflang }) => `${type} ${hreflang}`);
  rules.must(
    new Set(alternates).size === alternates.length,
    `${at} 4.1: one alternate of a type and language`,
  );
}

const linksOf = (element: XmlElement, rel: string) =>
  childrenOf(element, 'link').flatMap(({ attributes }) =>
    (attributes.rel ?? 'alternate') === rel ? [attributes] : [],
  );

type Json = Record<string, unknown>;

const isText = (value: unknown) => typeof value === 'string';
const isOptional = (value: unknown, holds: (value: unknown) => boolean) =>
  value === undefined || holds(value);

/** JSON Feed 1.1. */
export function brokenByJsonFeed(feed: Json, self: string): string[] {
  const rules = new Rules();
  rules.must(feed.version === 'https://jsonfeed.org/version/1.1', 'version');
  rules.must(isText(feed.title) && feed.title !== '', 'title');
  rules.must(feed.feed_url === self, 'feed_url');
  rules.must(isOptional(feed.home_page_url, isWeb), 'home_page_url');
  rules.must(isOptional(feed.description, isText), 'description');
  rules.must(
    isOptional(feed.language, (value) => LANGUAGE.test(String(value))),
    'language',
  );
  rules.must(Array.isArray(feed.items), 'items');
  const items = (feed.items ?? []) as Json[];
  for (const item of items) jsonItem(rules, item);
  rules.must(new Set(items.map(({ id }) => id)).size === items.length, 'items: every id once');
  return rules.broken;
}

function jsonItem(rules: Rules, item: Json): void {
  rules.must(isText(item.id) && item.id !== '', 'item: an id that is a string');
  rules.must(isOptional(item.url, isWeb), 'item: url');
  rules.must(isText(item.content_text) || isText(item.content_html), 'item: content');
  for (const name of ['title', 'summary']) rules.must(isOptional(item[name], isText), `item: ${name}`);
  for (const name of ['date_published', 'date_modified'])
    rules.must(
      isOptional(item[name], (value) => isTime(value, RFC_3339)),
      `item: ${name} by RFC 3339`,
    );
  rules.must(
    isOptional(item.tags, (tags) => Array.isArray(tags) && tags.every((tag) => isText(tag) && tag !== '')),
    'item: tags',
  );
  rules.must(
    isOptional(item.authors, (authors) => (authors as Json[]).every(({ name, url }) => name || url)),
    'item: an author has a name or an address',
  );
  rules.must(
    isOptional(item.language, (value) => LANGUAGE.test(String(value))),
    'item: language',
  );
}
