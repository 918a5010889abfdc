import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

/** Whether a verdict was given on words that say something else by now. */
export function isBeforeChange({ revision }: AssessmentView, anchor: AnnotationDetail['anchor']): boolean {
  return anchor.state === 'changed' && revision < anchor.since;
}
