import { bylineField } from './bylines.ts';
import { dateInLine, type FoundDate, parseDate } from './dates.ts';

/** The page's meta elements by name, property or itemprop, in lower case; the first of each counts. */
export function metaOf(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim();
    const keys = ['property', 'name', 'itemprop', 'http-equiv'].flatMap((name) =>
      (meta.getAttribute(name) ?? '').split(/\s+/),
    );
    for (const key of keys) {
      // Dublin Core is written with a dot in HTML and with a colon where it comes from.
      const name = key
        .toLowerCase()
        .replace(/^(dc|dcterms?):/, '$1.')
        .replace(/^dcterm\./, 'dcterms.');
      if (name && content && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

export function wordsOf(document: Document, selector: string): string | null {
  const text = document.querySelector(selector)?.textContent?.trim();
  return text || null;
}

export function attributeOf(document: Document, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name)?.trim() || null;
}

export function headlinesOf(document: Document): string[] {
  return [...document.querySelectorAll('h1, h2, [itemprop~="headline"]')]
    .slice(0, 40)
    .map((heading) => heading.textContent?.trim() ?? '');
}

const BYLINES =
  '[rel~="author"], [itemprop~="author"] [itemprop~="name"], [itemprop~="author"], .byline-name, .author-name, .byline, .author';
const BYLINE_LIMIT = 100;

/** The author as the page shows it. */
export function bylineOn(document: Document): string | null {
  for (const element of document.querySelectorAll(BYLINES)) {
    const found = bylineField(element.textContent);
    if (found && found.length <= BYLINE_LIMIT) return found;
  }
  return null;
}

const STAMPS: readonly [selector: string, attribute: string][] = [
  ['[itemprop~="datePublished"][datetime]', 'datetime'],
  ['[itemprop~="datePublished"][content]', 'content'],
  ['time[pubdate][datetime]', 'datetime'],
  ['.dt-published[datetime]', 'datetime'],
  [
    'article header time[datetime], article time[datetime], main header time[datetime], header time[datetime]',
    'datetime',
  ],
];
/** Elements that hold a date and little else, by the names that pages give them. */
const DATES =
  '[class*="date" i], [class*="publish" i], [class*="posted" i], [class*="time" i], [id*="date" i], time';
const DATES_MAX = 60;
const DATE_LIMIT = 80;

/**
 * The date as the page shows it: marked up, else in words in the first element after the headline that is named for
 * one. Before the headline stands the date of today.
 */
export function dateOn(document: Document, lang: string): FoundDate | null {
  for (const [selector, attribute] of STAMPS) {
    const found = parseDate(attributeOf(document, selector, attribute), lang);
    if (found) return found;
  }
  const headline = document.querySelector('h1, [itemprop~="headline"]');
  if (!headline) return null;
  const named = [...document.querySelectorAll(DATES)].filter((element) => isAfter(element, headline));
  for (const element of named.slice(0, DATES_MAX)) {
    const line = element.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    if (line.length > DATE_LIMIT) continue;
    const found = dateInLine(line, lang);
    if (found) return { value: found.value, ambiguous: found.ambiguous };
  }
  return null;
}

const FOLLOWING = 4;

function isAfter(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & FOLLOWING) !== 0;
}
