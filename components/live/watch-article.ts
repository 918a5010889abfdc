import { whenWritten } from '#components/api/writes.ts';
import { type Feed, type FeedHost, OwnFeed } from './feed.ts';
import type { ArticleWatcher, LiveEvent } from './live-event.ts';
import type { Place } from './place.ts';
import { SharedFeed } from './shared-feed.ts';

/** How long a tab that nobody sees goes on, in milliseconds: who only looks something up in another is soon back. */
const HIDDEN_FOR = 30_000;

/**
 * Tells `watcher` what happens to an article and to all that stands under it, until the returned function is called:
 * within a second of its commit while the tab is seen, and as soon as it is seen again.
 *
 * `from` is the place up to which the page knows the article: what came after it is told first, and may be on the page
 * already. What this page itself writes is told when it has its answer.
 */
export function watchArticle(articleId: string, watcher: ArticleWatcher, from: Place = ''): () => void {
  tab ??= new WatchingTab();
  return tab.watch(articleId, watcher, from);
}

let tab: WatchingTab | undefined;

interface Watched {
  place: Place;
  watchers: Set<ArticleWatcher>;
}

/** What this tab watches, and whether it is worth it at the moment. */
class WatchingTab implements FeedHost {
  private readonly articles = new Map<string, Watched>();
  private readonly feed: Feed = SharedFeed.isPossible() ? new SharedFeed(this) : new OwnFeed(this);
  private awake = false;
  private fallsAsleep: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    document.addEventListener('visibilitychange', () => this.seenOrNot());
    // Also before the browser puts the page aside, to show it again as it was: with an open stream it would not.
    for (const end of ['pagehide', 'freeze']) addEventListener(end, () => this.sleep(), { capture: true });
    for (const begin of ['pageshow', 'resume'])
      addEventListener(begin, () => this.seenOrNot(), { capture: true });
    for (const change of ['online', 'offline'])
      addEventListener(change, () => this.awake && this.feed.wake());
  }

  watch(articleId: string, watcher: ArticleWatcher, from: Place): () => void {
    const known = this.articles.get(articleId);
    if (known) known.watchers.add(watcher);
    else {
      this.articles.set(articleId, { place: from, watchers: new Set([watcher]) });
      if (this.awake) this.feed.want();
      else this.seenOrNot();
    }
    return () => this.unwatch(articleId, watcher);
  }

  places(): ReadonlyMap<string, Place> {
    return new Map([...this.articles].map(([articleId, { place }]) => [articleId, place]));
  }

  onEvent(event: LiveEvent): void {
    this.forEach([event.articleId], (watcher) => watcher.onEvent(event));
  }

  onReset(articleIds: readonly string[]): void {
    this.forEach(articleIds, (watcher) => watcher.onReset());
  }

  onPlace(place: Place, articleIds: readonly string[]): void {
    for (const articleId of articleIds) {
      const watched = this.articles.get(articleId);
      if (watched) watched.place = place;
    }
  }

  private unwatch(articleId: string, watcher: ArticleWatcher): void {
    const watched = this.articles.get(articleId);
    watched?.watchers.delete(watcher);
    if (watched?.watchers.size !== 0) return;
    this.articles.delete(articleId);
    if (this.articles.size === 0) this.sleep();
    else if (this.awake) this.feed.want();
  }

  private forEach(articleIds: readonly string[], act: (watcher: ArticleWatcher) => void): void {
    const watchers = articleIds.flatMap((articleId) => [...(this.articles.get(articleId)?.watchers ?? [])]);
    if (watchers.length > 0) void whenWritten().then(() => watchers.forEach(act));
  }

  private seenOrNot(): void {
    clearTimeout(this.fallsAsleep);
    if (document.visibilityState === 'hidden') {
      this.fallsAsleep = setTimeout(() => this.sleep(), HIDDEN_FOR);
    } else if (this.awake) this.feed.wake();
    else if (this.articles.size > 0) {
      this.awake = true;
      this.feed.want();
    }
  }

  private sleep(): void {
    clearTimeout(this.fallsAsleep);
    this.awake = false;
    this.feed.rest();
  }
}
