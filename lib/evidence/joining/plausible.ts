import { comparableUrl, isSameSite } from '#lib/fetch/url-variants.ts';
import { quoteChecker } from '../check-quote.ts';
import { isOneText, type Signature, signatureOf } from '../likeness.ts';

/**
 * The address that a page gives itself, where that is another's: as comparableUrl has it. Null where it names none, where it
 * names another site's, and where it was led away from its own address: a wall that everything leads to calls itself a wall.
 * @param canonicalUrl its own address, as comparableUrl has it
 */
export function selfAddress(
  canonicalUrl: string,
  seen: { url: string; canonicalUrl: string | null },
): string | null {
  if (seen.canonicalUrl === null || comparableUrl(seen.url) !== canonicalUrl) return null;
  const self = comparableUrl(seen.canonicalUrl);
  const isSite = isSameSite(new URL(self).hostname, new URL(canonicalUrl).hostname);
  return isSite && self !== canonicalUrl ? self : null;
}

/** What is known of a page that says it is another one. */
export interface Namesake {
  /** What it was last seen to hold; null where that was forgotten. */
  text: string | null;
  /** Of the text whose voice it has. */
  signature: Signature | null;
  sources: readonly { quote: string; state: string }[];
}

/**
 * Whether what stands at an address is what stands at one that names it: alike, and no quote that stood there is missing here.
 * The name alone proves nothing: anybody who has a page on a site can put any address of it there.
 */
export function isSamePage(text: string, namesake: Namesake): boolean {
  if (!isAlike(text, namesake)) return false;
  const check = quoteChecker(text);
  return namesake.sources.every(
    ({ quote, state }) => state !== 'verified' || check(quote, { start: null }).state === 'verified',
  );
}

function isAlike(text: string, namesake: Namesake): boolean {
  if (text === namesake.text) return true;
  const own = signatureOf(text);
  const other = namesake.text === null ? namesake.signature : signatureOf(namesake.text);
  return own !== null && other !== null && isOneText(own, other);
}
