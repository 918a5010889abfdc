import type { Words } from '#components/ui/words.ts';
import type { ThreadPlace } from '#lib/comment/place.ts';
import type { Sort } from '#lib/comment/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** What every part of a thread needs to know, on the server and in the browser alike. */
export interface Scene {
  place: ThreadPlace;
  sort: Sort;
  /** The comment that the address names. */
  current: string | null;
  viewer: { handle: string; role: string } | null;
  locale: Locale;
  t: Words<'thread'>;
}
