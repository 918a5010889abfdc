/** Longer addresses are tracking payloads or attacks; no page of a newspaper needs them. */
const HREF_LIMIT = 4096;

const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
const BARE_HOST = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;
const BARE_MAIL = /^[^\s@:/]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;

/**
 * Whether a string may stand in a document as the target of a link: an absolute http, https or
 * mailto address without white space or control characters. Everything else, from `javascript:`
 * to a relative path, is not. O(length), never throws.
 */
export function isSafeHref(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > HREF_LIMIT || /[\0-\x20\x7f]|\p{Cs}/u.test(href))
    return false;
  const url = URL.canParse(href) ? new URL(href) : null;
  return (
    url !== null && SAFE_PROTOCOLS.has(url.protocol) && (url.protocol === 'mailto:' || url.hostname !== '')
  );
}

/**
 * Makes of what stands in an `href` attribute an address that {@link isSafeHref} accepts, or null.
 * Relative ones are resolved against `base`, an absolute http or https address; without one they
 * are null.
 */
export function toSafeHref(input: string, base?: string): string | null {
  const trimmed = input.trim();
  const url = trimmed && URL.canParse(trimmed, base) ? new URL(trimmed, base) : null;
  return url && isSafeHref(url.href) ? url.href : null;
}

/** The same for what a person types into a link field: `example.org/x` is https, `a@b.org` mailto. */
export function typedHref(input: string): string | null {
  const trimmed = input.trim();
  if (BARE_MAIL.test(trimmed)) return toSafeHref(`mailto:${trimmed}`);
  if (BARE_HOST.test(trimmed)) return toSafeHref(`https://${trimmed}`);
  return toSafeHref(trimmed);
}
