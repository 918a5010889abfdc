import { flushSync } from 'react-dom';
import { readSome } from '#components/api/read-some.ts';
import { annotationNews } from '#components/live/annotation-news.ts';
import { Gathering } from '#components/live/gathering.ts';
import { keepPlace } from '#components/live/keep-place.ts';
import type { ArticleWatcher, LiveEvent } from '#components/live/live-event.ts';
import { countWords, type LiveWords, readWords } from '#components/live/live-words.ts';
import { Offer } from '#components/live/offer.ts';
import { changesOriginal } from '#components/live/original-news.ts';
import { watchArticle } from '#components/live/watch-article.ts';
import { announce } from '#components/ui/announce.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

/** The annotations of the workspace. */
export interface LiveWorkspace {
  has(id: string): boolean;
  put(annotation: AnnotationDetail): void;
  drop(id: string): void;
  activate(id: string | null, how?: { focus?: boolean; scroll?: boolean }): void;
  active(): string | null;
}

/**
 * The annotations of an article page of somebody who works on it, while others do too: what is new is offered, what
 * changed is read anew and put in its place. One's own are there already.
 */
export class LiveAnnotations implements ArticleWatcher {
  private readonly workspace: () => LiveWorkspace;
  private readonly words: LiveWords;
  private readonly offer: Offer;
  private readonly news = new Set<string>();
  private rewritten = false;
  private readonly changes = new Gathering((ids) => this.reread(ids));
  private readonly stopWatching: () => void;

  constructor(article: { id: string; position: string }, place: HTMLElement, workspace: () => LiveWorkspace) {
    this.workspace = workspace;
    this.words = readWords(place);
    this.offer = new Offer(place, () => (this.rewritten ? location.reload() : this.showNews()));
    this.stopWatching = watchArticle(article.id, this, article.position);
  }

  stop(): void {
    this.stopWatching();
    this.changes.stop();
    this.offer.say(null);
  }

  onEvent(event: LiveEvent): void {
    const news = annotationNews(event, (id) => this.workspace().has(id));
    if (news?.is === 'rewritten' || changesOriginal(event)) return this.onReset();
    if (news?.is === 'new') this.news.add(news.id);
    if (news?.is === 'gone') this.news.delete(news.id);
    if (news?.is === 'changed' || news?.is === 'gone') this.changes.add(news.id, event.readers);
    if (news) this.count();
  }

  onReset(): void {
    this.rewritten = true;
    this.count();
  }

  private count(): void {
    const { size } = this.news;
    const counted = size === 0 ? null : countWords(this.words, 'annotations', size);
    this.offer.say(this.rewritten ? this.words.changed : counted);
  }

  /** Those that stand on the page, as they are now. */
  private async reread(ids: ReadonlySet<string>): Promise<void> {
    const { has, put } = this.workspace();
    const shown = [...ids].filter(has);
    const found = (await readSome<AnnotationDetail>('annotations', shown)).filter(isShown);
    const gone = shown.filter((id) => !found.some((annotation) => annotation.id === id));
    keepPlace(() =>
      flushSync(() => {
        for (const annotation of found) put(annotation);
        for (const id of gone) this.goes(id);
      }),
    );
  }

  private goes(id: string): void {
    const { active, activate, drop } = this.workspace();
    if (active() === id) {
      activate(null);
      announce(this.words.annotationGone);
    }
    drop(id);
  }

  private async showNews(): Promise<void> {
    const ids = [...this.news];
    try {
      const found = await readSome<AnnotationDetail>('annotations', ids);
      for (const id of ids) this.news.delete(id);
      this.count();
      keepPlace(() => flushSync(() => found.forEach(this.workspace().put)));
      const placed = found.filter(({ anchor }) => anchor.start !== null);
      const [first] = placed.sort((a, b) => (a.anchor.start ?? 0) - (b.anchor.start ?? 0));
      if (first) this.workspace().activate(first.id, { focus: true, scroll: true });
    } catch {
      announce(this.words.failed, 'error');
    }
  }
}

/** What a moderator took away goes out to its author and to moderators, but the page does not show it. */
const isShown = ({ state }: AnnotationDetail) => state === 'active' || state === 'withdrawn';
