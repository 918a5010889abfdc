import { toSafeHref } from '#lib/document/href.ts';
import { bylineField } from './bylines.ts';
import { parseDate } from './dates.ts';
import { articleLd } from './json-ld.ts';
import { languageTag } from './language.ts';
import { isSameTitle, siteNames, titleField, withoutSite } from './page-title.ts';
import { FIELD_LIMITS, fieldText } from './result.ts';

export interface PageMetadata {
  title: string | null;
  byline: string | null;
  site: string | null;
  lang: string | null;
  publishedAt: string | null;
  isDateGuessed: boolean;
  url: string | null;
  /** What relative addresses of the page are resolved against. */
  base: string | undefined;
}

/** The page's meta elements by name, property or itemprop, in lower case; the first of each counts. */
function metaOf(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim();
    const keys = ['property', 'name', 'itemprop', 'http-equiv'].flatMap((name) =>
      (meta.getAttribute(name) ?? '').split(/\s+/),
    );
    for (const key of keys)
      if (key && content && !found.has(key.toLowerCase())) found.set(key.toLowerCase(), content);
  }
  return found;
}

/** The first of several ways to find something that finds it. */
function firstOf<T>(...ways: Array<() => T | null | undefined>): T | null {
  for (const way of ways) {
    const found = way();
    if (found !== null && found !== undefined) return found;
  }
  return null;
}

function words(document: Document, selector: string): string | null {
  const text = document.querySelector(selector)?.textContent?.trim();
  return text || null;
}

function attribute(document: Document, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name)?.trim() || null;
}

/** Tracking says how somebody came; the fragment, where they were. Neither belongs to an article's address. */
function cleanAddress(address: string | null, base?: string): string | null {
  const href = address ? toSafeHref(address, base) : null;
  if (!href?.startsWith('http')) return null;
  const url = new URL(href);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid)$/i.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/** A canonical address on another host than the page's own is a mistake or a syndicated copy's original. */
function canonicalAddress(
  document: Document,
  meta: Map<string, string>,
  ld: string | null,
  url: string | undefined,
  base: string | undefined,
) {
  const found = firstOf(
    () => cleanAddress(attribute(document, 'link[rel~="canonical"]', 'href'), base),
    () => cleanAddress(meta.get('og:url') ?? null, base),
    () => cleanAddress(ld, base),
  );
  // The front page as the address of every article is a common fault of templates.
  const isFrontPage = found !== null && new URL(found).pathname === '/' && new URL(found).search === '';
  return isFrontPage && url ? cleanAddress(url) : (found ?? cleanAddress(url ?? null));
}

const BYLINES =
  '[rel~="author"], [itemprop~="author"] [itemprop~="name"], [itemprop~="author"], .byline-name, .author-name, .byline, .author';

function bylineIn(document: Document): string | null {
  for (const element of document.querySelectorAll(BYLINES)) {
    const found = bylineField(element.textContent);
    if (found && found.length <= 100) return found;
  }
  return null;
}

function dateIn(document: Document): string | null {
  return (
    attribute(document, '[itemprop~="datePublished"][datetime]', 'datetime') ??
    attribute(document, '[itemprop~="datePublished"][content]', 'content') ??
    attribute(
      document,
      'time[pubdate][datetime], article header time[datetime], article time[datetime], header time[datetime]',
      'datetime',
    )
  );
}

function headlinesOf(document: Document): string[] {
  return [...document.querySelectorAll('h1, h2, [itemprop~="headline"]')]
    .slice(0, 40)
    .map((heading) => heading.textContent?.trim() ?? '');
}

/**
 * What a page says of its article. Each field is taken from the first of these that gives it:
 * JSON-LD, OpenGraph (and its article: properties), Dublin Core, Twitter cards, other metadata, and
 * the page itself. The site's name is dropped from the title. Does not change the document.
 */
export function pageMetadata(document: Document, url?: string): PageMetadata {
  const meta = metaOf(document);
  const get = (...keys: string[]) => firstOf(...keys.map((key) => () => meta.get(key)));
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')].map(
    (script) => script.textContent ?? '',
  );
  const ld = articleLd(scripts);
  const base = toSafeHref(attribute(document, 'base[href]', 'href') ?? '', url) ?? url;
  const address = canonicalAddress(document, meta, ld?.url ?? null, url, base);
  const site = fieldText(
    firstOf(
      () => ld?.publisher,
      () => get('og:site_name', 'dc.publisher', 'dcterms.publisher', 'application-name', 'cre'),
    ),
    FIELD_LIMITS.site,
  );
  const lang = firstOf(
    () =>
      languageTag(
        document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang'),
      ),
    () => languageTag(ld?.lang),
    () => languageTag(get('og:locale', 'dc.language', 'dcterms.language', 'content-language', 'language')),
  );
  const date = firstOf(
    () => parseDate(ld?.publishedAt, lang ?? 'en'),
    ...[
      'article:published_time',
      'og:published_time',
      'og:article:published_time',
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.created',
      'dc.date',
      'dc.created',
      'parsely-pub-date',
      'sailthru.date',
      'datepublished',
      'article.published',
      'publish-date',
      'pubdate',
      'last-published',
      'date',
    ].map((key) => () => parseDate(meta.get(key), lang ?? 'en')),
    () => parseDate(dateIn(document), lang ?? 'en'),
  );
  return {
    title: titleOf(document, get, ld?.headline ?? null, siteNames(site, address)),
    byline: firstOf(
      () => bylineField(ld?.authors.join(', ')),
      ...[
        'article:author',
        'og:article:author',
        'dc.creator',
        'dcterms.creator',
        'author',
        'parsely-author',
        'sailthru.author',
        'byl',
      ].map((key) => () => bylineField(meta.get(key))),
      () => bylineIn(document),
    ),
    site,
    lang,
    publishedAt: date?.value ?? null,
    isDateGuessed: date?.ambiguous ?? false,
    url: address,
    base,
  };
}

function titleOf(
  document: Document,
  get: (...keys: string[]) => string | null,
  headline: string | null,
  sites: string[],
): string | null {
  const headlines = headlinesOf(document);
  const raw = firstOf(
    () => titleField(headline),
    () => titleField(get('og:title', 'dc.title', 'dcterms.title', 'twitter:title', 'parsely-title')),
    () => titleField(words(document, 'title')),
    () => titleField(words(document, 'h1')),
  );
  if (!raw) return null;
  const title = withoutSite(raw, sites, headlines);
  // The page writes its headline as it is meant to be read; metadata often lost its quotes and dashes.
  return titleField(headlines.find((line) => isSameTitle(line, title))) ?? title;
}
