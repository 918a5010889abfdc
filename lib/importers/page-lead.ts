import { headlineIn } from './page-headline.ts';

/** A paragraph from so many letters on is the article's beginning. */
const PROSE = 80;
/** Longer ones are texts of their own. */
const CAPTION = 400;
/** So many elements after the headline are looked at. */
const REACH = 200;
const BESIDE = 'aside, nav, footer, [role="complementary"]';

const plain = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** The picture with a caption that stands between the headline and the first paragraph, as a copy; null without one. */
export function leadFigure(document: Document, title: string | null): Element | null {
  const headline = headlineIn(document, title);
  if (!headline) return null;
  const all = [...document.querySelectorAll('h1, p, figure')];
  for (const element of all.slice(all.indexOf(headline) + 1).slice(0, REACH)) {
    if (element.tagName === 'P' && !element.closest('figure') && plain(element).length > PROSE) return null;
    if (element.tagName !== 'FIGURE' || element.closest(BESIDE)) continue;
    const caption = plain(element.querySelector('figcaption'));
    if (caption && caption.length <= CAPTION && element.querySelector('img'))
      return element.cloneNode(true) as Element;
  }
  return null;
}
