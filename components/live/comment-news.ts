import type { LiveEvent } from './live-event.ts';

/** What an event means for the comments on a page. */
type CommentNews =
  /** Somebody said something that readers see now, or see again. */
  | { is: 'new'; id: string; parentId: string | null }
  /** One that stands on the page is different, or gone. */
  | { is: 'changed'; id: string }
  /** One that does not stand on the page is gone. */
  | { is: 'gone'; id: string };

const COMES = new Set(['comment.posted', 'comment.approved', 'comment.restored']);
const GOES = new Set(['comment.deleted', 'comment.hidden', 'comment.removed', 'comment.rejected']);

/** `shows` tells whether a comment stands on the page. Null for what makes no difference to any. */
export function commentNews(event: LiveEvent, shows: (id: string) => boolean): CommentNews | null {
  const { kind, id, parentId = null } = event;
  if (!kind.startsWith('comment.')) return null;
  if (shows(id)) return { is: 'changed', id };
  if (COMES.has(kind)) return { is: 'new', id, parentId };
  return GOES.has(kind) ? { is: 'gone', id } : null;
}

/** The thread in which it happened: that of an annotation, or the one under the article. */
export const threadOf = ({ annotationId, articleId }: LiveEvent) => annotationId ?? articleId;
