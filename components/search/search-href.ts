import type { SearchFilter } from '#lib/http/search-page.ts';

/** The address of what is sought. */
export function searchHref(typed: string, filter: SearchFilter, cursor?: string | null): string {
  const given = Object.entries({ q: typed, ...filter, cursor }).filter(([, value]) => value);
  return given.length > 0 ? `/search?${new URLSearchParams(given as [string, string][])}` : '/search';
}
