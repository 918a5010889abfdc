import { announce } from '#components/ui/announce.ts';
import { annotationNews } from './annotation-news.ts';
import { Gathering } from './gathering.ts';
import { applyAll, applyChanges, cardOf, completeOpened, isOtherKind } from './guest-annotations.ts';
import type { LiveEvent } from './live-event.ts';
import { countWords, type LiveWords } from './live-words.ts';
import { Offer } from './offer.ts';
import { changesOriginal } from './original-news.ts';
import { readPage } from './read-page.ts';
import { offerReload } from './reload-offer.ts';

/**
 * The annotations on the page of somebody who only reads, while others write: what is new is offered, what changed
 * changes in its place. Everything is read off the page itself, as the server would send it now.
 */
export class GuestArticle {
  private readonly main: HTMLElement;
  private readonly place: HTMLElement;
  private readonly words: LiveWords;
  private readonly offer: Offer;
  private readonly news = new Set<string>();
  private rewritten = false;
  private readonly changes = new Gathering((ids) => this.readChanges(ids));

  constructor(main: HTMLElement, place: HTMLElement, words: LiveWords) {
    this.main = main;
    this.place = place;
    this.words = words;
    this.offer = new Offer(place, () => this.showNews());
  }

  stop(): void {
    this.changes.stop();
    this.offer.say(null);
  }

  onEvent(event: LiveEvent): void {
    if (this.rewritten) return;
    if (changesOriginal(event)) return offerReload(this.place, this.words);
    const news = annotationNews(event, (id) => cardOf(this.main, id) !== null);
    if (!news) return;
    if (news.is === 'rewritten') {
      // What the server draws from now on stands in another text than this page.
      this.rewritten = true;
      return offerReload(this.place, this.words);
    }
    if (news.is === 'new') this.news.add(news.id);
    else {
      if (news.is === 'gone') this.news.delete(news.id);
      this.changes.add(news.id, event.readers);
    }
    this.count();
  }

  private count(): void {
    const { size } = this.news;
    this.offer.say(size === 0 ? null : countWords(this.words, 'annotations', size));
  }

  private async readChanges(ids: ReadonlySet<string>): Promise<void> {
    const shown = [...ids].filter((id) => cardOf(this.main, id));
    if (shown.length === 0) return;
    const fresh = await readMain();
    await Promise.all(shown.map((id) => completeOpened(this.main, fresh, id)));
    applyChanges(this.main, fresh, new Set(shown));
  }

  private async showNews(): Promise<void> {
    try {
      const fresh = await readMain();
      if (isOtherKind(this.main, fresh)) return location.reload();
      const [first] = [...fresh.querySelectorAll<HTMLElement>('.margin .card')].filter(
        ({ dataset: { annotation = '' } }) => !cardOf(this.main, annotation),
      );
      applyAll(this.main, fresh);
      this.news.clear();
      this.count();
      if (first?.dataset.annotation) this.leadTo(first.dataset.annotation);
    } catch {
      announce(this.words.failed, 'error');
    }
  }

  /** As an address that names it does. */
  private leadTo(id: string): void {
    history.replaceState(history.state, '', `#annotation-${id}`);
    dispatchEvent(new HashChangeEvent('hashchange'));
    cardOf(this.main, id)?.focus({ preventScroll: true });
  }
}

async function readMain(): Promise<Element> {
  const main = (await readPage()).querySelector('main');
  if (!main) throw new Error('The page has no text');
  return main;
}
