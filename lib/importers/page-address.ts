import { toSafeHref } from '#lib/document/href.ts';
import { isSameSite, isTracking, placeInApp, uncachedUrl } from '#lib/fetch/url-variants.ts';

/** An address without what says how somebody came and where on the page they were; null for what is no page's. */
export function cleanAddress(address: string | null | undefined, base?: string): string | null {
  const href = address ? toSafeHref(address, base) : null;
  if (!href?.startsWith('http')) return null;
  const url = uncachedUrl(new URL(href));
  url.hash = placeInApp(url);
  // What is often more than tracking is compared without, but kept in an address that has to work.
  for (const [name] of [...url.searchParams]) if (isTracking(name, '0')) url.searchParams.delete(name);
  return url.href;
}

function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return /^\/(?:index\.\w{3,5})?$/.test(pathname) && search === '';
}

/**
 * The address under which a page wants to be known: the first of `claims` (its canonical link, OpenGraph, JSON-LD)
 * that can be believed, else `url`, where it stood. Not believed is a claim on another site's address, with which any
 * page could pass itself off as that site's, and the front page, which is a common fault of templates. Where the page
 * stood is not known of what was pasted: then its own word is taken.
 */
export function pageAddress(
  claims: readonly (string | null | undefined)[],
  url: string | undefined,
  base: string | undefined,
): string | null {
  const stood = cleanAddress(url);
  for (const claim of claims) {
    const address = cleanAddress(claim, base);
    if (!address) continue;
    if (stood === null) {
      if (!isFrontPage(address)) return address;
    } else if (isSameSite(new URL(address).hostname, new URL(stood).hostname) && !isFrontPage(address))
      return address;
  }
  return stood;
}
