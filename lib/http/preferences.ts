import { env } from '#lib/env/env.ts';
import { LOCALE_COOKIE, type Locale } from '#lib/i18n/locale.ts';

/** Which colours a reader chose; `system` follows the machine. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_COOKIE = 'obelus-theme';

const YEAR = 365 * 24 * 60 * 60;

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** The headers that keep a choice in the browser; what was not chosen stays as it is. */
export function preferenceHeaders(chosen: {
  language?: Locale | undefined;
  theme?: Theme | undefined;
}): Headers {
  const headers = new Headers();
  if (chosen.language) headers.append('set-cookie', cookie(LOCALE_COOKIE, chosen.language));
  if (chosen.theme) headers.append('set-cookie', cookie(THEME_COOKIE, chosen.theme));
  return headers;
}

function cookie(name: string, value: string): string {
  const secure = env().url.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure}`;
}
