import { headers } from 'next/headers';
import { isByChoice } from './caller.ts';

/** Whether the request for the page that is being rendered was made by choice. */
export async function madeByChoice(): Promise<boolean> {
  return isByChoice(await headers());
}

interface Asked {
  reveal?: string | string[] | undefined;
}

/** `?reveal=1` of a page, where somebody chose it. */
export async function asksToReveal(searchParams: Asked | Promise<Asked>): Promise<boolean> {
  return [(await searchParams).reveal].flat()[0] === '1' && (await madeByChoice());
}
