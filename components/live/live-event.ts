/** What a stream tells: ids only. What the reader may see of it is read through the API. */
export interface LiveEvent {
  /** As in lib/events/schema.ts: `comment.posted`. */
  kind: string;
  /** Of the thing it happened to, of the noun that the kind begins with. */
  id: string;
  articleId: string;
  /** The annotation that a comment, a source or an assessment belongs to. */
  annotationId?: string;
  /** The comment that a comment answers. */
  parentId?: string;
  /** It stands on a comment on the original, not in the text. */
  original?: true;
  /** How many streams were told of it by the same server: whoever reads anew because of it is not alone. */
  readers: number;
}

/** What somebody who watches an article does about it. */
export interface ArticleWatcher {
  onEvent(event: LiveEvent): void;
  /** Nobody knows what was missed: everything has to be read anew. */
  onReset(): void;
}
