import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { Helpfulness } from '#lib/verdict/ratings.ts';
import type { JudgedClaim } from '../mutations.ts';
import { canRate } from '../policy.ts';
import type { AssessmentRow } from '../queries.ts';
import type { RatingInput, RatingsView } from '../schema.ts';

/** Where each kind of rating is counted. */
const COLUMN = { helpful: 'helpful', somewhat: 'somewhat', 'not-helpful': 'notHelpful' } as const;

/**
 * Sets how helpful the actor finds somebody's assessment; 0 takes it back, the same again changes nothing. The claim is
 * held by the flow's transaction, so that the counts are right whoever rates at the same moment.
 */
export async function rate(
  viewer: Viewer,
  claim: JudgedClaim,
  row: AssessmentRow,
  { value, reasons }: RatingInput,
): Promise<{ ratings: RatingsView; changed: boolean }> {
  if (viewer && viewer.id === row.authorId) throw new Problem('own-assessment');
  const actor = permit(viewer, canRate(viewer, { ...claim, authorId: row.authorId }));
  const key = { assessmentId: row.id, userId: actor.id };
  const known = await db().rating.findUnique({ where: { assessmentId_userId: key } });
  // One of what it said before was counted then, and is not any more.
  const before = known?.said === row.said ? (known.helpfulness as Helpfulness) : null;
  const now = value === 0 ? null : { value, reasons: [...new Set(reasons)] };
  const same = before === (now?.value ?? null) && sameReasons(known?.reasons ?? [], now?.reasons ?? []);
  if (!same) {
    const data = now && { helpfulness: now.value, reasons: now.reasons, said: row.said, ratedAt: new Date() };
    if (data)
      await db().rating.upsert({
        where: { assessmentId_userId: key },
        create: { ...key, ...data },
        update: data,
      });
    else await db().rating.deleteMany({ where: key });
    await count(row.id, before, -1);
    await count(row.id, now?.value ?? null, 1);
    await tell(actor.id, claim, row.id);
  }
  return { ratings: { ...(await countsOf(row.id)), mine: now }, changed: !same };
}

const sameReasons = (one: string[], other: string[]) => one.toSorted().join() === other.toSorted().join();

async function count(id: string, helpfulness: Helpfulness | null, by: 1 | -1): Promise<void> {
  if (helpfulness === null) return;
  await db().assessment.update({
    where: { id },
    data: { [COLUMN[helpfulness]]: { increment: by } },
    select: { id: true },
  });
}

async function countsOf(id: string) {
  const { helpful, somewhat, notHelpful } = await db().assessment.findUniqueOrThrow({
    where: { id },
    select: { helpful: true, somewhat: true, notHelpful: true },
  });
  return { helpful, somewhat, 'not-helpful': notHelpful };
}

/** Who rated what how is nobody's business: the event names the assessment alone. */
async function tell(actorId: string, claim: JudgedClaim, subjectId: string): Promise<void> {
  const data = { annotationId: claim.id };
  await emit({ kind: 'assessment.rated', actorId, articleId: claim.articleId, subjectId, data });
}
