import { canTakePart, hasRole } from '#lib/user/policy.ts';
import type { Role, Viewer } from '#lib/user/schema.ts';
import type { CommentState, PreModeration } from './schema.ts';

/** On an article that is neither locked nor closed to comments. */
export function canComment(actor: Viewer, article: { state: string }): boolean {
  return canTakePart(actor) && article.state === 'open';
}

export function canEditComment(actor: Viewer, comment: { authorId: string | null; state: string }): boolean {
  return (
    canTakePart(actor) && comment.authorId === actor?.id && ['visible', 'pending'].includes(comment.state)
  );
}

/** Also what a moderator hid or rejected: one's own words can always be taken away. */
export function canDeleteComment(
  actor: Viewer,
  comment: { authorId: string | null; state: string },
): boolean {
  return canTakePart(actor) && comment.authorId === actor?.id && comment.state !== 'deleted';
}

/** Not on one's own, and not where nothing can be added. */
export function canVote(
  actor: Viewer,
  comment: { authorId: string | null; state: string; articleState: string },
): boolean {
  return (
    canTakePart(actor) &&
    comment.authorId !== actor?.id &&
    comment.state === 'visible' &&
    comment.articleState !== 'locked'
  );
}

/** What was withdrawn can still be read. */
const REPORTABLE = ['visible', 'active', 'withdrawn'];

/** What somebody who cannot be suspended for it has no reason to say: nobody reports their own. */
export function canReport(actor: Viewer, thing: { authorId: string | null; state: string }): boolean {
  return canTakePart(actor) && thing.authorId !== actor?.id && REPORTABLE.includes(thing.state);
}

/** States, besides what readers see, in which somebody sees a comment with its words, labelled. */
export const OWN_STATES: readonly CommentState[] = ['pending', 'hidden', 'rejected', 'removed'];
export const MODERATOR_STATES: readonly CommentState[] = ['pending', 'hidden'];

/** Whether the words of a comment go out to this viewer. */
export function canRead(viewer: Viewer, comment: { authorId: string | null; state: string }): boolean {
  if (comment.state === 'visible') return true;
  const among = (states: readonly string[]) => states.includes(comment.state);
  if (viewer !== null && comment.authorId === viewer.id) return among(OWN_STATES);
  return hasRole(viewer, 'moderator') && among(MODERATOR_STATES);
}

/** Whether a comment waits for a moderator. `known` says that one of the author's was let through before. */
export function awaitsApproval(author: { role: Role; known: boolean }, mode: PreModeration): boolean {
  if (mode === 'off' || author.role === 'moderator' || author.role === 'admin') return false;
  return mode === 'all' || (author.role === 'reader' && !author.known);
}
