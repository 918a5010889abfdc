import type { Metadata } from 'next';
import { translator } from '#lib/i18n/translator.ts';
import { nextPath } from './auth/next-path.ts';
import { getLocale } from './viewer.ts';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The title of a page about an account; search engines have no business there, and links in it are told to nobody. */
export async function accountMetadata(
  words: (t: ReturnType<typeof translator<'account'>>) => string,
): Promise<Metadata> {
  const t = translator(await getLocale(), 'account');
  return { title: words(t), robots: { index: false }, referrer: 'no-referrer' };
}

/** One value of the query; of a repeated one the first. */
export async function queryValue(searchParams: SearchParams, name: string): Promise<string | undefined> {
  return [(await searchParams)[name]].flat()[0];
}

/** Where to go on: `next` of ours, or what next-auth calls it. */
export async function nextOf(searchParams: SearchParams): Promise<string> {
  return nextPath(
    (await queryValue(searchParams, 'next')) ?? (await queryValue(searchParams, 'callbackUrl')),
  );
}

/** The path of a page that remembers where to go on. */
export function withNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?${new URLSearchParams({ next })}`;
}
