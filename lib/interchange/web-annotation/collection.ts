import { ANNO_CONTEXT, type WebAnnotation } from './annotation.ts';

interface PageGiven {
  /** Of the collection. */
  iri: string;
  /** Null for the first page. */
  cursor: string | null;
  nextCursor: string | null;
  items: WebAnnotation[];
}

/** The address of one page; of the first without a cursor. */
function pageIri(iri: string, cursor: string | null): string {
  return `${iri}?${new URLSearchParams({ page: 'items', ...(cursor === null ? {} : { cursor }) })}`;
}

function pageOf({ iri, cursor, nextCursor, items }: PageGiven) {
  return {
    id: pageIri(iri, cursor),
    type: 'AnnotationPage',
    partOf: iri,
    ...(cursor === null ? { startIndex: 0 } : {}),
    ...(nextCursor === null ? {} : { next: pageIri(iri, nextCursor) }),
    items,
  };
}

/** An ordered collection with its first page in it; of an empty one there is no page. */
export function annotationCollection(page: PageGiven, { label, total }: { label: string; total: number }) {
  return {
    '@context': ANNO_CONTEXT,
    id: page.iri,
    type: 'AnnotationCollection',
    label,
    total,
    ...(total === 0 ? {} : { first: pageOf(page) }),
  };
}

/** One page of it by itself. */
export function annotationPage(page: PageGiven) {
  return { '@context': ANNO_CONTEXT, ...pageOf(page) };
}
