import { rename, unwrap } from './edit-dom.ts';
import { toSafeHref } from './href.ts';
import { isFormula, mathText } from './math-text.ts';
import { normalizeFigures, normalizeImages } from './normalize-images.ts';

/*
 * What HTML can say and our schema cannot is said here in words that it has, on the DOM, before
 * ProseMirror's parser reads it: pictures become figures or links, captions of tables paragraphs,
 * unknown blocks plain ones.
 */

/** Not content: code, style, controls, drawings, and what only runs. */
const DROPPED = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT OBJECT APPLET CANVAS SVG MAP HEAD TITLE META LINK BASE INPUT SELECT TEXTAREA BUTTON DATALIST COLGROUP SOURCE TRACK PARAM ANNOTATION ANNOTATION-XML NOEMBED NOFRAMES'.split(
    ' ',
  ),
);
/** Blocks to a reader that ProseMirror's parser takes for inline elements. */
const BLOCKS = new Set(
  'CENTER MAIN NAV SUMMARY DETAILS DIALOG LEGEND HGROUP SEARCH DIR MENU MARQUEE'.split(' '),
);
/** Where an element that no standard knows is part of a line; elsewhere it is a block. */
const LINES = new Set('P H1 H2 H3 H4 H5 H6 A SPAN B STRONG I EM TIME CITE FIGCAPTION PRE CODE'.split(' '));
/** Parts of a table that was taken apart; the parser would put a table around them again. */
const TABLE_PARTS = new Set('TR TD TH TBODY THEAD TFOOT CAPTION'.split(' '));
const CELLS = new Set(['TD', 'TH']);
const NESTING = new Set(['BLOCKQUOTE', 'UL', 'OL', 'TABLE']);
/** Quotes, lists and tables in each other; each costs up to three levels of a document's depth. */
const NESTING_LIMIT = 10;
const VIDEO_HOST =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|ardmediathek\.de)$/;

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** What a script drew of a formula that stands beside it for machines. */
function isDrawnTwin(element: Element): boolean {
  const { classList } = element;
  if (classList.contains('MathJax_Preview')) return true;
  return (
    classList.contains('katex-html') && element.parentElement?.querySelector('.katex-mathml, math') !== null
  );
}

/** A film or a frame that says what it is becomes a figure that links to it; others are left out. */
function normalizeEmbed(element: Element, base?: string): void {
  const source = element.getAttribute('src') ?? element.querySelector('source[src]')?.getAttribute('src');
  const href = source ? toSafeHref(source, base) : null;
  const title = element.getAttribute('title') ?? element.getAttribute('aria-label');
  if (!href || !(title || element.tagName !== 'IFRAME' || VIDEO_HOST.test(new URL(href).hostname))) {
    element.remove();
    return;
  }
  const { ownerDocument } = element;
  const figure = ownerDocument.createElement('figure');
  const image = ownerDocument.createElement('img');
  image.setAttribute('src', href);
  if (title) image.setAttribute('alt', title);
  figure.appendChild(image);
  element.parentNode?.replaceChild(figure, element);
}

function nestingOf(element: Element, root: Element): number {
  let count = 0;
  for (let at = element.parentElement; at && at !== root; at = at.parentElement)
    if (NESTING.has(at.tagName)) count += 1;
  return count;
}

/** A list, table or quote as plain blocks; its own items and cells too, or the parser would wrap them anew. */
function dissolve(element: Element): void {
  for (const part of [...element.querySelectorAll('li, tr, td, th, tbody, thead, tfoot')].reverse()) {
    if (part.closest('ul, ol, table') === element) rename(part, 'div');
  }
  rename(element, 'div');
}

/** Tables that hold a layout, not data, become their contents; captions stand before their table. */
function normalizeTable(table: Element): void {
  const caption = table.querySelector('caption');
  if (caption && caption.closest('table') === table) {
    table.parentNode?.insertBefore(rename(caption, 'p'), table);
  }
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const widths = rows.map(
    (row) => [...row.children].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH').length,
  );
  for (const [index, row] of rows.entries()) if (widths[index] === 0) row.remove();
  const holdsData = Boolean(caption) || table.querySelector('th, thead') !== null;
  const isLayout =
    /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') ||
    Math.max(0, ...widths) <= 1 ||
    (!holdsData && rows.some(isLayoutRow));
  if (isLayout) dissolve(table);
}

