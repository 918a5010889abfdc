import { ANNO_CONTEXT, type WebAnnotation } from './annotation.ts';

const LDP_CONTEXT = 'http://www.w3.org/ns/ldp.jsonld';

/** How much of what a container holds is told with it: the annotations, their names alone, or only where its pages are. */
export type Contained = 'descriptions' | 'iris' | 'minimal';

/** What is told of a container besides its pages. */
interface Container {
  iri: string;
  label: string;
  total: number;
  /** So many annotations stand on a page. */
  pageSize: number;
}

type Items = readonly WebAnnotation[];

const PREFERENCES: Record<string, Contained> = {
  'http://www.w3.org/ns/oa#PreferContainedDescriptions': 'descriptions',
  'http://www.w3.org/ns/oa#PreferContainedIRIs': 'iris',
  'http://www.w3.org/ns/ldp#PreferMinimalContainer': 'minimal',
};

/**
 * What a Prefer header (RFC 7240) asks for, in the words of the Web Annotation Protocol, 4.2; null for nothing of that kind.
 * Who asks for names and descriptions both gets descriptions; a minimal container is one that neither is asked of.
 */
export function preferredContained(prefer: string | null): Contained | null {
  const include = /\breturn=representation\b[^,]*\binclude="([^"]*)"/.exec(prefer ?? '')?.[1] ?? '';
  const asked = new Set(include.split(/\s+/).flatMap((iri) => PREFERENCES[iri] ?? []));
  return (['descriptions', 'iris', 'minimal'] as const).find((one) => asked.has(one)) ?? null;
}

/** The number of the last page, from 0; pages of an empty container: there are none. */
const lastPage = ({ total, pageSize }: Container) => Math.max(0, Math.ceil(total / pageSize) - 1);

function pageIri({ iri }: Container, page: number, contained: Contained): string {
  return `${iri}?${new URLSearchParams({ page: String(page), iris: contained === 'iris' ? '1' : '0' })}`;
}

function pageOf(container: Container, page: number, contained: Contained, items: Items) {
  return {
    id: pageIri(container, page, contained),
    type: 'AnnotationPage',
    partOf: container.iri,
    startIndex: page * container.pageSize,
    ...(page > 0 ? { prev: pageIri(container, page - 1, contained) } : {}),
    ...(page < lastPage(container) ? { next: pageIri(container, page + 1, contained) } : {}),
    items: contained === 'iris' ? items.map(({ id }) => id) : items,
  };
}

/**
 * A container of the Web Annotation Protocol, which is an ordered collection of the model at once; `items` are those of its
 * first page. Of an empty one there is no page.
 */
export function annotationContainer(container: Container, contained: Contained, items: Items) {
  const { iri, label, total } = container;
  const pages =
    contained === 'minimal'
      ? { first: pageIri(container, 0, contained), last: pageIri(container, lastPage(container), contained) }
      : {
          first: pageOf(container, 0, contained, items),
          last: pageIri(container, lastPage(container), contained),
        };
  return {
    '@context': [ANNO_CONTEXT, LDP_CONTEXT],
    id: iri,
    type: ['BasicContainer', 'AnnotationCollection'],
    label,
    total,
    ...(total === 0 ? {} : pages),
  };
}

/** One page of it by itself. */
export function annotationPage(container: Container, page: number, contained: Contained, items: Items) {
  const { iri, label, total } = container;
  return {
    '@context': ANNO_CONTEXT,
    ...pageOf(container, page, contained, items),
    partOf: { id: iri, type: 'AnnotationCollection', label, total },
  };
}
