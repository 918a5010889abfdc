import { type LiveWords, readWords } from './live-words.ts';
import { Offer } from './offer.ts';

const offered = new WeakSet<HTMLElement>();

/** Offers to read the page anew, where that is the only way to show what changed. Once a page. */
export function offerReload(place: HTMLElement, words: LiveWords = readWords(place)): void {
  if (offered.has(place)) return;
  offered.add(place);
  new Offer(place, () => location.reload()).say(words.changed);
}
