import { type Look, lookOf } from '#components/annotation/passage.ts';
import type { Fare } from '#lib/article/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { inOrder } from '#lib/label/counts.ts';
import type { StandingLabel } from '#lib/label/schema.ts';

/** How an article fares with the annotations that are active, as the server counts it. */
export function fareOf(annotations: readonly AnnotationDetail[]): Fare {
  const fare: Fare = { claims: 0, remarks: 0, shown: {} };
  for (const { verdict } of annotations) {
    if (!verdict) {
      fare.remarks += 1;
      continue;
    }
    fare.claims += 1;
    if (verdict.folded) fare.folded = (fare.folded ?? 0) + 1;
    else fare.shown[verdict.shown] = (fare.shown[verdict.shown] ?? 0) + 1;
  }
  return fare;
}

/**
 * How an article fares that came with so many annotations that the server counted them.
 * @param before what those that were opened or changed since showed then; null for one that was not there
 * @param now those of them that are active
 */
export function fareAfter(
  served: Fare,
  before: Iterable<Look | null>,
  now: readonly AnnotationDetail[],
): Fare {
  const fare: Fare = { ...served, shown: { ...served.shown } };
  const count = (look: Look, n: 1 | -1) => {
    if (look === 'remark') fare.remarks += n;
    else {
      fare.claims += n;
      if (look === 'folded') fare.folded = (fare.folded ?? 0) + n;
      else fare.shown[look] = (fare.shown[look] ?? 0) + n;
    }
  };
  for (const look of before) if (look) count(look, -1);
  for (const annotation of now) count(lookOf(annotation), 1);
  return fare;
}

/**
 * The same of the labels that stand in it.
 * @param before the keys of those that stood at what was opened or changed since
 * @param now those that stand there now
 */
export function labelsAfter(
  served: readonly StandingLabel[],
  before: readonly string[],
  now: readonly Omit<StandingLabel, 'n'>[],
): StandingLabel[] {
  const after = new Map(served.map((label) => [label.key, { ...label }]));
  for (const key of before) {
    const label = after.get(key);
    if (label) label.n -= 1;
  }
  for (const { key, tone, name } of now) {
    const label = after.get(key);
    after.set(key, { key, tone, name, n: (label?.n ?? 0) + 1 });
  }
  return inOrder([...after.values()].filter(({ n }) => n > 0));
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
