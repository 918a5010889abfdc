import type { ExhibitCommentView } from '#lib/exhibit/schema.ts';

/** A comment of the original with the replies to it that stand on the same page. */
export interface ExhibitBranch {
  comment: ExhibitCommentView;
  replies: ExhibitBranch[];
}

/** Comments in the order in which they are read, as branches. One whose parent is on another page heads a branch. */
export function branchesOf(items: readonly ExhibitCommentView[]): ExhibitBranch[] {
  const heads: ExhibitBranch[] = [];
  const byId = new Map<string, ExhibitBranch>();
  for (const comment of items) {
    const branch = { comment, replies: [] };
    byId.set(comment.id, branch);
    const above = comment.parentId === null ? undefined : byId.get(comment.parentId);
    (above?.replies ?? heads).push(branch);
  }
  return heads;
}

/** How many stand below a comment on its page. */
export function countBelow({ replies }: ExhibitBranch): number {
  return replies.reduce((sum, reply) => sum + 1 + countBelow(reply), 0);
}
