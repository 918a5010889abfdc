import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** On an article that is neither locked nor closed to comments. */
export function canComment(actor: Viewer, article: { state: string }): boolean {
  return canTakePart(actor) && article.state === 'open';
}

export function canEditComment(actor: Viewer, comment: { authorId: string | null; state: string }): boolean {
  return (
    canTakePart(actor) && comment.authorId === actor?.id && ['visible', 'pending'].includes(comment.state)
  );
}
