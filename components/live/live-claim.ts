import { announce } from '#components/ui/announce.ts';
import { annotationNews } from './annotation-news.ts';
import { keepOrder } from './keep-order.ts';
import { keepPlace } from './keep-place.ts';
import type { LiveEvent } from './live-event.ts';
import type { LiveWords } from './live-words.ts';
import { morph } from './morph.ts';
import { Offer } from './offer.ts';
import { readPage } from './read-page.ts';
import { offerReload } from './reload-offer.ts';

const RATED = 'assessment.rated';

/** Nobody laid anything: what was there says how it fared, or what people say of it. */
const AT_ONCE = new Set(['source.checked', 'source.voted', 'annotation.labelled', RATED]);

/** The page of a claim: what others lay beside it, or make of it, is offered. */
export class LiveClaim {
  private readonly main: HTMLElement;
  private readonly place: HTMLElement;
  private readonly words: LiveWords;
  private readonly offer: Offer;
  /** The page is being read; something happened since. */
  private reading = false;
  private stale = false;

  constructor(main: HTMLElement, place: HTMLElement, words: LiveWords) {
    this.main = main;
    this.place = place;
    this.words = words;
    this.offer = new Offer(place, () => this.show());
  }

  stop(): void {
    this.offer.say(null);
  }

  onEvent(event: LiveEvent): void {
    const isThis = (id: string) => id === this.main.dataset.annotation;
    const news = annotationNews(event, isThis);
    // Where they can be rated, verdicts are React's, which keeps one's own and waits with the others.
    if (event.kind === RATED && this.main.querySelector('.rate')) return;
    if (news && AT_ONCE.has(event.kind)) return this.fillIn();
    // The discussion tells of comments by itself.
    if (!news || event.kind.startsWith('comment.')) return;
    if (news.is === 'rewritten' || (news.is === 'gone' && isThis(news.id)))
      return offerReload(this.place, this.words);
    if (news.is !== 'changed') return;
    if (this.main.querySelector('.rate')) offerReload(this.place, this.words);
    else this.offer.say(this.words.changed);
  }

  /** At once, unless something is offered: that is not shown before it was asked for, and brings this along. */
  private fillIn(): void {
    if (this.offer.stands || this.reading) this.stale = true;
    else void this.show();
  }

  private async show(): Promise<void> {
    this.reading = true;
    do {
      this.stale = false;
      await this.readAnew();
    } while (this.stale);
    this.reading = false;
  }

  private async readAnew(): Promise<void> {
    try {
      const fresh = (await readPage()).querySelector('main');
      if (!fresh) throw new Error('The page has no text');
      keepPlace(() => {
        const parts = partsOf(this.main);
        let last: Element | null = null;
        for (const [name, now] of partsOf(fresh)) {
          const part = parts.get(name);
          // What can be rated there is React's: a script that rewrites it would leave buttons that do nothing.
          if (part?.querySelector('.rate')) continue;
          if (part) {
            keepOrder(part, now);
            morph(part, now);
          }
          // What is new stands where the page has it.
          else if (last) last.after(now);
          else this.main.append(now);
          last = part ?? now;
        }
      });
      this.offer.say(null);
    } catch {
      announce(this.words.failed, 'error');
    }
  }
}

/** All but the discussion, by the heading that names it. */
function partsOf(main: Element): Map<string, Element> {
  const parts = [...main.children].filter((part) => part.matches('.claim-head, .claim-part'));
  return new Map(parts.map((part) => [part.getAttribute('aria-labelledby') ?? '', part]));
}
