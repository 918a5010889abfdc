import { LOCALE_COOKIE, type Locale, pickLocale } from '#lib/i18n/locale.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { readCookie } from './caller.ts';

/** The language to answer a request in: the account's, the cookie's, the browser's. */
export function requestLocale(headers: Headers, viewer: Viewer): Locale {
  return pickLocale(
    viewer?.locale ?? readCookie(headers.get('cookie'), LOCALE_COOKIE),
    headers.get('accept-language'),
  );
}