/** More text than a cell of data has. */
const CELL_TEXT = 600;

/** Whether a cell of the row holds a part of a page: its heading, or several paragraphs of prose. */
function isLayoutRow(row: Element): boolean {
  return [...row.children].some(
    (cell) =>
      cell.querySelector('h1, h2, h3, table') !== null ||
      ((cell.textContent?.length ?? 0) > CELL_TEXT && cell.querySelector('p + p, br + br, div') !== null),
  );
}

/** Two line breaks in a row mean a new paragraph in pages that know no others. */
function splitAtDoubleBreaks(root: Element): void {
  for (const first of root.querySelectorAll('br')) {
    if (!first.parentNode || first.closest('pre')) continue;
    const between: Node[] = [];
    let second: Node | null = null;
    for (let next = first.nextSibling; next; next = next.nextSibling) {
      if (next.nodeName === 'BR') second = next;
      else if (next.nodeType !== 3 || next.nodeValue?.trim()) break;
      between.push(next);
    }
    if (!second) continue;
    for (const node of between) node.parentNode?.removeChild(node);
    first.parentNode.replaceChild(first.ownerDocument.createElement('div'), first);
  }
}

/**
 * Rewrites the tree below `root` so that the parser of our schema loses no words of it: in place,
 * O(size). Relative addresses are resolved against `base`; what is no http, https or mailto address
 * loses its link and keeps its words.
 */
export function normalizeDom(root: Element, base?: string): void {
  for (const element of root.querySelectorAll('*')) {
    const tag = element.tagName.toUpperCase();
    if (DROPPED.has(tag) || isHidden(element) || isDrawnTwin(element)) element.remove();
    else if (tag === 'MATH' && isFormula(element))
      element.parentNode?.replaceChild(element.ownerDocument.createTextNode(mathText(element)), element);
    else if (tag === 'IFRAME' || tag === 'VIDEO' || tag === 'AUDIO' || tag === 'EMBED')
      normalizeEmbed(element, base);
    else if (tag === 'PICTURE') unwrap(element);
    else if (tag === 'RT') bracketReading(element);
    else if (BLOCKS.has(tag) || (tag.includes('-') && !LINES.has(element.parentElement?.tagName ?? '')))
      rename(element, 'div');
    else if (tag === 'A') normalizeLink(element, base);
    else if (TABLE_PARTS.has(tag) && !element.closest('table')) rename(element, 'div');
    else if (CELLS.has(tag) && element.parentElement?.tagName !== 'TR') rename(element, 'div');
    else if (NESTING.has(tag) && nestingOf(element, root) >= NESTING_LIMIT) dissolve(element);
  }
  normalizeImages(root, base);
  normalizeFigures(root);
  for (const table of [...root.querySelectorAll('table')].reverse()) normalizeTable(table);
  splitAtDoubleBreaks(root);
}

/** The reading above a character stands in brackets behind it, where the page has not put them there itself. */
function bracketReading(reading: Element): void {
  const words = reading.textContent?.trim();
  if (words && !reading.closest('ruby')?.querySelector('rp')) reading.textContent = `(${words})`;
}

/** The way back from a note to the place that it belongs to: a mark without words. */
const BACK = /^\s*[\u21A9\u21B5\u2191\u2934]\uFE0E?\s*$/;

function normalizeLink(link: Element, base?: string): void {
  const href = link.getAttribute('href');
  const isBack = link.getAttribute('role') === 'doc-backlink' || href?.startsWith('#');
  if (isBack && BACK.test(link.textContent ?? '') && !link.querySelector('img')) {
    link.remove();
    return;
  }
  bracketNote(link, href);
  const safe = href ? toSafeHref(href, base) : null;
  if (safe) link.setAttribute('href', safe);
  else link.removeAttribute('href');
}

/** The number of a note, raised beside a word, is told from that word and from a number before it. */
function bracketNote(link: Element, href: string | null): void {
  const words = link.textContent?.trim() ?? '';
  if (!href?.includes('#') || !/^(?:\d{1,3}|[*†‡§]|[a-z])$/.test(words)) return;
  const inner = link.querySelector('sup');
  if (!inner && !link.closest('sup')) return;
  (inner ?? link).textContent = `[${words}]`;
}
