import type { ClaimFilter } from '#lib/flows/claim-list-view.ts';

/** The address of a list of claims. */
export function claimsHref(filter: ClaimFilter = {}, cursor?: string | null): string {
  const given = Object.entries({ ...filter, cursor }).filter(([, value]) => value);
  return given.length > 0 ? `/claims?${new URLSearchParams(given as [string, string][])}` : '/claims';
}
