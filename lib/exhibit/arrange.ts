/** What tells where a comment stands in its thread. */
export interface Unplaced {
  id: string;
  key: string;
  parentKey: string | null;
  writtenAt: Date | null;
  sequence: number;
}

/** Where it stands: `place` counts from the top of the thread, each comment followed by its replies. */
export interface Placing {
  id: string;
  parentId: string | null;
  place: number;
  depth: number;
}

/** Siblings whose times are all known stand in their order; others in that of the source. */
function inOrder(siblings: Unplaced[]): Unplaced[] {
  const timed = siblings.every(({ writtenAt }) => writtenAt !== null);
  const time = ({ writtenAt }: Unplaced) => (timed ? (writtenAt?.getTime() ?? 0) : 0);
  return siblings.toSorted(
    (a, b) => time(a) - time(b) || a.sequence - b.sequence || (a.key < b.key ? -1 : 1),
  );
}

/**
 * Puts the comments of a thread in the order in which they are read. One whose parent is not there heads a branch; of
 * comments that answer each other in a circle the first heads it. O(n log n), without recursion.
 */
export function arrange(comments: readonly Unplaced[]): Placing[] {
  const byKey = new Map(comments.map((comment) => [comment.key, comment]));
  const parentOf = ({ parentKey }: Unplaced) => (parentKey === null ? undefined : byKey.get(parentKey));
  const replies = Map.groupBy(comments, (comment) => parentOf(comment)?.key ?? null);
  const placed = new Map<string, Placing>();
  const place = (head: Unplaced) => {
    const waiting: [Unplaced, Placing | null][] = [[head, null]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [comment, parent] = next;
      if (placed.has(comment.id)) continue;
      const depth = parent ? parent.depth + 1 : 0;
      const placing = { id: comment.id, parentId: parent?.id ?? null, place: placed.size, depth };
      placed.set(comment.id, placing);
      for (const reply of inOrder(replies.get(comment.key) ?? []).reverse()) waiting.push([reply, placing]);
    }
  };
  for (const head of inOrder(replies.get(null) ?? [])) place(head);
  if (placed.size < comments.length) {
    for (const one of inOrder(comments.filter(({ id }) => !placed.has(id)))) place(one);
  }
  return [...placed.values()];
}
