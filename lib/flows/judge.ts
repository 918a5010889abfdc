import { assess, type JudgedClaim, retractAssessment } from '#lib/assessment/mutations.ts';
import { getOwnAssessmentRow, toAssessmentView } from '#lib/assessment/queries.ts';
import type { AssessmentInput, AssessmentView } from '#lib/assessment/schema.ts';
import { transaction } from '#lib/db/transaction.ts';
import { canTakePart } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { holdOpenClaim, refreshShown } from './claim-state.ts';
import { weighSoon } from './weigh-ratings.ts';

interface Held {
  annotation: Omit<JudgedClaim, 'articleState' | 'revisionNumber'>;
  article: { state: string; revisionNumber: number };
}

/** The claim as the mutations judge it. */
export const judged = (annotation: Held['annotation'], article: Held['article']): JudgedClaim => ({
  ...annotation,
  articleState: article.state,
  revisionNumber: article.revisionNumber,
});

/** Gives the caller's verdict on a claim, changes it, or confirms it for the present wording. */
export async function giveVerdict(
  viewer: Viewer,
  annotationId: string,
  input: AssessmentInput,
): Promise<{ assessment: AssessmentView; outcome: 'given' | 'changed' }> {
  return transaction(async () => {
    const actor = permit(viewer, canTakePart(viewer));
    const { annotation, article } = await holdOpenClaim(viewer, annotationId);
    const outcome = await assess(actor, judged(annotation, article), input);
    await refreshShown(annotation);
    // What was rated may say something else now.
    if (outcome === 'changed') await weighSoon();
    const own = await getOwnAssessmentRow(annotationId, actor.id);
    if (!own) throw new Error(`the assessment of ${annotationId} is gone inside its own transaction`);
    return { assessment: toAssessmentView(own, annotation.wording), outcome };
  });
}

/** Takes the caller's verdict back. */
export async function takeVerdictBack(viewer: Viewer, annotationId: string): Promise<void> {
  await transaction(async () => {
    permit(viewer, canTakePart(viewer));
    const { annotation, article } = await holdOpenClaim(viewer, annotationId);
    await retractAssessment(viewer, judged(annotation, article));
    await refreshShown(annotation);
    await weighSoon();
  });
}
