import { htmlDom } from '#lib/document/from-html.ts';
import { FIELD_LIMITS, fieldText } from './result.ts';

const SEPARATOR = /\s+[|\-–—·•»›:/\\]+\s+|\s*[|｜»_：]\s*|:\s+/g;

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether two writings of a headline say the same words. */
export function isSameTitle(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b);
}

/** Whether words are one of the site's names, with or without its article ("Courier", "The Courier"). */
function namesSite(words: string, sites: string[]): boolean {
  const bare = (name: string) => plain(name.replace(/^(?:the|der|die|das|le|la|el) /i, ''));
  return plain(words) !== '' && sites.some((site) => bare(site) === bare(words));
}

/**
 * A page's title without the site's name after (or before) a separator. `sites` are the names that
 * the page gives itself and its host; `headlines` the headings of the page: a title that begins with
 * one of them and a separator is that heading.
 */
export function withoutSite(title: string, sites: string[], headlines: string[]): string {
  for (const match of title.matchAll(SEPARATOR)) {
    const head = title.slice(0, match.index).trim();
    const tail = title.slice(match.index + match[0].length).trim();
    if (head && headlines.some((headline) => isSameTitle(headline, head))) return head;
    if (head && namesSite(tail, sites)) return head;
    if (tail && namesSite(head, sites)) return tail;
    if (tail && headlines.some((headline) => isSameTitle(headline, tail)) && tail.length >= HEAD_MIN)
      return tail;
  }
  return title;
}

/** What stands behind headlines and is no site: a section, a page of several. */
const NO_SITE =
  /^(?:(?:page|seite|part|teil) \d.*|news|politics|politik|sports?|opinion|meinung|business|wirtschaft|culture|kultur|world|welt|local|lokales|regional|home|start(?:seite)?|blog|video|panorama|science|wissen(?:schaft)?|technology|technik|health|gesundheit|\d+)$/i;
const SITE_LIMIT = 50;
const SITE_WORDS = 6;

/**
 * The site's name where the title of a page is its headline with something behind it: the last part of that; or with
 * one of its `logos` before it. Null where it is another headline, a section or nothing.
 */
export function siteInTitle(
  whole: string | null,
  title: string | null,
  logos: readonly string[],
): string | null {
  if (!whole || !title) return null;
  for (const match of whole.matchAll(SEPARATOR)) {
    const logo = logos.find((name) => isSameTitle(name, whole.slice(0, match.index)));
    if (logo && isSameTitle(whole.slice(match.index + match[0].length), title)) return logo;
    if (/:\s*$/.test(match[0]) && !/^\s/.test(match[0])) continue;
    if (!isSameTitle(whole.slice(0, match.index), title)) continue;
    const tail = whole.slice(match.index + match[0].length).trim();
    const site =
      tail
        .split(/\s+[|\-–—·•»›]\s+|\s*[|｜_]\s*/)
        .at(-1)
        ?.trim() ?? '';
    const isShort = site.length <= SITE_LIMIT && site.split(/\s+/).length <= SITE_WORDS;
    return /\p{L}/u.test(site) && isShort && !NO_SITE.test(site) ? site : null;
  }
  return null;
}

/** What a title may begin with, up to where a site's name may follow: each a headline, if the page has it. */
export function beginningsOf(title: string): string[] {
  return Array.from(title.matchAll(SEPARATOR), ({ index }) => title.slice(0, index).trim()).filter(
    (head) => head.length >= HEAD_MIN,
  );
}

/** Shorter beginnings stand in other places by chance. */
const HEAD_MIN = 12;

/** Character references that a page wrote as such into its own metadata. */
const REFERENCE = /&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8}\d?);/i;

/** The names by which a site may call itself in its titles. */
export function siteNames(site: string | null, url: string | null): string[] {
  const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m|mobile|amp)\./, '') : '';
  const label = host.split('.').slice(0, -1).join('.');
  return [site ?? '', host, label].filter(Boolean);
}

/** A title in one line; what was escaped twice is read as it was meant. */
export function titleField(raw: unknown): string | null {
  const title = fieldText(raw, FIELD_LIMITS.title);
  if (!title || !REFERENCE.test(title)) return title;
  return fieldText(htmlDom(title.replaceAll('<', '&lt;')).body.textContent, FIELD_LIMITS.title);
}
