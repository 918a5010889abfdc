import { bylineOf, bylineOfLines } from './bylines.ts';
import { dateInLine, type FoundDate, parseDate } from './dates.ts';
import { type PageHead, saidIn, seenLines } from './page-head.ts';
import { isLogo } from './page-headline.ts';

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
    .filter((heading) => !isLogo(heading))
    .slice(0, 40)
    .map((heading) => heading.textContent?.trim() ?? '');
}

/** What the site calls itself in the head of its pages. */
export function logosOf(document: Document): string[] {
  const headings = [...document.querySelectorAll('h1, h2')].filter(isLogo);
  return headings.slice(0, 4).map((heading) => heading.textContent?.trim() ?? '');
}

const BYLINES =
  '[rel~="author"], [itemprop~="author"], .byline-name, .author-name, .byline, .author, .authors, .contributors, .vcard .fn:not(table *), [class*="byline" i]';
const BYLINE_LIMIT = 100;
/** A line of an author has few words beside the name. */
const BYLINE_LINE = 120;
const BYLINES_MAX = 40;

/** The author as the page shows it: marked up, else in a line of the head. */
export function bylineOn(document: Document, head: PageHead, lang: string): string | null {
  const marked = [...document.querySelectorAll(BYLINES)].filter(
    (element) => head.placeOf(element) !== 'elsewhere',
  );
  for (const element of marked.slice(0, BYLINES_MAX)) {
    const found = bylineAt(element, marked);
    if (found && found.length <= BYLINE_LIMIT) return found;
  }
  return saidIn(head.lines, lang).byline ?? null;
}

function bylineAt(element: Element, marked: readonly Element[]): string | null {
  if (!element.matches('[rel~="author"]')) {
    const names = [...element.querySelectorAll('[itemprop~="name"], [rel~="author"], a[href]')];
    const own = names.filter((name) => name.matches('[itemprop~="name"]'));
    const listed = own.length > 0 ? own : names;
    const line = bylineOfLines(seenLines(element));
    const isList = listed.length > 1 && !seenLines(element).some((text) => bylineOf(text));
    if (own.length === 1 || isList) return joinedNames(listed) ?? line;
    return line;
  }
  // "By A and B", of whom only the first is a link.
  for (let at = element.parentElement, steps = 0; at && steps < 3; at = at.parentElement, steps += 1) {
    if ((at.textContent?.length ?? 0) > BYLINE_LINE) break;
    const line = seenLines(at)
      .map(bylineOf)
      .find((name) => name !== null);
    if (line) return line;
  }
  const parent = element.closest('p, div, address, header, li') ?? element;
  return joinedNames(marked.filter((other) => other.matches('[rel~="author"]') && parent.contains(other)));
}

function joinedNames(elements: readonly Element[]): string | null {
  const names = elements.map((element) => bylineOfLines(seenLines(element))).filter((name) => name !== null);
  return [...new Set(names)].slice(0, 8).join(', ') || null;
}

/** A time that is that of a change. */
const CHANGED =
  '[itemprop~="dateModified"], .updated:not(.published), .dt-updated, .modified, [class*="modified" i]';
const STAMPS: readonly [selector: string, attribute: string][] = [
  ['[itemprop~="datePublished"][datetime]', 'datetime'],
  ['[itemprop~="datePublished"][content]', 'content'],
  ['time[pubdate][datetime]', 'datetime'],
  ['.dt-published[datetime]', 'datetime'],
  ['.published[title]', 'title'],
  ['time[datetime]', 'datetime'],
];
/** Elements that hold a date and little else, by the names that pages give them. */
const DATES =
  '[class*="date" i], [class*="publish" i], [class*="posted" i], [class*="time" i], [class*="meta" i], [id*="date" i], time';
const DATES_MAX = 60;
const DATE_LIMIT = 140;

/**
 * The date as the page shows it: marked up in the head of the article, else in words there, else somewhere below, which
 * is a guess. What stands in comments, teasers and entries of the day is not its date.
 */
export function dateOn(document: Document, head: PageHead, lang: string): FoundDate | null {
  const stamps = STAMPS.flatMap(([selector, attribute]) =>
    [...document.querySelectorAll(selector)].map((element) => ({
      element,
      value: element.getAttribute(attribute),
    })),
  ).filter(({ element }) => isDateline(element));
  const named = [...document.querySelectorAll(DATES)].slice(0, DATES_MAX).flatMap((element) => {
    const line = seenLines(element).join(' | ');
    return line && line.length <= DATE_LIMIT && isDateline(element) ? [{ element, line }] : [];
  });
  for (const place of ['head', 'article'] as const) {
    const isGuess = place !== 'head';
    for (const { element, value } of stamps) {
      const found = head.placeOf(element) === place ? parseDate(value, lang) : null;
      if (found) return { ...found, ambiguous: found.ambiguous || (isGuess && !isPublication(element)) };
    }
    for (const { element, line } of named) {
      const found = head.headline && head.placeOf(element) === place ? dateInLine(line, lang) : null;
      if (found)
        return { value: found.value, ambiguous: found.ambiguous || (isGuess && !isPublication(element)) };
    }
    const { publishedAt, isDateGuessed } = isGuess ? {} : saidIn(head.lines, lang);
    if (publishedAt) return { value: publishedAt, ambiguous: isDateGuessed ?? false };
  }
  return null;
}

/** More letters than this beside a date, and it stands in the text and speaks of something else. */
const BESIDE_DATE = 60;

function isDateline(element: Element): boolean {
  if (element.closest(CHANGED) || element.closest('cite, [class*="reference" i]')) return false;
  const text = element.closest('p, li, td, figcaption, blockquote, cite, caption');
  const beside = (text?.textContent?.trim().length ?? 0) - (element.textContent?.trim().length ?? 0);
  return beside <= BESIDE_DATE || isPublication(element);
}

/** Whether an element, or what it stands in, is named for the publication. */
function isPublication(element: Element): boolean {
  return (
    element.closest(
      '[itemprop~="datePublished"], [pubdate], [class*="publish" i], [class*="posted" i], [class*="entry-date" i], [class*="entry-meta" i]',
    ) !== null
  );
}
