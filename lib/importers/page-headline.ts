import { beginningsOf, isSameTitle } from './page-title.ts';

/** How pages name the line that is a headline without being an h1. */
const NAMED =
  '[itemprop~="headline"], h2[class*="headline" i], h2[class*="title" i], [class~="headline"], [class~="article-title"], [class~="entry-title"], [class~="post-title"]';
/** Longer ones are not headlines. */
const LIMIT = 300;
const CARD = 'aside, nav, footer, [role="complementary"], [role="navigation"]';

const plain = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** The name of the site in its head: a heading that leads to the front page, or stands in the page's own header. */
export function isLogo(heading: Element): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  const href = link?.getAttribute('href') ?? '';
  const isHome = /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(href) && link !== null;
  const header = heading.closest('header, [role="banner"]');
  return (
    isHome ||
    (header !== null &&
      !header.closest('article, main') &&
      /\b(?:logo|site-?title|brand|masthead)\b/i.test(
        `${heading.className} ${heading.parentElement?.className ?? ''}`,
      ))
  );
}

const LEAVES = 'b, strong, font, h2, h3, h4, p, div, span, td';
const LEAVES_READ = 400;

/** Of a page without headings: the line that its title begins with. */
function shownTitle(document: Document, title: string): Element | undefined {
  const heads = [title, ...beginningsOf(title)];
  return [...document.querySelectorAll(LEAVES)].slice(0, LEAVES_READ).find((element) => {
    const words = plain(element);
    return words.length <= LIMIT && words.length > 0 && heads.some((head) => isSameTitle(head, words));
  });
}

/** The element that is the headline of the article on a page: by the title that is known, else the first that may be. */
export function headlineIn(document: Document, title: string | null): Element | null {
  const headings = [...document.querySelectorAll('h1')];
  const named = [...document.querySelectorAll(`${NAMED}, h2`)].filter((one) => plain(one).length <= LIMIT);
  const same = title ? [...headings, ...named].find((one) => isSameTitle(plain(one), title)) : undefined;
  if (same) return same;
  const own = headings.filter((heading) => plain(heading) && !isLogo(heading) && !heading.closest(CARD));
  const shown = title && own.length === 0 ? shownTitle(document, title) : undefined;
  return (
    own[0] ?? shown ?? named.find((one) => one.matches(NAMED) && !one.closest(CARD)) ?? headings[0] ?? null
  );
}
