import type { FetchedPage } from './fetch-page.ts';

/** Longer, in seconds, and the page is meant to be read: what comes after is a reload or an advertisement. */
const LONGEST_DELAY = 5;
/** The head of a page; what stands behind it is not looked at. */
const HEAD_CHARS = 64 * 1024;

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** Scripts and styles hold no tags; what stands in noscript is for browsers without scripts. */
const NO_TAGS = /<(script|style|noscript|template|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const META = /<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const REFRESH = /\bhttp-equiv\s*=\s*(["']?)\s*refresh\s*\1(?=[\s/>])/i;
const CONTENT = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
/** As the HTML standard reads it: seconds, a separator, `url=` or not, quotes or none. */
const VALUE = /^\s*(\d+)(?:\.[\d.]*)?\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]*)"?|'([^']*)'?|([^\s"'].*))\s*$/i;

/**
 * The address that a page sends its readers on to by itself (`<meta http-equiv="refresh">` within a few seconds), or null.
 * A page that reloads itself sends nobody on. O(head of the page), never throws.
 */
export function refreshTarget({ url, contentType, text }: Pick<FetchedPage, 'url' | 'contentType' | 'text'>) {
  if (!/html/.test(contentType)) return null;
  const head = text.slice(0, HEAD_CHARS).replace(COMMENT, '').replace(NO_TAGS, '');
  const end = head.search(/<\/head\s*>|<body\b/i);
  for (const [tag] of (end < 0 ? head : head.slice(0, end)).matchAll(META)) {
    const content = REFRESH.test(tag) ? CONTENT.exec(tag) : null;
    const value = VALUE.exec((content?.[1] ?? content?.[2] ?? content?.[3] ?? '').replaceAll('&amp;', '&'));
    if (!value || Number(value[1]) > LONGEST_DELAY) continue;
    const address = (value[2] ?? value[3] ?? value[4] ?? '').trim();
    if (!URL.canParse(address, url)) continue;
    const target = new URL(address, url);
    target.hash = '';
    return target.href !== url && /^https?:$/.test(target.protocol) ? target.href : null;
  }
  return null;
}
