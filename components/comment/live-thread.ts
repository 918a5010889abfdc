import { flushSync } from 'react-dom';
import { readSome } from '#components/api/read-some.ts';
import { request } from '#components/api/request.ts';
import { commentNews, threadOf } from '#components/live/comment-news.ts';
import { Gathering } from '#components/live/gathering.ts';
import { keepPlace, keepRoom } from '#components/live/keep-place.ts';
import type { ArticleWatcher, LiveEvent } from '#components/live/live-event.ts';
import { NewsCount } from '#components/live/news-count.ts';
import { pagePosition } from '#components/live/page-position.ts';
import { offerReload } from '#components/live/reload-offer.ts';
import { watchArticle } from '#components/live/watch-article.ts';
import type { ThreadPlace } from '#lib/comment/place.ts';
import type { CommentInContext, CommentState, CommentView } from '#lib/comment/schema.ts';
import { isGone } from './comment-head.tsx';
import { focusComment } from './focus-comment.ts';
import type { Thread } from './use-thread.ts';

/** New comments that are not shown yet, by the comment on the page that they answer; the others under ''. */
export type News = ReadonlyMap<string, readonly string[]>;

/** Whose branch is not on the page is read one by one: so many at a time. */
const ALONE_MAX = 10;

/** A thread of somebody who takes part, while others do too. One's own comments are there already. */
export class LiveThread implements ArticleWatcher {
  private readonly place: ThreadPlace;
  private readonly thread: () => Thread;
  private readonly onNews: (news: News) => void;
  private readonly news = new NewsCount();
  private readonly changes = new Gathering((ids) => this.readChanges(ids));
  /** What was done last to a comment that may be gone. */
  private readonly ends = new Map<string, CommentState>();
  private readonly stopWatching: () => void;

  constructor(place: ThreadPlace, thread: () => Thread, onNews: (news: News) => void) {
    this.place = place;
    this.thread = thread;
    this.onNews = onNews;
    this.stopWatching = watchArticle(place.articleId, this, pagePosition());
  }

  stop(): void {
    this.stopWatching();
    this.changes.stop();
  }

  onEvent(event: LiveEvent): void {
    if (threadOf(event) !== this.place.id) return;
    const news = commentNews(event, this.shows);
    if (!news) return;
    if (news.is === 'changed') {
      const end = ENDS[event.kind];
      if (end) this.ends.set(event.id, end);
      return this.changes.add(news.id, event.readers);
    }
    if (news.is === 'new') this.news.add(news.id, news.parentId);
    else this.news.delete(news.id);
    this.count();
  }

  onReset(): void {
    const place = document.querySelector<HTMLElement>('.live-offer');
    if (place) offerReload(place);
  }

  /** Puts those into the thread that answer a comment, or, with '', those that are offered above the list. */
  async show(parent: string): Promise<void> {
    const wanted = this.news.groups(this.shows).get(parent) ?? [];
    const parents = parent === '' ? [] : [parent];
    const found = await readSome<CommentView>('comments', [...wanted, ...parents]);
    const rooted = found.filter(({ parentId }) => parentId === null || this.shows(parentId));
    const alone = found.filter((comment) => !rooted.includes(comment)).slice(0, ALONE_MAX);
    const branches = await Promise.all(
      alone.map(async ({ id }) => (await request<CommentInContext>('GET', `/api/comments/${id}`)).data),
    );
    const arrived = [...rooted.map((comment) => ({ ...comment, ancestors: [] })), ...branches];
    // Ids are in the order of time: what is answered comes before its answers.
    arrived.sort((a, b) => (a.id < b.id ? -1 : 1));
    keepPlace(() => flushSync(() => arrived.forEach(this.thread().arrived)));
    this.news.forget(this.shows);
    for (const id of wanted) if (!found.some((one) => one.id === id)) this.news.delete(id);
    this.count();
    const first = arrived.find(({ id }) => wanted.includes(id));
    if (first) focusComment(first.id);
  }

  /** More of the thread was read into the page, and with it, perhaps, what was counted. */
  recount(): void {
    if (this.news.forget(this.shows)) this.count();
  }

  private readonly shows = (id: string): boolean => this.thread().now().comments.has(id);

  private count(): void {
    this.onNews(this.news.groups(this.shows));
  }

  private async readChanges(ids: ReadonlySet<string>): Promise<void> {
    const shown = [...ids].filter(this.shows);
    const found = new Map((await readSome<CommentView>('comments', shown)).map((one) => [one.id, one]));
    keepPlace(() =>
      flushSync(() => {
        for (const id of shown) {
          const comment = found.get(id) ?? this.placeholderOf(id);
          const article = document.getElementById(`comment-${id}`);
          if (comment && article && isGone(comment)) keepRoom(article);
          if (comment) this.thread().changed(comment);
        }
      }),
    );
  }

  /** What is left of a comment that is gone for the reader. */
  private placeholderOf(id: string): CommentView | null {
    const comment = this.thread().now().comments.get(id);
    const state = this.ends.get(id) ?? 'removed';
    return comment ? { ...comment, ...NOTHING, state } : null;
  }
}

const NOTHING = { author: null, guest: null, body: null, text: '', editedAt: null };

const ENDS: Record<string, CommentState> = {
  'comment.deleted': 'deleted',
  'comment.removed': 'removed',
  'comment.hidden': 'hidden',
  'comment.rejected': 'rejected',
};
