import type { IncomingMessage } from 'node:http';
import { LOCALE_COOKIE, type Locale, pickLocale } from '#lib/i18n/locale.ts';
import { readCookies } from '../caller.ts';
import { isTheme, THEME_COOKIE, type Theme } from '../preferences.ts';

/** A finished page, named by all that its HTML depends on: never by the Host, nor by anything else a client says. */
export interface GuestKey {
  /** Equal for requests that get the same bytes. */
  text: string;
  /** With the known parameters in one order, and without the others. */
  path: string;
  locale: Locale;
  theme: Theme;
  /** Whether it shows one article, or something in it. */
  ofArticle: boolean;
}

interface Route {
  path: RegExp;
  /** What the page reads of its query. Whoever adds a parameter to such a page adds it here, or guests never see it work. */
  parameters: readonly string[];
  ofArticle: boolean;
}

const THREAD = ['comment', 'replies', 'sort', 'cursor'];

const ROUTES: readonly Route[] = [
  { path: /^\/$/, parameters: ['cursor'], ofArticle: false },
  { path: /^\/articles\/[^/]+(\/discussion)?$/, parameters: [...THREAD, 'original'], ofArticle: true },
  { path: /^\/articles\/[^/]+\/history$/, parameters: ['from', 'to', 'cursor'], ofArticle: true },
  { path: /^\/articles\/[^/]+\/revisions\/\d+$/, parameters: [], ofArticle: true },
  {
    path: /^\/claims$/,
    parameters: [
      'verdict',
      'state',
      'label',
      'topic',
      'article',
      'person',
      'claimant',
      'from',
      'to',
      'cursor',
    ],
    ofArticle: false,
  },
  { path: /^\/methodology$/, parameters: [], ofArticle: false },
  { path: /^\/corrections$/, parameters: ['cursor'], ofArticle: false },
  { path: /^\/claims\/[^/]+(\/discussion)?$/, parameters: THREAD, ofArticle: true },
  { path: /^\/articles\/[^/]+\/print$/, parameters: [], ofArticle: true },
  { path: /^\/log$/, parameters: ['action', 'cursor'], ofArticle: false },
  { path: /^\/feeds$/, parameters: [], ofArticle: false },
];

/** Longer values are no business of ours: whatever they are, Next answers. */
const LONGEST_VALUE = 200;

/** What a request asks for, when a finished page may answer it; null when it has to go to Next. */
export function guestKey(
  { method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  sessionCookie: string,
): GuestKey | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  // Next's own requests for a page as data, and bodies, which no page has a use for.
  if (headers.authorization !== undefined || headers.rsc !== undefined) return null;
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return null;
  const at = url.indexOf('?');
  const path = normalPath(at < 0 ? url : url.slice(0, at));
  const route = path === null ? undefined : ROUTES.find((one) => one.path.test(path));
  if (!route) return null;
  const query = at < 0 ? '' : normalQuery(url.slice(at + 1), route.parameters);
  const cookies = headers.cookie === undefined ? null : readCookies(headers.cookie);
  if (query === null || cookies?.[sessionCookie] !== undefined) return null;
  const chosen = cookies?.[THEME_COOKIE];
  const theme = isTheme(chosen) ? chosen : 'system';
  const locale = localeOf(cookies?.[LOCALE_COOKIE], headers['accept-language']);
  const whole = `${path}${query}`;
  return { text: `${locale} ${theme} ${whole}`, path: whole, locale, theme, ofArticle: route.ofArticle };
}

/** A path in one spelling; null for one that is not well encoded, or that leads elsewhere. */
function normalPath(path: string): string | null {
  if (/^\/[\w/-]*$/.test(path)) return path;
  try {
    const parts = path.split('/').map(decodeURIComponent);
    return parts.includes('.') || parts.includes('..') ? null : parts.map(encodeURIComponent).join('/');
  } catch {
    return null;
  }
}

function normalQuery(text: string, known: readonly string[]): string | null {
  const given = new URLSearchParams(text);
  const kept = new URLSearchParams();
  for (const name of known) {
    const value = given.get(name);
    if (value !== null && value.length > LONGEST_VALUE) return null;
    if (value !== null) kept.set(name, value);
  }
  return kept.size > 0 ? `?${kept}` : '';
}

/** Browsers send few different lines; taking one apart takes longer than all the rest of a hit. */
const picked = new Map<string, Locale>();
const MOST_PICKED = 500;

function localeOf(chosen: string | undefined, accepted = ''): Locale {
  if (chosen !== undefined) return pickLocale(chosen, accepted);
  let locale = picked.get(accepted);
  if (locale === undefined) {
    if (picked.size >= MOST_PICKED) picked.clear();
    locale = pickLocale(undefined, accepted);
    picked.set(accepted, locale);
  }
  return locale;
}
