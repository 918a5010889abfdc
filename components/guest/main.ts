import { mountGuestMargin } from '#components/annotation/guest-margin.ts';
import { mountGuestLoading } from '#components/comment/guest-loading.ts';
import { mountGuestWriting } from '#components/comment/guest-writing.ts';
import { mountReading } from '#components/comment/reading.ts';
import { mountPreferences } from '#components/layout/choose-preferences.ts';
import { mountLive } from '#components/live/mount-live.ts';
import { mountSearchKeys } from '#components/search/search-keys.ts';

/**
 * What brings a page to life that was served as HTML alone, without React: a list of `mountX(document)`, each in its
 * noun's folder. A mount finds its elements by itself, does nothing where there are none, sets nothing on them but data
 * attributes, styles and listeners, and returns how to undo that.
 */
const MOUNTS = [
  mountPreferences,
  mountGuestMargin,
  mountReading,
  mountGuestLoading,
  mountGuestWriting,
  mountLive,
  mountSearchKeys,
];

/**
 * Runs all of them, once a page: on a guest's finished page in the bundle (components/guest/bundle.ts, written by
 * lib/http/guest-bundle.ts), on every other page in the layout's script (components/guest/page-script.tsx). So nothing
 * here may need React, Next or the server, and every byte is sent to every guest: what is large and seldom used goes
 * behind `import()`.
 */
export function mountPage(page: Document): () => void {
  const undo = MOUNTS.map((mount) => mount(page));
  return () => {
    for (const unmount of undo.reverse()) unmount();
  };
}
