import { isFurnitureElement } from './page-dom.ts';
import { headlineIn } from './page-headline.ts';

const PARTS = 'article, main, [role="main"], [itemprop~="articleBody"]';
/** What stands beside an article wherever it stands. */
export const BESIDE =
  'nav, aside, footer, form, button, dialog, [role="navigation"], [role="complementary"], [role="search"], [role="contentinfo"], [hidden]';
/** Readability is sure of longer texts. */
const SHORT = 1_500;
/** So much of its own words a short article must keep, and a long one, or something else was taken for it. */
const KEPT = 0.5;
const KEPT_OF_LONG = 0.1;
/** A short article that is so many times as long as its own words came with others. */
const ALONE = 1.6;
/** Discussions are longer than short articles. */
export const DISCUSSION =
  '#comments, #respond, #disqus_thread, [class~="comments"], [class~="comment-list"], [class~="commentlist"]';
const FOLLOWING = 4;
/** With fewer letters a part says nothing. */
const LETTERS = 20;

/** The words of an element as they are compared: letters and digits alone. */
export const bareWords = (text: string | null | undefined) => (text ?? '').replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether the part of a page is for something else than its article, by all that it lies in. */
function isBeside(element: Element): boolean {
  return element.closest('nav, aside, footer, dialog, [role="navigation"], [role="complementary"]') !== null;
}

/**
 * The part that a page itself calls its article: the smallest that holds the headline, else the only one of its kind.
 * Null where it names none.
 */
export function namedPart(document: Document, title: string | null): Element | null {
  const parts = [...document.querySelectorAll(PARTS)].filter((part) => !isBeside(part));
  const headline = headlineIn(document, title);
  const around = headline ? parts.filter((part) => part.contains(headline)) : [];
  // Of parts in each other the inner one stands later.
  const smallest = around.at(-1);
  if (smallest && bareWords(smallest.textContent).length > bareWords(headline?.textContent).length + LETTERS)
    return smallest;
  // Below its headline, that is; what stands above it is a teaser of another.
  const below = parts.filter(
    (part) => !headline || (headline.compareDocumentPosition(part) & FOLLOWING) !== 0,
  );
  for (const kind of ['MAIN', 'ARTICLE']) {
    const ofKind = below.filter(({ tagName }) => tagName === kind);
    if (ofKind.length === 1 && !isFurnitureElement(ofKind[0] as Element)) return ofKind[0] ?? null;
  }
  return around[0] ?? null;
}

/** Takes out of a part of a page what stands beside its text. Changes the part. */
export function stripBeside(part: Element): void {
  const all = bareWords(part.textContent).length;
  for (const element of part.querySelectorAll(`${BESIDE}, ${DISCUSSION}`))
    if (!element.querySelector('h1')) element.remove();
  for (const element of part.querySelectorAll('*')) {
    // A name that is given to most of an article says something else.
    if (isFurnitureElement(element) && bareWords(element.textContent).length * 2 < all) element.remove();
  }
}

const LINES = 'p, li, blockquote, pre, td, dd, h2, h3, h4, figcaption';
const NOT_LINES = `${BESIDE}, [class*="comment" i], [id*="comment" i]`;

/** The paragraphs of what a page calls its article, to hold against what was taken for it. O(elements · depth). */
export function ownLines(document: Document, title: string | null): string[] {
  const part = namedPart(document, title);
  if (!part) return [];
  // Asked for once: whether an element matches a selector is dear.
  const boxes = new Set(part.querySelectorAll(NOT_LINES));
  const lines = [...part.querySelectorAll(LINES)];
  const holders = new Set(
    lines.flatMap((line) => line.parentElement?.closest('li, blockquote, td, dd') ?? []),
  );
  return lines
    .filter((line) => !holders.has(line) && !liesIn(line, boxes, part))
    .map((line) => bareWords(line.textContent))
    .filter((line) => line.length >= LETTERS);
}

function liesIn(element: Element, boxes: ReadonlySet<Element>, root: Element): boolean {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement)
    if (boxes.has(at)) return true;
  return false;
}

/**
 * Whether what was taken for an article is something else on its page: the imprint under a short report, the list beside
 * it. `lines` are those of the part that the page calls its article.
 */
export function isOther(taken: string, lines: readonly string[]): boolean {
  const words = bareWords(taken);
  const sum = (list: readonly string[]) => list.reduce((all, { length }) => all + length, 0);
  const own = sum(lines);
  if (own === 0) return false;
  const kept = sum(lines.filter((line) => words.includes(line)));
  const isShort = own <= SHORT;
  if (kept < own * (isShort ? KEPT : KEPT_OF_LONG)) return true;
  // A short report that came with more than itself from elsewhere.
  return isShort && words.length > own * ALONE;
}

/** Takes the foot of the page and its navigation out, of which nothing can be the article. Changes the document. */
export function dropFeet(document: Document): void {
  for (const element of document.querySelectorAll('footer, nav, [role="contentinfo"], [role="navigation"]')) {
    if (element.querySelector('h1, article, main') || element.closest('article, main, blockquote, figure'))
      continue;
    element.remove();
  }
}
