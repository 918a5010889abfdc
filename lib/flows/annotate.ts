import { createAnnotation } from '#lib/annotation/mutations.ts';
import { statementFrom } from '#lib/annotation/statement.ts';
import { canAddTo } from '#lib/article/policy.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { holdRevision } from '#lib/article/revision/mutations.ts';
import { assess } from '#lib/assessment/mutations.ts';
import { postComment } from '#lib/comment/mutations.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { addSource } from '#lib/evidence/mutations.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { requireAnnotation } from './annotation-details.ts';
import type { AnnotateInput, AnnotationDetail } from './annotation-view.ts';
import { refreshShown } from './claim-state.ts';
import { stateFor } from './discuss.ts';
import { linkHeld } from './families.ts';
import { locateTarget } from './locate-target.ts';

/** Marks a passage as a claim or a remark, with its first sources, verdict and comment: all or nothing. */
export async function annotate(
  viewer: Viewer,
  articleId: string,
  input: AnnotateInput,
): Promise<AnnotationDetail> {
  return transaction(async () => {
    const article = await requireArticleRow(articleId);
    if (viewer && article.state === 'locked') throw new Problem('article-locked');
    const actor = permit(viewer, canAddTo(viewer, article));
    const { revisionNumber } = await holdRevision(article.id);
    const { span, selectedIn, carried } = await locateTarget(article.id, revisionNumber, input.target);
    const id = await createAnnotation({
      articleId: article.id,
      revisionNumber: selectedIn,
      authorId: actor.id,
      kind: input.kind,
      statement: input.kind === 'claim' ? (input.statement ?? statementFrom(span.exact)) : null,
      span,
      carried,
      exhibitCommentId: input.target.exhibitComment ?? null,
    });
    const claim = { id, articleId: article.id, kind: input.kind, state: 'active', wording: 1 };
    const sourceIds: string[] = [];
    for (const source of input.sources) sourceIds.push(await addSource(actor, claim, source));
    if (input.assessment) {
      await assess(
        actor,
        { ...claim, articleState: article.state, revisionNumber },
        { ...input.assessment, sourceIds },
      );
    }
    if (input.comment !== undefined) {
      const target = {
        annotationId: id,
        articleId: article.id,
        articleState: article.state,
        revisionNumber,
      };
      const state = await stateFor(actor, await getSetting('comments.pre-moderation'));
      await postComment({ viewer: actor }, target, input.comment, state);
    }
    await refreshShown(claim);
    if (input.sameAs?.length) await linkHeld(actor, id, input.sameAs);
    return requireAnnotation(actor, id);
  });
}
