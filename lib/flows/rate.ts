import { getAssessmentRow } from '#lib/assessment/queries.ts';
import { rate } from '#lib/assessment/rating/mutations.ts';
import { revealTo } from '#lib/assessment/reveal/mutations.ts';
import type { RatingInput, RatingsView } from '#lib/assessment/schema.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { canTakePart } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { holdOpenClaim } from './claim-state.ts';
import { judged } from './judge.ts';
import { weighSoon } from './weigh-ratings.ts';

/** Says how helpful the caller finds somebody's assessment, or takes that back. */
export async function rateAssessment(viewer: Viewer, id: string, input: RatingInput): Promise<RatingsView> {
  return transaction(async () => {
    permit(viewer, canTakePart(viewer));
    const { annotationId } = await requireAssessment(id);
    const { annotation, article } = await holdOpenClaim(viewer, annotationId);
    // Again, now that nothing of it can change.
    const row = await requireAssessment(id);
    const { ratings, changed } = await rate(viewer, judged(annotation, article), row, input);
    // Who says whether it helps has read it.
    await revealTo(viewer, [annotationId]);
    if (changed) await weighSoon();
    return ratings;
  });
}

async function requireAssessment(id: string) {
  const row = await getAssessmentRow(id);
  if (!row) throw new Problem('not-found', 'There is no such assessment.');
  return row;
}
