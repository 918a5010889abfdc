interface Placed {
  id: string;
  parentId: string | null;
}

/**
 * Puts comments in the order in which they are read: the heads in theirs, and below each its replies, oldest first, each
 * followed by its own. Ids are in the order of time. What hangs on nothing that is there is left out. O(n log n).
 */
export function inOrder<T extends Placed>(rows: readonly T[], heads: readonly { id: string }[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const children = Map.groupBy(
    rows.filter(({ parentId }) => parentId !== null && byId.has(parentId)),
    ({ parentId }) => parentId ?? '',
  );
  for (const replies of children.values()) replies.sort((a, b) => (a.id < b.id ? -1 : 1));
  const ordered: T[] = [];
  const waiting = heads.flatMap(({ id }) => byId.get(id) ?? []).reverse();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    ordered.push(row);
    for (const reply of children.get(row.id)?.toReversed() ?? []) waiting.push(reply);
  }
  return ordered;
}
