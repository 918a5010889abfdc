import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

/*
 * What of an annotation is whose. The server decides what anybody may do; this only chooses which buttons to show.
 * Handles are unique, and the only names of people that leave the server.
 */

export interface Own {
  assessment: AssessmentView | undefined;
  sources: SourceView[];
}

export function ownOf({ assessments, sources }: AnnotationDetail, handle: string): Own {
  return {
    assessment: assessments.find(({ author }) => author.handle === handle),
    sources: sources.filter(({ addedBy }) => addedBy.handle === handle),
  };
}

/** Whether somebody besides its author gave a source, verdict, label or comment: then it is reworded or withdrawn. */
export function othersTookPart({
  author,
  sources,
  assessments,
  labels,
  comments,
  verdict,
}: AnnotationDetail): boolean {
  return (
    // What is folded are others' verdicts.
    verdict?.folded === true ||
    sources.some(({ addedBy }) => addedBy.handle !== author.handle) ||
    assessments.some((assessment) => assessment.author.handle !== author.handle) ||
    labels.others > 0 ||
    comments.some((comment) => comment.author?.handle !== author.handle)
  );
}

/** Its author, and moderators; a withdrawn one stays as it is. */
export function mayEdit(
  { author, state }: AnnotationDetail,
  viewer: { handle: string; role: string },
): boolean {
  return (
    state === 'active' &&
    (author.handle === viewer.handle || viewer.role === 'moderator' || viewer.role === 'admin')
  );
}
