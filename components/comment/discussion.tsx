import type { ThreadView } from '#lib/flows/thread-page.ts';
import type { ThreadPlace } from '#lib/flows/thread-place.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { GuestThread } from './guest-thread.tsx';

/** The thread of an article or an annotation, as its viewer can use it. */
export function Discussion({
  place,
  view,
  locale,
}: {
  place: ThreadPlace;
  view: ThreadView;
  viewer: Viewer;
  locale: Locale;
}) {
  return <GuestThread place={place} view={view} locale={locale} />;
}
