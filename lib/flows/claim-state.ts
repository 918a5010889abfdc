import { setShown } from '#lib/annotation/mutations.ts';
import { lockAnnotation, requireAnnotationRow, requireReadable } from '#lib/annotation/queries.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { holdRevision } from '#lib/article/revision/mutations.ts';
import { listAssessmentRows, summarize } from '#lib/assessment/queries.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Viewer } from '#lib/user/schema.ts';

/**
 * The annotation and its article, with the annotation held until the transaction ends. Every flow that changes
 * something beside a claim begins here, so that two people at the same moment come one after the other.
 */
export async function holdAnnotation(id: string) {
  const annotation = await lockAnnotation(id);
  const article = await requireArticleRow(annotation.articleId);
  return { annotation, article };
}

/** The same, where its place in the text may change: the newest revision stays the newest meanwhile. */
export async function holdAnnotationInText(id: string) {
  const { articleId } = await requireAnnotationRow(id);
  // Before the annotation, as a new revision does it: who takes locks in one order never waits in a circle.
  await holdRevision(articleId);
  return holdAnnotation(id);
}

/** The same, for adding to it: a locked article takes nothing, nor does what was withdrawn or taken away. */
export async function holdOpenAnnotation(viewer: Viewer, id: string) {
  const held = await holdAnnotation(id);
  requireReadable(viewer, held.annotation);
  if (held.article.state === 'locked') throw new Problem('article-locked');
  requireActive(held.annotation);
  return held;
}

/** Says why nothing can be added to what does not stand. */
export function requireActive({ state }: { state: string }): void {
  if (state === 'withdrawn') throw new Problem('not-allowed', 'This annotation was withdrawn.');
  if (state !== 'active') throw new Problem('not-allowed', 'A moderator took this annotation away.');
}

/** The same, for what only claims have. */
export async function holdOpenClaim(viewer: Viewer, id: string) {
  const held = await holdOpenAnnotation(viewer, id);
  if (held.annotation.kind !== 'claim') {
    const message = 'is a remark: only claims have sources and verdicts';
    throw new Problem('invalid', `annotation: ${message}`, { fields: { annotation: message } });
  }
  return held;
}

/** Keeps the verdict that the claim shows in step with its assessments, inside the transaction that changed them. */
export async function refreshShown(claim: { id: string; kind: string; wording: number }): Promise<void> {
  if (claim.kind !== 'claim') return;
  await setShown(claim.id, summarize(await listAssessmentRows([claim.id]), claim.wording).shown);
}
