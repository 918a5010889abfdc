import { rename } from '#lib/document/edit-dom.ts';
import { seenLines } from './page-head.ts';
import type { LeftOut } from './result.ts';

/** What AMP pages hold beside their article; the names are the standard's. */
const AMP_FURNITURE =
  'amp-ad, amp-sticky-ad, amp-auto-ads, amp-embed, amp-sidebar, amp-social-share, amp-user-notification, amp-consent, amp-analytics, amp-pixel, amp-lightbox, amp-next-page, amp-web-push, amp-subscriptions, amp-app-banner';
/** Its elements that have an HTML one of the same attributes. */
const AMP_TWINS: Record<string, string> = {
  'amp-img': 'img',
  'amp-anim': 'img',
  'amp-video': 'video',
  'amp-audio': 'audio',
  'amp-iframe': 'iframe',
};

function toTwin(element: Element, tag: string): void {
  const twin = element.ownerDocument.createElement(tag);
  for (const { name, value } of [...element.attributes]) twin.setAttribute(name, value);
  element.parentNode?.replaceChild(twin, element);
}

/** Puts plain HTML in the place of AMP's elements, in place: what shows pictures and films, and nothing of the rest. */
export function plainAmp(document: Document): void {
  for (const element of document.querySelectorAll(AMP_FURNITURE)) element.remove();
  for (const [tag, twin] of Object.entries(AMP_TWINS)) {
    for (const element of document.querySelectorAll(tag)) toTwin(element, twin);
  }
  for (const film of document.querySelectorAll('amp-youtube[data-videoid]')) {
    film.setAttribute('src', `https://www.youtube.com/embed/${film.getAttribute('data-videoid')}`);
    toTwin(film, 'iframe');
  }
}

/** Entries of a page that is written as the day goes on. */
const ENTRIES =
  '[itemprop~="liveBlogUpdate"], article, [data-post-id], [class*="live-entry"], [class*="liveblog-entry"]';
const ENTRIES_MIN = 3;
/** Never of the article, wherever it stands. */
const FURNITURE =
  'nav, aside, footer, form, button, dialog, [role="navigation"], [role="complementary"], [role="search"], [aria-hidden="true"], [hidden]';
/** Words of class names, whole, that mean the same. */
const FURNITURE_NAMES =
  /^(?:share|sharing|social|sharetools|sharebar|toolbar|tools|related|promo|advert|advertisement|ads?|newsletter|subscribe|subscription|comments?|pagination|pager|breadcrumbs?|badge|cookie|consent)$/i;

/** Whether an element is named for what stands beside an article: sharing, related ones, comments. */
export function isFurnitureElement(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`.split(/[\s_-]+|(?<=[a-z])(?=[A-Z])/);
  return names.some((name) => FURNITURE_NAMES.test(name)) && !element.querySelector('h1');
}

function closestWith(entry: Element, heading: Element | null): Element | null {
  for (let at = entry.parentElement; at; at = at.parentElement) {
    const hasAll = at.querySelectorAll(ENTRIES).length >= ENTRIES_MIN;
    if (hasAll && (!heading || at.contains(heading) || at.tagName === 'BODY')) return at;
  }
  return null;
}

/**
 * Of a live blog the part that holds its headline and its entries, without what stands between and around them; null
 * when no entries are found. Readability looks for one text and would take the longest entries for it. Changes the
 * document.
 */
export function liveBlog(document: Document): Element | null {
  const entry = document.querySelector(ENTRIES);
  const root = entry && closestWith(entry, document.querySelector('h1'));
  if (!root) return null;
  for (const element of root.querySelectorAll(FURNITURE)) element.remove();
  for (const element of root.querySelectorAll('*')) if (isFurnitureElement(element)) element.remove();
  for (const caption of root.querySelectorAll('time')) if (isAlone(caption)) rename(caption, 'p');
  return root;
}

/** A time that no line of text holds would be joined to the heading after it. */
function isAlone(time: Element): boolean {
  return !/^(?:P|SPAN|H[1-6]|LI|A|TIME|STRONG|B|EM|I)$/.test(time.parentElement?.tagName ?? '');
}

/** Words of class names, whole, of boxes that ask for an address in the middle of an article. */
const SIGN_UP = /^(?:newsletters?|sign-?up|subscribe|mailing-?list|nl)$/i;
/** Boxes with more than this are no boxes. */
const BOX_TEXT = 500;
/** Boxes with less than this say nothing. */
const BOX_WORDS = 20;

/** Words of class names, whole, of what asks for consent; and what such a box speaks of. */
const NOTICE = /^(?:cookies?|cookiebanner|consent|gdpr|ccpa|cmp|onetrust|didomi|usercentrics|dsgvo)$/i;
const OF_NOTICES = /cookie|consent|einwilligung|zustimm|datenschutz|privacy/i;
const NOTICE_TEXT = 4_000;
/** So many letters have to be left. */
const LEFT_LETTERS = 200;

const namesOf = (element: Element) =>
  `${element.getAttribute('class') ?? ''} ${element.id}`.split(/[\s_-]+|(?<=[a-z])(?=[A-Z])/);
const wordsOf = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/**
 * Takes out the boxes that ask readers for their address, which stand in the middle of many an article, and the notices
 * that ask for consent. Changes the document. Answers with what they say.
 */
export function dropBoxes(document: Document): LeftOut[] {
  const dropped: LeftOut[] = [];
  for (const element of document.querySelectorAll('div, section, aside, form, dialog')) {
    const names = namesOf(element);
    const isSignUp = names.some((name) => SIGN_UP.test(name));
    const isNotice = !isSignUp && names.some((name) => NOTICE.test(name));
    if ((!isSignUp && !isNotice) || !element.isConnected) continue;
    if (!element.querySelector('a[href], input, button') || element.querySelector('h1, article, main'))
      continue;
    const words = seenLines(element).join('\n');
    if (isSignUp ? words.length > BOX_TEXT : !isSureNotice(words, document)) continue;
    // What stood far from the article is missed by nobody.
    const isNear = isNotice || element.closest('article, main') !== null;
    element.remove();
    if (isNear && words.length >= BOX_WORDS)
      dropped.push({ why: isSignUp ? 'appeal' : 'furniture', text: words });
  }
  return dropped;
}

function isSureNotice(words: string, { body }: Document): boolean {
  return (
    words.length <= NOTICE_TEXT &&
    OF_NOTICES.test(words) &&
    wordsOf(body).length - words.length >= LEFT_LETTERS
  );
}
