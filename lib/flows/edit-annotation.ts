import { changeAnnotation, removeAnnotation } from '#lib/annotation/mutations.ts';
import { getAnnotationRow, requireReadable } from '#lib/annotation/queries.ts';
import type { AnnotationPatch, TargetInput } from '#lib/annotation/schema.ts';
import type { Span } from '#lib/annotation/span.ts';
import { statementFrom } from '#lib/annotation/statement.ts';
import { confirmOwnAssessment } from '#lib/assessment/mutations.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { confirmOwnSources } from '#lib/evidence/mutations.ts';
import { shareExhibitComment } from '#lib/exhibit/mutations.ts';
import { confirmOwnLabels, forgetCounts, recount } from '#lib/label/mutations.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { requireAnnotation } from './annotation-details.ts';
import type { AnnotationDetail } from './annotation-view.ts';
import { holdAnnotation, holdAnnotationInText, refreshShown } from './claim-state.ts';
import { locateInExhibit, locateNow } from './locate-target.ts';

/** Changes statement, span or kind. What others said of the old wording stays, uncounted until they confirm it. */
export async function editAnnotation(
  viewer: Viewer,
  id: string,
  patch: AnnotationPatch,
): Promise<AnnotationDetail> {
  return transaction(async () => {
    // In the order in which a moderator takes both.
    if (patch.target) await shareCommentOf(id);
    const { annotation, article } = await holdAnnotationInText(id);
    requireReadable(viewer, annotation);
    if (viewer && article.state === 'locked') throw new Problem('article-locked');
    if (annotation.version !== patch.version) {
      throw new Problem('edit-conflict', undefined, { current: await requireAnnotation(viewer, id) });
    }
    const kind = patch.kind ?? annotation.kind;
    if (kind === 'remark' && patch.statement !== undefined) {
      throw new Problem('invalid', 'statement: is for claims only', {
        fields: { statement: 'is for claims only' },
      });
    }
    const current = await requireAnnotation(viewer, id);
    if (
      kind === 'remark' &&
      annotation.kind === 'claim' &&
      current.counts.sources + current.counts.assessments > 0
    ) {
      const message = 'has sources or verdicts, which a remark cannot have';
      throw new Problem('invalid', `kind: ${message}`, { fields: { kind: message } });
    }
    const { exhibitCommentId } = annotation;
    if (exhibitCommentId && kind === 'remark') {
      const message = 'has to be a claim: a comment on the original takes no remarks';
      throw new Problem('invalid', `kind: ${message}`, { fields: { kind: message } });
    }
    const span = patch.target ? await locateAgain(annotation, article.revisionNumber, patch.target) : null;
    const reworded = await changeAnnotation(viewer, annotation, {
      kind: kind as AnnotationDetail['kind'],
      statement:
        kind === 'claim'
          ? (patch.statement ?? annotation.statement ?? statementFrom(annotation.exact))
          : null,
      span,
      revisionNumber: article.revisionNumber,
      version: patch.version,
    });
    const claim = { id, articleId: article.id, kind, wording: annotation.wording + (reworded ? 1 : 0) };
    if (reworded && viewer) {
      await confirmOwnSources(viewer.id, claim);
      await confirmOwnAssessment(viewer.id, claim);
      await confirmOwnLabels(viewer.id, claim);
    }
    // What others put on the old wording stays with that, and does not count.
    if (reworded) await recount({ ...annotation, wording: claim.wording });
    await refreshShown(claim);
    return requireAnnotation(viewer, id);
  });
}

/** The comment on the original whose words a claim is about, held so that nobody puts it away meanwhile. */
async function shareCommentOf(id: string): Promise<void> {
  const commentId = (await getAnnotationRow(id))?.exhibitCommentId;
  if (commentId) await shareExhibitComment(commentId);
}

/** Other words are looked for where the old ones stand: in the article, or in that comment on the original. */
function locateAgain(
  { articleId, exhibitCommentId }: { articleId: string; exhibitCommentId: string | null },
  newest: number,
  target: TargetInput,
): Promise<Span> {
  if (target.exhibitComment !== undefined && target.exhibitComment !== exhibitCommentId) {
    const message = 'cannot be changed';
    throw new Problem('invalid', `target.exhibitComment: ${message}`, {
      fields: { 'target.exhibitComment': message },
    });
  }
  return exhibitCommentId
    ? locateInExhibit(articleId, exhibitCommentId, target)
    : locateNow(articleId, newest, target);
}

/** Deletes it, or withdraws it once others took part; null when nothing is left. */
export async function takeAnnotationBack(viewer: Viewer, id: string): Promise<AnnotationDetail | null> {
  return transaction(async () => {
    const { annotation } = await holdAnnotation(id);
    requireReadable(viewer, annotation);
    const outcome = await removeAnnotation(viewer, annotation);
    if (outcome === 'deleted') await forgetCounts(annotation);
    return outcome === 'deleted' ? null : requireAnnotation(viewer, id);
  });
}
