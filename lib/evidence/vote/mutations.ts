import { db } from '#lib/db/client.ts';
import { idAt } from '#lib/db/ids.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { Claim } from '../mutations.ts';
import { canVoteOnSource } from '../policy.ts';
import type { SourceRow } from '../queries.ts';
import type { SourceVotes } from '../schema.ts';

/**
 * Says whether a source is useful for its claim; 0 takes it back, the same again changes nothing. The flow holds the
 * claim, so that the counts are right whoever votes at the same moment.
 */
export async function voteOnSource(
  viewer: Viewer,
  source: SourceRow,
  claim: Claim,
  value: -1 | 0 | 1,
): Promise<SourceVotes> {
  if (viewer?.id === source.addedById) throw new Problem('own-comment');
  const actor = permit(viewer, canVoteOnSource(viewer, source));
  const before = await ownVote(actor.id, source.id);
  const votes = {
    useful: source.useful - Number(before === 1) + Number(value === 1),
    notUseful: source.notUseful - Number(before === -1) + Number(value === -1),
  };
  if (before !== value) {
    await storeVote(actor.id, source.id, value);
    await db().source.update({ where: { id: source.id }, data: votes });
    await tell(actor.id, source.id, claim);
  }
  return { ...votes, mine: value };
}

async function ownVote(userId: string, sourceId: string): Promise<number> {
  const known = await db().vote.findUnique({
    where: { sourceId_userId: { sourceId, userId } },
    select: { value: true },
  });
  return known?.value ?? 0;
}

async function storeVote(userId: string, sourceId: string, value: number): Promise<void> {
  if (value === 0) {
    await db().vote.deleteMany({ where: { sourceId, userId } });
    return;
  }
  await db().$executeRaw`
    INSERT INTO "Vote" ("id", "userId", "sourceId", "value")
    VALUES (${idAt(new Date())}::uuid, ${userId}::uuid, ${sourceId}::uuid, ${value}::smallint)
    ON CONFLICT ("sourceId", "userId") DO UPDATE SET "value" = excluded."value"`;
}

/** Who voted how is nobody's business: the event names the source alone. */
async function tell(actorId: string, sourceId: string, claim: Claim): Promise<void> {
  await emit({
    kind: 'source.voted',
    actorId,
    articleId: claim.articleId,
    subjectId: sourceId,
    data: { annotationId: claim.id },
  });
}
