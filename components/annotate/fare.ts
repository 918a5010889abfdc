import type { Fare } from '#lib/article/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

/** How an article fares with the annotations that are active, as the server counts it. */
export function fareOf(annotations: readonly AnnotationDetail[]): Fare {
  const fare: Fare = { claims: 0, remarks: 0, shown: {} };
  for (const { verdict } of annotations) {
    if (!verdict) {
      fare.remarks += 1;
      continue;
    }
    fare.claims += 1;
    fare.shown[verdict.shown] = (fare.shown[verdict.shown] ?? 0) + 1;
  }
  return fare;
}

/** How many people made an annotation, gave a source or a verdict. */
export function peopleOf(annotations: readonly AnnotationDetail[]): number {
  const handles = annotations.flatMap(({ author, sources, assessments }) => [
    author.handle,
    ...sources.map(({ addedBy }) => addedBy.handle),
    ...assessments.map((assessment) => assessment.author.handle),
  ]);
  return new Set(handles).size;
}
