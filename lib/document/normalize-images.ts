import { rename, unwrap } from './edit-dom.ts';
import { IMAGE_SELECTOR } from './figure.ts';
import { toSafeHref } from './href.ts';

/** Sides of pictures that are part of a line of text (emoji, icons) or not to be seen (counters). */
const LINE_SIZE = 32;
const COUNTER_SIZE = 2;
const BLOCK_TAGS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER LI OL P SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);
/** What a figure may hold beside a picture without being more than a picture. */
const RICH_CONTENT = 'table, pre, blockquote, ul, ol, dl, h1, h2, h3, h4, h5, h6';

/** Lazily loaded pictures carry their address elsewhere. */
function sourceOf(image: Element, base?: string): string | null {
  const sets = image.getAttribute('srcset') ?? image.getAttribute('data-srcset') ?? '';
  const found = ['src', 'data-src', 'data-lazy-src', 'data-original'].map((name) => image.getAttribute(name));
  for (const candidate of [...found, sets.trim().split(/\s+/)[0]]) {
    const href = candidate ? toSafeHref(candidate, base) : null;
    if (href?.startsWith('http')) return href;
  }
  return null;
}

function sideOf(image: Element, name: 'width' | 'height'): number {
  return Number.parseInt(image.getAttribute(name) ?? '', 10) || Number.POSITIVE_INFINITY;
}

function isInLine(image: Element): boolean {
  return (
    Math.max(sideOf(image, 'width'), sideOf(image, 'height')) <= LINE_SIZE ||
    /\b(?:wp-smiley|emoji|emoticon)\b/i.test(image.getAttribute('class') ?? '') ||
    /^\p{Extended_Pictographic}/u.test(image.getAttribute('alt') ?? '')
  );
}

/** Whether words of the same block stand next to a node on one side, whatever inline elements lie between. */
function hasWordsBeside(node: Node, side: 'previousSibling' | 'nextSibling'): boolean {
  for (let at: Node | null = node; at && !BLOCK_TAGS.has(at.nodeName); at = at.parentNode) {
    for (let sibling = at[side]; sibling; sibling = sibling[side]) {
      if (BLOCK_TAGS.has(sibling.nodeName) || sibling.nodeName === 'BR') return false;
      if (sibling.textContent?.trim()) return true;
    }
  }
  return false;
}

/** The picture as words of the line it stands in: its description, linked to it. */
function toWords(image: Element, src: string | null): void {
  const alt = image.getAttribute('alt')?.trim();
  if (!alt) {
    image.remove();
    return;
  }
  const words = image.ownerDocument.createElement(src && !image.closest('a') ? 'a' : 'span');
  if (src) words.setAttribute('href', src);
  words.textContent = alt;
  image.parentNode?.replaceChild(words, image);
}

/** Takes a picture out of the link or inline element that holds nothing else. */
function liftOut(image: Element): void {
  for (let parent = image.parentElement; parent; parent = image.parentElement) {
    if (
      BLOCK_TAGS.has(parent.tagName) ||
      parent.textContent?.trim() ||
      parent.querySelectorAll('img').length > 1
    )
      return;
    unwrap(parent);
  }
}

/** Every picture either is in a figure afterwards, or has become words, or is gone. */
export function normalizeImages(root: Element, base?: string): void {
  // What we drew ourselves is a link to the picture, which knows where that stands.
  for (const ours of root.querySelectorAll('.figure-image img')) {
    const link = ours.closest('.figure-image');
    if (link && ours.parentElement === link) link.textContent = ours.getAttribute('alt');
  }
  for (const image of root.querySelectorAll('img')) {
    const src = sourceOf(image, base);
    const alt = image.getAttribute('alt')?.trim();
    if (src) image.setAttribute('src', src);
    else image.removeAttribute('src');
    const isCounter = Math.min(sideOf(image, 'width'), sideOf(image, 'height')) <= COUNTER_SIZE;
    if (isCounter || (!src && !alt)) image.remove();
    else if (isInLine(image)) toWords(image, isInLine(image) ? null : src);
    else if (!image.closest('figure')) placeImage(image, src);
  }
}

function placeImage(image: Element, src: string | null): void {
  liftOut(image);
  if (hasWordsBeside(image, 'previousSibling') && hasWordsBeside(image, 'nextSibling')) {
    toWords(image, src);
    return;
  }
  const figure = image.ownerDocument.createElement('figure');
  image.parentNode?.replaceChild(figure, image);
  figure.appendChild(image);
}

/** A caption is one textblock: what it holds in blocks is put in one line. */
function flattenCaption(caption: Element): void {
  for (const block of [...caption.querySelectorAll('*')].reverse()) {
    if (!BLOCK_TAGS.has(block.tagName)) continue;
    block.parentNode?.insertBefore(block.ownerDocument.createTextNode(' '), block.nextSibling);
    unwrap(block);
  }
}

/** Makes each figure one picture with one caption; what is more than that becomes its parts. */
export function normalizeFigures(root: Element): void {
  for (const figure of [...root.querySelectorAll('figure')].reverse()) {
    const images = [...figure.querySelectorAll(IMAGE_SELECTOR)];
    const isGroup = figure.querySelector('figure') !== null;
    if (images.length === 0 || isGroup || figure.querySelector(RICH_CONTENT)) takeApart(figure, images);
    else oneByOne(figure, images);
  }
}

function takeApart(figure: Element, images: Element[]): void {
  for (const image of images) {
    if (image.closest('figure') !== figure) continue;
    const own = figure.ownerDocument.createElement('figure');
    image.parentNode?.replaceChild(own, image);
    own.appendChild(image);
  }
  for (const caption of figure.querySelectorAll('figcaption')) {
    if (caption.closest('figure') === figure) rename(caption, 'p');
  }
  rename(figure, 'div');
}

function oneByOne(figure: Element, images: Element[]): void {
  let caption: Element | null = figure.querySelector('figcaption');
  for (const image of images) image.remove();
  if (caption) caption.remove();
  else if (figure.textContent?.trim()) caption = rename(figure.cloneNode(true) as Element, 'figcaption');
  if (caption) flattenCaption(caption);
  for (const [index, image] of images.entries()) {
    const own = figure.ownerDocument.createElement('figure');
    own.appendChild(image);
    if (caption && index === images.length - 1) own.appendChild(caption);
    figure.parentNode?.insertBefore(own, figure);
  }
  figure.remove();
}
