import { GuestArticle } from './guest-article.ts';
import { GuestThreads } from './guest-threads.ts';
import { LiveClaim } from './live-claim.ts';
import type { ArticleWatcher, LiveEvent } from './live-event.ts';
import { readWords } from './live-words.ts';
import { pagePosition } from './page-position.ts';
import { offerReload } from './reload-offer.ts';
import { watchArticle } from './watch-article.ts';

interface Part {
  onEvent(event: LiveEvent): void;
  stop(): void;
}

/** A page about an article, or about something in it, while others write: what of it is HTML alone. */
export class LivePage implements ArticleWatcher {
  private readonly place: HTMLElement;
  private readonly parts: readonly Part[];
  private readonly stopWatching: () => void;

  /** `place` is where what is new is offered. */
  constructor(main: HTMLElement, place: HTMLElement) {
    this.place = place;
    const words = readWords(place);
    this.parts = [
      new GuestThreads(main, words),
      ...(main.matches('[data-reader]') ? [new GuestArticle(main, place, words)] : []),
      ...(main.matches('[data-annotation]') ? [new LiveClaim(main, place, words)] : []),
    ];
    this.stopWatching = watchArticle(main.dataset.article ?? '', this, pagePosition());
  }

  onEvent(event: LiveEvent): void {
    for (const part of this.parts) part.onEvent(event);
  }

  onReset(): void {
    offerReload(this.place);
  }

  stop(): void {
    this.stopWatching();
    for (const part of this.parts) part.stop();
  }
}
