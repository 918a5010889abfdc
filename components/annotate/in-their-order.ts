import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

/**
 * An annotation as it is now, with its assessments in the order in which they stand on the page: those that are found more
 * helpful come first when the page is read again, not from under the hand. New ones come last.
 */
export function inTheirOrder(
  annotation: AnnotationDetail,
  known: AnnotationDetail | undefined,
): AnnotationDetail {
  const places = new Map(known?.assessments.map(({ id }, at) => [id, at]));
  const placeOf = ({ id }: { id: string }) => places.get(id) ?? places.size;
  const assessments = annotation.assessments.toSorted((a, b) => placeOf(a) - placeOf(b));
  return { ...annotation, assessments };
}
