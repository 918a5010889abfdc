import { FIELD_LIMITS, fieldText } from './result.ts';

const SEPARATOR = /\s+[|\-–—·•»›:/\\]+\s+|\s*[|»_]\s*|:\s+/g;

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
  }
  return title;
}

/** The names by which a site may call itself in its titles. */
export function siteNames(site: string | null, url: string | null): string[] {
  const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m|mobile|amp)\./, '') : '';
  const label = host.split('.').slice(0, -1).join('.');
  return [site ?? '', host, label].filter(Boolean);
}

export function titleField(raw: unknown): string | null {
  return fieldText(raw, FIELD_LIMITS.title);
}
