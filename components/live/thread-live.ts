import type { CommentView } from '#lib/comment/schema.ts';

/**
 * What a thread on the page does when something happens in it: `followThread` calls it. Nothing that it is told moves
 * what is being read: what is new is counted and offered, what stands there changes in its place.
 */
export interface ThreadLive {
  /** Whether the comment stands on the page. Only what does is read anew. */
  shows(id: string): boolean;
  /**
   * Somebody said something that readers see, and it does not stand on the page: to be counted, and read when the
   * reader asks for it. May come twice for one comment.
   */
  onPosted(comment: { id: string; parentId: string | null }): void;
  /** A comment that stands on the page, as it is now for this reader: words, state, votes. */
  onChanged(comment: CommentView): void;
  /** A comment that stands on the page is not there any more for this reader. */
  onGone(id: string): void;
  /** More happened meanwhile than can be told one by one: read the thread anew, or offer to. */
  onReset(): void;
}

/** Which thread: the one under an article, or the one on an annotation of it. */
export interface ThreadPlace {
  articleId: string;
  annotationId: string | null;
}
