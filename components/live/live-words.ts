/** What can be new, and is counted. */
export type Counted = 'annotations' | 'comments' | 'replies';

/** The words of the scripts, in the reader's language: the server hands them over in `.live-offer` (live-offer.tsx). */
export interface LiveWords {
  /** For one; for more, with `#` for their number. */
  counts: Record<Counted, readonly [one: string, more: string]>;
  changed: string;
  failed: string;
  annotationGone: string;
  commentGone: string;
}

export function readWords(offer: HTMLElement): LiveWords {
  return JSON.parse(offer.dataset.words ?? '');
}

/** “3 new comments”. */
export function countWords(words: LiveWords, what: Counted, n: number): string {
  const [one, more] = words.counts[what];
  return n === 1 ? one : more.replace('#', String(n));
}
