import { announceQuietly } from '#components/ui/announce.ts';

/** Several things at once are announced once, and who reads is not interrupted all the time; in milliseconds. */
const SETTLED = 500;
const SELDOM = 10_000;

let waiting: ReturnType<typeof setTimeout> | undefined;
let announcedAt = Number.NEGATIVE_INFINITY;

/** Tells screen readers that something is offered: the latest of what came within a while. */
export function announceNews(words: string): void {
  clearTimeout(waiting);
  const wait = Math.max(SETTLED, announcedAt + SELDOM - performance.now());
  waiting = setTimeout(() => {
    announcedAt = performance.now();
    announceQuietly(words);
  }, wait);
}

/** A button that offers what is new: it comes, says how much there is, and goes when that was taken. */
export class Offer {
  private readonly place: HTMLElement;
  private readonly button = document.createElement('button');

  /** `take` shows what is offered, and takes the offer back. */
  constructor(place: HTMLElement, take: () => Promise<void> | void) {
    this.place = place;
    this.button.type = 'button';
    this.button.className = 'offer';
    this.button.addEventListener('click', () => void this.taken(take));
  }

  get stands(): boolean {
    return this.button.isConnected;
  }

  /** Null takes the offer back. */
  say(words: string | null): void {
    if (words === null) {
      this.button.remove();
      return;
    }
    if (this.button.isConnected && this.button.textContent === words) return;
    this.button.textContent = words;
    if (!this.button.isConnected) this.place.append(this.button);
    announceNews(words);
  }

  private async taken(take: () => Promise<void> | void): Promise<void> {
    if (this.button.ariaBusy === 'true') return;
    this.button.ariaBusy = 'true';
    await take();
    this.button.ariaBusy = null;
  }
}
