import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { LOCALE_COOKIE, type Locale, pickLocale } from '#lib/i18n/locale.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { identify } from './caller.ts';

/** Who looks at the page that is being rendered; asked of the database once a request. */
export const getViewer = cache(async (): Promise<Viewer> => {
  const { viewer } = await identify(new Headers({ cookie: (await headers()).get('cookie') ?? '' }));
  return viewer;
});

/** The language of the interface for this request: the account's, the cookie's, the browser's. */
export const getLocale = cache(async (): Promise<Locale> => {
  const viewer = await getViewer();
  const chosen = viewer?.locale ?? (await cookies()).get(LOCALE_COOKIE)?.value;
  return pickLocale(chosen, (await headers()).get('accept-language'));
});
