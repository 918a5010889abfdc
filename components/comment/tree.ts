import type { CommentView } from '#lib/comment/schema.ts';

/** A comment with those replies to it that are there. */
export interface Branch {
  comment: CommentView;
  /** The comment that it answers, if that is there. */
  parent: CommentView | null;
  replies: Branch[];
  /** So many further replies the reader could see. */
  more: number;
  /**
   * So many of `replies` follow each other without a gap. A comment that was asked for stands behind it, wherever the
   * thread was folded.
   */
  together: number;
}

/**
 * Comments in the order in which they are read, as the tree that they are. What answers a comment that is not there heads
 * a branch. `fold` replies of each come from the beginning on, and what is there besides may stand anywhere; but those to
 * `whole` follow each other. O(n).
 */
export function grow(comments: readonly CommentView[], fold: number, whole: string | null = null): Branch[] {
  const branches = new Map<string, Branch>();
  const heads: Branch[] = [];
  for (const comment of comments) {
    const above = branches.get(comment.parentId ?? '');
    const branch = { comment, parent: above?.comment ?? null, replies: [], more: 0, together: 0 };
    branches.set(comment.id, branch);
    (above?.replies ?? heads).push(branch);
  }
  for (const branch of branches.values()) {
    branch.more = Math.max(0, branch.comment.replyCount - branch.replies.length);
    const folded = branch.more > 0 && branch.comment.id !== whole;
    branch.together = folded ? Math.min(fold, branch.replies.length) : branch.replies.length;
  }
  return heads;
}
