import { announceQuietly } from '#components/ui/announce.ts';

/** Several things at once are announced once, in milliseconds. */
const SETTLED = 500;

/** A button that offers what is new: it comes, says how much there is, and goes when that was taken. */
export class Offer {
  private readonly place: HTMLElement;
  private readonly button = document.createElement('button');
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `take` shows what is offered; the button goes when it is done. */
  constructor(place: HTMLElement, take: () => Promise<void> | void) {
    this.place = place;
    this.button.type = 'button';
    this.button.className = 'offer';
    this.button.addEventListener('click', () => void this.taken(take));
  }

  /** Null takes the offer back. */
  say(words: string | null): void {
    clearTimeout(this.timer);
    if (words === null) {
      this.button.remove();
      return;
    }
    if (this.button.isConnected && this.button.textContent === words) return;
    this.button.textContent = words;
    if (!this.button.isConnected) this.place.append(this.button);
    this.timer = setTimeout(() => announceQuietly(words), SETTLED);
  }

  private async taken(take: () => Promise<void> | void): Promise<void> {
    if (this.button.ariaBusy === 'true') return;
    this.button.ariaBusy = 'true';
    try {
      await take();
    } finally {
      this.button.ariaBusy = null;
    }
  }
}
