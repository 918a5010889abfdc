import { toSafeHref } from '#lib/document/href.ts';
import { bylineField, isPoorByline } from './bylines.ts';
import { type FoundDate, parseDate } from './dates.ts';
import { type ArticleLd, articleLd } from './json-ld.ts';
import { languageTag } from './language.ts';
import { pageAddress } from './page-address.ts';
import { attributeOf, bylineOn, dateOn, headlinesOf, logosOf, metaOf, wordsOf } from './page-elements.ts';
import { type PageHead, pageHead } from './page-head.ts';
import { headlineIn } from './page-headline.ts';
import { beginningsOf, isSameTitle, siteInTitle, siteNames, titleField, withoutSite } from './page-title.ts';
import { pageTopics } from './page-topics.ts';
import { FIELD_LIMITS, fieldText } from './result.ts';

export interface PageMetadata {
  title: string | null;
  byline: string | null;
  site: string | null;
  lang: string | null;
  publishedAt: string | null;
  isDateGuessed: boolean;
  url: string | null;
  topics: string[];
  /** What relative addresses of the page are resolved against. */
  base: string | undefined;
  /** The page is written as the day goes on. */
  isLiveBlog: boolean;
  /** False when the page says that only its subscribers may read all of it. */
  isFree: boolean;
  /** The text that the page has for machines, where it has one. */
  body: string | null;
}

/*
 * Where each field is looked for, the first that gives it being taken: JSON-LD (of schema.org), OpenGraph with its
 * article: properties, Dublin Core, Twitter cards, other metadata in wide use; then the page itself. Names are in
 * lower case, with a dot where pages also write a colon (page-elements.ts).
 */
const TITLES = ['og:title', 'dc.title', 'dcterms.title', 'twitter:title', 'parsely-title', 'citation_title'];
const BYLINES = [
  'article:author',
  'og:article:author',
  'og:author',
  'dc.creator',
  'dcterms.creator',
  'twitter:creator',
  'author',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'byl',
];
const SITES = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'application-name',
  'apple-mobile-web-app-title',
  'citation_journal_title',
  'cre',
];
const LANGUAGES = ['og:locale', 'dc.language', 'dcterms.language', 'content-language', 'language'];
const DATES = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc.created',
  'parsely-pub-date',
  'sailthru.date',
  'datepublished',
  'article.published',
  'citation_publication_date',
  'publish-date',
  'publish_date',
  'publication_date',
  'pubdate',
  'last-published',
  'date',
];

type Meta = Map<string, string>;

/** The first of some values that `read` can make something of. */
function firstRead<T>(
  values: readonly (string | null | undefined)[],
  read: (value: string) => T | null,
): T | null {
  for (const value of values) {
    const found = value ? read(value) : null;
    if (found !== null) return found;
  }
  return null;
}

const valuesOf = (meta: Meta, names: readonly string[]) => names.map((name) => meta.get(name));

function titleOf(document: Document, meta: Meta, headline: string | null, sites: string[]): string | null {
  const claims = [headline, ...valuesOf(meta, TITLES), wordsOf(document, 'title'), ...headlinesOf(document)];
  const raw = firstRead(claims, titleField);
  if (!raw) return null;
  const shown = headlineIn(document, raw)?.textContent?.trim() ?? '';
  const headlines = [
    ...headlinesOf(document),
    ...(beginningsOf(raw).some((head) => isSameTitle(head, shown)) ? [shown] : []),
  ];
  const title = withoutSite(raw, sites, headlines);
  // The page writes its headline as it is meant to be read; metadata often lost its quotes and dashes.
  return titleField(headlines.find((line) => isSameTitle(line, title))) ?? title;
}

interface Seen {
  document: Document;
  meta: Meta;
  ld: ArticleLd | null;
  head: PageHead;
  lang: string;
}

function bylineOf({ document, meta, ld, head, lang }: Seen, sites: readonly string[]): string | null {
  const people = ld?.authors.filter((name) => !isPoorByline(name, sites)) ?? [];
  const authors = people.length > 0 ? people : ld?.authors;
  const read = (value: string) => bylineField(value);
  const claims = [authors?.join(', '), ...valuesOf(meta, BYLINES)].flatMap(
    (claim) => (claim && read(claim)) || [],
  );
  const said = claims.find((name) => !isPoorByline(name, sites));
  return said ?? bylineOn(document, head, lang) ?? claims[0] ?? null;
}

