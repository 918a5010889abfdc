import { headlineIn } from './page-headline.ts';
import { type MetaLine, metaLine } from './text-head.ts';

/** What stands on a page beside its article by its element, and by whole words of its name. */
const OTHERS =
  'aside, nav, dialog, article, [role="complementary"], [role="navigation"], [itemtype*="/Comment" i], [itemprop~="comment"]';
const OTHER_NAMES =
  /^(?:comments?|commentlist|respond|replies|disqus|discussion|related|teasers?|sidebar|recommend\w*|latest|trending|popular|mostread|promos?|outbrain|taboola|widgets?|cards?|read-?more|infobox)$/i;
/** The same of whole names: parts of them stand in others. */
const OTHER_CLASSES = /^(?:(?:author-?)?bio(?:graphy)?|most-?(?:read|viewed|popular))$/i;
/** From so many letters on a paragraph is text, and the second one ends the head: a standfirst may be the first. */
const PROSE = 80;
const PROSE_IN_HEAD = 1;
/** As far as a head may reach, in lines. */
const LINES = 14;
const LINE_LIMIT = 160;
const BLOCKS =
  'p, div, section, header, ul, ol, li, table, tr, td, figure, blockquote, h1, h2, h3, h4, h5, h6, address, article, main, dl, pre, form';
const LEAVES = 'p, div, span, li, td, time, address, small, font, b, i, em, strong, a, h2, h3, h4, h5, h6';
const FOLLOWING = 4;

/** The head of a page's article: its headline, and what stands around that. */
export interface PageHead {
  headline: Element | null;
  /** The lines between the headline and the text. */
  lines: string[];
  /** Whether an element stands in the head, in the article below it, or belongs to something else. */
  placeOf(element: Element): 'head' | 'article' | 'elsewhere';
}

/** An element's text, with a line break wherever a reader sees one, or two names are written without a space. O(size). */
export function seenLines(element: Element): string[] {
  const parts: string[] = [];
  const visit = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) parts.push((child.nodeValue ?? '').replace(/\s+/g, ' '));
      else if (child.nodeName === 'BR') parts.push('\n');
      else if (child.nodeType === 1) {
        if (/^(?:SCRIPT|STYLE|TEMPLATE|SVG)$/i.test(child.nodeName)) continue;
        const isBlock = (child as Element).matches(BLOCKS);
        const isGlued = /\p{L}$/u.test(parts.at(-1) ?? '') && /^\p{Lu}/u.test(child.textContent ?? '');
        if (isBlock || isGlued) parts.push('\n');
        visit(child);
        if (isBlock) parts.push('\n');
      }
    }
  };
  visit(element);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter(Boolean);
}

const namesOf = (element: Element) =>
  `${element.getAttribute('class') ?? ''} ${element.id}`.split(/[\s_]+|-+|(?<=[a-z])(?=[A-Z])/);

/** The article that a headline above it belongs to: of several the longest, for teasers are short. */
function articleBelow(document: Document, headline: Element | null): Element | null {
  const articles = [...document.querySelectorAll('article')];
  if (headline?.closest('article')) return null;
  const below = articles.filter((article) => !headline || isAfter(article, headline));
  if (!headline && below.length > 1) return null;
  const length = (element: Element) => element.textContent?.length ?? 0;
  return below.reduce<Element | null>(
    (most, one) => (most && length(most) >= length(one) ? most : one),
    null,
  );
}

function othersOn(document: Document, headline: Element | null): Set<Element> {
  const own = articleBelow(document, headline);
  const named = [...document.querySelectorAll('[class], [id]')].filter(
    (element) =>
      element.tagName !== 'BODY' &&
      (namesOf(element).some((name) => OTHER_NAMES.test(name)) ||
        [...element.classList].some((name) => OTHER_CLASSES.test(name))),
  );
  const others = [...document.querySelectorAll(OTHERS), ...named];
  return new Set(
    others.filter((element) => !(headline && element.contains(headline)) && !(own && element.contains(own))),
  );
}

function liesIn(element: Element, boxes: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (boxes.has(at)) return true;
  return false;
}

const isAfter = (element: Element, other: Element) =>
  (other.compareDocumentPosition(element) & FOLLOWING) !== 0;

/** Finds the head of the article on a page. O(elements · depth). Does not change the document. */
export function pageHead(document: Document, title: string | null): PageHead {
  const headline = headlineIn(document, title);
  const others = othersOn(document, headline);
  const all = [...document.querySelectorAll('*')];
  const rank = new Map(all.map((element, index) => [element, index]));
  const start = headline ? (rank.get(headline) ?? 0) : 0;
  const end = rank.get(textStart(all, start, others) as Element) ?? all.length;
  const part = headline?.closest(
    'article, main, [role="main"], [itemtype*="Article"], [itemtype*="Posting"]',
  );
  const opening = headline?.closest('header, hgroup, article');
  return {
    headline,
    lines: headline ? linesOf(all.slice(start + 1, end), headline, others) : [],
    placeOf(element) {
      if (liesIn(element, others)) return 'elsewhere';
      if (element.closest('footer') && !element.closest('article')) return 'elsewhere';
      const at = rank.get(element) ?? 0;
      if (!headline) return element.closest('article, main') ? 'article' : 'elsewhere';
      // Before the headline stands the date of today, but for what stands in one box with it.
      if (!isAfter(element, headline)) return opening?.contains(element) ? 'head' : 'elsewhere';
      if (at < end) return 'head';
      return !part || part.contains(element) ? 'article' : 'elsewhere';
    },
  };
}

/** The first element that is the article's text and not its head. */
function textStart(
  all: readonly Element[],
  start: number,
  others: ReadonlySet<Element>,
): Element | undefined {
  let prose = 0;
  return all.slice(start + 1).find((element) => {
    if (element.tagName !== 'P' || liesIn(element, others)) return false;
    if ((element.textContent?.trim().length ?? 0) <= PROSE || metaLine(seenLines(element).join(' '), 'en'))
      return false;
    prose += 1;
    return prose > PROSE_IN_HEAD;
  });
}

function linesOf(elements: readonly Element[], headline: Element, others: ReadonlySet<Element>): string[] {
  const lines: string[] = [];
  let open: Element | null = null;
  for (const element of elements) {
    if (lines.length >= LINES) break;
    if (open?.contains(element) || headline.contains(element)) continue;
    if (!element.matches(LEAVES) || liesIn(element, others) || element.closest('figure, footer')) continue;
    if (element.querySelector(BLOCKS)) continue;
    open = element;
    lines.push(...seenLines(element).filter((line) => line.length <= LINE_LIMIT));
  }
  return lines.slice(0, LINES);
}

/** What the lines of a head say of author and date: each from the first that says it. */
export function saidIn(lines: readonly string[], lang: string): MetaLine {
  const said: MetaLine = {};
  for (const line of lines) {
    const meta = metaLine(line, lang);
    if (meta?.byline && !meta.isBylineGuessed && !said.byline) said.byline = meta.byline;
    if (meta?.publishedAt && !said.publishedAt) {
      said.publishedAt = meta.publishedAt;
      said.isDateGuessed = meta.isDateGuessed ?? false;
    }
  }
  return said;
}
