import { announce } from '#components/ui/announce.ts';
import { annotationNews } from './annotation-news.ts';
import { Gathering } from './gathering.ts';
import { applyAll, applyChanges, cardOf } from './guest-annotations.ts';
import type { ArticleWatcher, LiveEvent } from './live-event.ts';
import { countWords, type LiveWords, readWords } from './live-words.ts';
import { Offer } from './offer.ts';
import { readPage } from './read-page.ts';
import { watchArticle } from './watch-article.ts';

/**
 * The article page of somebody who only reads, while others write: what is new is offered, what changed changes in its
 * place. Everything is read off the page itself, as the server would send it now.
 */
export class GuestArticle implements ArticleWatcher {
  private readonly main: HTMLElement;
  private readonly words: LiveWords;
  private readonly offer: Offer;
  private readonly news = new Set<string>();
  private readonly changes = new Gathering((ids) => this.readChanges(ids));
  private readonly stopWatching: () => void;

  constructor(main: HTMLElement, place: HTMLElement) {
    this.main = main;
    this.words = readWords(place);
    this.offer = new Offer(place, () => this.showNews());
    const { article = '', position = '' } = main.dataset;
    this.stopWatching = watchArticle(article, this, position);
  }

  stop(): void {
    this.stopWatching();
    this.changes.stop();
    this.offer.say(null);
  }

  onEvent(event: LiveEvent): void {
    const news = annotationNews(event, (id) => cardOf(this.main, id) !== null);
    if (!news) return;
    if (news.is === 'rewritten') return this.onReset();
    if (news.is === 'new') this.news.add(news.id);
    else {
      if (news.is === 'gone') this.news.delete(news.id);
      this.changes.add(news.id, event.readers);
    }
    this.count();
  }

  onReset(): void {
    this.offer.say(this.words.changed);
  }

  private count(): void {
    const { size } = this.news;
    this.offer.say(size === 0 ? null : countWords(this.words, 'annotations', size));
  }

  private async readChanges(ids: ReadonlySet<string>): Promise<void> {
    const fresh = await this.readMain();
    applyChanges(this.main, fresh, ids);
  }

  private async showNews(): Promise<void> {
    try {
      const fresh = await this.readMain();
      const [first] = [...fresh.querySelectorAll<HTMLElement>('.margin .card')].filter(
        ({ dataset: { annotation = '' } }) => !cardOf(this.main, annotation),
      );
      const id = first?.dataset.annotation;
      applyAll(this.main, fresh);
      this.news.clear();
      this.offer.say(null);
      if (id) this.leadTo(id);
    } catch {
      announce(this.words.failed, 'error');
    }
  }

  /** As an address that names it does. */
  private leadTo(id: string): void {
    history.replaceState(history.state, '', `#annotation-${id}`);
    dispatchEvent(new HashChangeEvent('hashchange'));
    (cardOf(this.main, id) as HTMLElement | null)?.focus({ preventScroll: true });
  }

  private async readMain(): Promise<Element> {
    const main = (await readPage()).querySelector('main');
    if (!main) throw new Error('The page has no text');
    return main;
  }
}
