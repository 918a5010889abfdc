import { comparableUrl } from '#lib/fetch/url-variants.ts';

/** Hosts of archives of the web whose short addresses do not tell what was copied. */
const ARCHIVES =
  /^(?:www\.)?(?:web\.archive\.org|archive\.(?:today|ph|is|li|vn|fo|md)|perma\.cc|ghostarchive\.org)$/;
/**
 * Most archives put the address of the page behind the time of the copy, as the Wayback Machine, Memento and pywb do:
 * `/web/20200131120000/https://…`, with or without a mark that says how it is shown (`id_`). archive.today has points and
 * a dash in the time, and `newest`.
 */
const COPY =
  /\/(?:\d{4,14}(?:[a-z]{2}_)?|\d{4}\.\d\d\.\d\d-\d{6}|newest|oldest|o\/\w+)\/(?=https?:\/{1,2}[^/])/i;
/** A copy of a copy of a copy is not looked into. */
const DEEPEST = 3;

/** The address of the page that an address of an archive shows a copy of; null for every other address. */
export function archivedOriginal(address: string): string | null {
  let original: string | null = null;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const inner = innerAddress(original ?? address);
    if (!inner) break;
    original = inner;
  }
  return original;
}

/** Whether an address is one of an archive of the web. */
export function isArchive(address: string): boolean {
  return archivedOriginal(address) !== null || ARCHIVES.test(new URL(address).hostname);
}

function innerAddress(address: string): string | null {
  const { pathname, search, hash } = new URL(address);
  const copy = COPY.exec(pathname);
  if (!copy) return null;
  const inner = `${pathname.slice(copy.index + copy[0].length)}${search}${hash}`.replace(
    /^(https?):\/{1,2}/i,
    '$1://',
  );
  if (!URL.canParse(inner)) return null;
  const url = new URL(inner);
  return url.hostname.includes('.') && !url.username && !url.password ? url.href : null;
}

/** What speaks against an address as that of a copy of a page: nobody says that it is one, or it is one of another page. */
export function copyTrouble(copy: string, page: string): 'no-archive' | 'other-page' | null {
  if (!isArchive(copy)) return 'no-archive';
  const original = archivedOriginal(copy);
  return original !== null && comparableUrl(original) !== comparableUrl(page) ? 'other-page' : null;
}
