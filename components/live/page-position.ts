import type { Place } from './place.ts';

/** The place up to which the page that was served knows its article. */
export function pagePosition(): Place {
  return document.querySelector<HTMLElement>('main[data-position]')?.dataset.position ?? '';
}
