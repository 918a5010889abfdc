import { headers } from 'next/headers';
import { queryValue, type SearchParams } from './account-page.ts';
import { isByChoice } from './caller.ts';

/** Whether the request for the page that is being rendered was made by choice. */
export async function madeByChoice(): Promise<boolean> {
  return isByChoice(await headers());
}

/** `?reveal=1` of a page, where somebody chose it. */
export async function asksToReveal(searchParams: SearchParams): Promise<boolean> {
  return (await queryValue(searchParams, 'reveal')) === '1' && (await madeByChoice());
}
