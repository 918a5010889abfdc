import type { LiveEvent } from './live-event.ts';

/** What an event means for the annotations on a page. */
type AnnotationNews =
  /** There is one more. */
  | { is: 'new'; id: string }
  /** Something on one is different, or it stands in another list. */
  | { is: 'changed'; id: string }
  | { is: 'gone'; id: string }
  /** The text itself is another one. */
  | { is: 'rewritten' };

const COMES = new Set(['annotation.made', 'annotation.restored']);
const GOES = new Set(['annotation.deleted', 'annotation.hidden', 'annotation.removed']);

/** `shows` tells whether an annotation stands on the page. Null for what makes no difference to any. */
export function annotationNews(event: LiveEvent, shows: (id: string) => boolean): AnnotationNews | null {
  const { kind, id, annotationId } = event;
  if (kind === 'article.edited' || kind === 'article.revised') return { is: 'rewritten' };
  if (GOES.has(kind)) return { is: 'gone', id };
  if (event.original && !shows(id)) return null;
  if (COMES.has(kind)) return { is: shows(id) ? 'changed' : 'new', id };
  const about = kind.startsWith('annotation.') ? id : annotationId;
  // Votes are not told on a card.
  if (!about || kind === 'comment.voted' || !shows(about)) return null;
  return { is: 'changed', id: about };
}
