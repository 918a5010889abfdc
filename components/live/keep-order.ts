const ORDERED = ':is(.assessments, .silent-more > ul)';

/**
 * Puts the assessments of what is about to take the place of something into the order in which they stand there: those
 * that are found more helpful come first when the page is read again, not under the reader's eye.
 */
export function keepOrder(from: ParentNode, to: ParentNode): void {
  const places = new Map([...from.querySelectorAll(`${ORDERED} > li`)].map(({ id }, at) => [id, at]));
  const placeOf = ({ id }: Element) => places.get(id) ?? places.size;
  for (const list of to.querySelectorAll(ORDERED))
    list.append(...[...list.children].toSorted((a, b) => placeOf(a) - placeOf(b)));
}