/** The form of a company, which names who publishes a site and not the site. */
const COMPANY = /\s(?:gmbh(?: & co\.? kg)?|ag|kg|ltd\.?|llc|inc\.?|plc|s\.?a\.?|s\.?r\.?l\.?|b\.?v\.?)$/i;

function siteOf(meta: Meta, ld: ArticleLd | null): string | null {
  const read = (name: string) => fieldText(name, FIELD_LIMITS.site);
  const own = firstRead(valuesOf(meta, SITES), read);
  const publisher = ld?.publisher ? read(ld.publisher) : null;
  const isCompany =
    publisher && own && COMPANY.test(publisher) && publisher.toLowerCase().startsWith(own.toLowerCase());
  return isCompany ? own : (publisher ?? own);
}

function langOf(document: Document, meta: Meta, ld: ArticleLd | null): string | null {
  const root = document.documentElement;
  const declared = [root?.getAttribute('lang'), root?.getAttribute('xml:lang'), ld?.lang];
  return firstRead([...declared, ...valuesOf(meta, LANGUAGES)], languageTag);
}

function dateOf({ document, meta, ld, head, lang }: Seen): FoundDate | null {
  const read = (value: string) => {
    const found = parseDate(value, lang);
    // The moment from which systems count stands for none.
    return found?.value.startsWith('1970-01-01') ? null : found;
  };
  return firstRead([ld?.publishedAt, ...valuesOf(meta, DATES)], read) ?? dateOn(document, head, lang);
}

/** The time of one of its updates is not when a live blog began: that of the earliest is nearest to it, and a guess. */
function firstOfDay(found: FoundDate | null, { document, lang }: Seen): FoundDate | null {
  const times = [...document.querySelectorAll('time[datetime]')].flatMap(
    (time) => parseDate(time.getAttribute('datetime'), lang)?.value ?? [],
  );
  if (!found || times.length < 2 || !times.includes(found.value)) return found;
  const earliest = times.reduce((first, one) => (Date.parse(one) < Date.parse(first) ? one : first));
  return { value: earliest, ambiguous: true };
}

/**
 * What a page says of its article; each field from the first place that gives it, in the order that stands above. The
 * language is the one that the page declares for itself (`lang`), before all others. The site's name is dropped from
 * the title. Does not change the document.
 */
export function pageMetadata(document: Document, url?: string): PageMetadata {
  const meta = metaOf(document);
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')];
  const ld = articleLd(scripts.map((script) => script.textContent ?? ''));
  const base = toSafeHref(attributeOf(document, 'base[href]', 'href') ?? '', url) ?? url;
  const canonical = attributeOf(document, 'link[rel~="canonical"]', 'href');
  const address = pageAddress([canonical, meta.get('og:url'), ld?.url], url, base);
  const site = siteOf(meta, ld);
  const lang = langOf(document, meta, ld);
  const sites = siteNames(site, address);
  const title = titleOf(document, meta, ld?.headline ?? null, sites);
  const head = pageHead(document, title);
  const seen = { document, meta, ld, head, lang: lang ?? 'en' };
  const isLiveBlog =
    ld?.isLiveBlog ?? document.querySelector('[itemtype$="schema.org/LiveBlogPosting"]') !== null;
  const date = isLiveBlog ? firstOfDay(dateOf(seen), seen) : dateOf(seen);
  const named = site ?? siteInTitle(titleField(wordsOf(document, 'title')), title, logosOf(document));
  return {
    title,
    byline: bylineOf(seen, [...sites, named ?? '']),
    site: named,
    lang,
    publishedAt: date?.value ?? null,
    isDateGuessed: date?.ambiguous ?? false,
    url: address,
    topics: pageTopics(document, ld, named),
    base,
    isLiveBlog,
    isFree: ld?.isFree ?? true,
    body: ld?.body ?? null,
  };
}
