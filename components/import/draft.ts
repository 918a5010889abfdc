import type { Look } from './look.ts';
import { NOTHING, type Pasted } from './pasted.ts';

/** What is kept in this browser until the article is published. */
export interface Draft {
  pasted: Pasted;
  look: Look | null;
  /** True while the preview is open, false on the page to paste into. */
  looking: boolean;
  /** True when something else was pasted since the preview was made. */
  stale: boolean;
}

export const NO_DRAFT: Draft = { pasted: NOTHING, look: null, looking: false, stale: false };

/** In UTF-16 units. Browsers give a site about five million for everything that it keeps. */
export const DRAFT_MAX = 1_500_000;

/** Counts up when the shape changes: an older draft is forgotten rather than misread. */
const SHAPE = 1;

function keyOf(handle: string): string {
  return `obelus.import.${handle}`;
}

/** The draft of one person, or null. Never throws: without storage there is none. */
export function readDraft(handle: string, storage: () => Storage = () => localStorage): Draft | null {
  try {
    const kept = JSON.parse(storage().getItem(keyOf(handle)) ?? 'null');
    if (kept?.shape !== SHAPE) return null;
    const { shape, ...draft } = kept;
    return { ...draft, pasted: { ...NOTHING, ...draft.pasted } };
  } catch {
    return null;
  }
}

/** Keeps the draft, or what fits of it. False when the text was too large to be kept. */
export function keepDraft(
  handle: string,
  given: Draft,
  storage: () => Storage = () => localStorage,
): boolean {
  // A file lies where it was chosen from, and is too large for what a browser keeps.
  const draft = { ...given, pasted: { ...given.pasted, file: null } };
  if (isEmpty(draft)) {
    dropDraft(handle, storage);
    return true;
  }
  const whole = { shape: SHAPE, ...draft };
  // The preview holds the text once more: where both are too much, what was pasted is the one that cannot be had again.
  const small = { shape: SHAPE, ...NO_DRAFT, pasted: withoutRich(draft.pasted) };
  const least = { shape: SHAPE, ...NO_DRAFT, pasted: { ...NOTHING, url: draft.pasted.url } };
  if (put(handle, whole, storage)) return true;
  if (put(handle, small, storage)) return draft.look === null;
  put(handle, least, storage);
  return false;
}

export function dropDraft(handle: string, storage: () => Storage = () => localStorage): void {
  try {
    storage().removeItem(keyOf(handle));
  } catch {
    // Without storage there is nothing to forget.
  }
}

function put(handle: string, value: object, storage: () => Storage): boolean {
  const json = JSON.stringify(value);
  if (json.length > DRAFT_MAX) return false;
  try {
    storage().setItem(keyOf(handle), json);
    return true;
  } catch {
    return false;
  }
}

function withoutRich(pasted: Pasted): Pasted {
  return { ...pasted, rich: null, takesRich: false };
}

function isEmpty({ pasted, look }: Draft): boolean {
  return look === null && pasted.text === '' && pasted.url === '';
}
