import { db } from '#lib/db/client.ts';
import { idAt } from '#lib/db/ids.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { threadOf } from '../mutations.ts';
import { canRead, canVote } from '../policy.ts';
import { type HeldComment, holdComment, requireStandingThread } from '../queries.ts';
import type { VotesView } from '../schema.ts';
import { revote } from '../standing.ts';

/**
 * Sets somebody's vote on a comment; 0 takes it back, the same again changes nothing. To be called inside of a
 * transaction: the comment is held, so that the counts are right whoever votes at the same moment.
 */
export async function vote(viewer: Viewer, commentId: string, value: -1 | 0 | 1): Promise<VotesView> {
  const held = await holdComment(commentId);
  requireStandingThread(viewer, held);
  if (!canRead(viewer, held)) throw new Problem('not-found', 'There is no such comment.');
  if (viewer && held.authorId === viewer.id) throw new Problem('own-comment');
  if (viewer && held.articleState === 'locked') throw new Problem('article-locked');
  const actor = permit(viewer, canVote(viewer, held));
  const before = await ownVote(actor.id, commentId);
  const standing = revote(held, before, value);
  if (before !== value) {
    await storeVote(actor.id, commentId, value);
    const { up, down, score, best } = standing;
    await db().$executeRaw`
      UPDATE "Comment" SET "up" = ${up}::int, "down" = ${down}::int, "score" = ${score}::int, "best" = ${best}::float8
      WHERE "id" = ${commentId}::uuid`;
    await tell(actor.id, held);
  }
  return { up: standing.up, down: standing.down, score: standing.score, mine: value };
}

async function ownVote(userId: string, commentId: string): Promise<number> {
  const known = await db().vote.findUnique({
    where: { commentId_userId: { commentId, userId } },
    select: { value: true },
  });
  return known?.value ?? 0;
}

async function storeVote(userId: string, commentId: string, value: number): Promise<void> {
  if (value === 0) {
    await db().vote.deleteMany({ where: { commentId, userId } });
    return;
  }
  await db().$executeRaw`
    INSERT INTO "Vote" ("id", "userId", "commentId", "value")
    VALUES (${idAt(new Date())}::uuid, ${userId}::uuid, ${commentId}::uuid, ${value}::smallint)
    ON CONFLICT ("commentId", "userId") DO UPDATE SET "value" = excluded."value"`;
}

/** Who voted how is nobody's business: the event names the comment alone. */
async function tell(actorId: string, held: HeldComment): Promise<void> {
  await emit({
    kind: 'comment.voted',
    actorId,
    articleId: held.inArticle,
    subjectId: held.id,
    data: threadOf(held),
  });
}
