import { headers } from 'next/headers';
import type { SearchParams } from './account-page.ts';
import { isByChoice } from './caller.ts';

/** Whether the request for the page that is being rendered was made by choice. */
export async function madeByChoice(): Promise<boolean> {
  return isByChoice(await headers());
}

/** `?reveal=1` of a page, where somebody chose it. */
export async function asksToReveal(searchParams: SearchParams | Awaited<SearchParams>): Promise<boolean> {
  return [(await searchParams).reveal].flat()[0] === '1' && (await madeByChoice());
}
