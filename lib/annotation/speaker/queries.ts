import { db } from '#lib/db/client.ts';

/**
 * Who said the words of those claims that are about comments on the original, by the names that stood there; empty
 * where a moderator put the comment away, for then nobody is named.
 */
export async function speakersOf(annotationIds: readonly string[]): Promise<Map<string, string>> {
  if (annotationIds.length === 0) return new Map();
  const rows = await db().annotation.findMany({
    where: { id: { in: [...annotationIds] }, exhibitCommentId: { not: null } },
    select: { id: true, exhibitComment: { select: { author: true, state: true } } },
  });
  return new Map(
    rows.flatMap(({ id, exhibitComment }) =>
      exhibitComment ? [[id, exhibitComment.state === 'visible' ? exhibitComment.author : '']] : [],
    ),
  );
}
