import { db } from '#lib/db/client.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** How the viewer voted on some sources: source → 1 or -1. Nobody who is not signed in did. */
export async function listOwnVotes(
  viewer: Viewer,
  sourceIds: readonly string[],
): Promise<Map<string, number>> {
  if (!viewer || sourceIds.length === 0) return new Map();
  const votes = await db().vote.findMany({
    where: { userId: viewer.id, sourceId: { in: [...sourceIds] } },
    select: { sourceId: true, value: true },
  });
  return new Map(votes.map(({ sourceId, value }) => [sourceId ?? '', value]));
}
