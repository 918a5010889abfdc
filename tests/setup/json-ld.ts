import jsonld from 'jsonld';

const oa = (name: string) => `http://www.w3.org/ns/oa#${name}`;
const as = (name: string) => `https://www.w3.org/ns/activitystreams#${name}`;
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';
const integer = 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger';
const link = (id: string) => ({ '@id': id, '@type': '@id' });

/**
 * What the terms that we write stand for, by the Web Annotation Vocabulary: our own list, so that a test needs no network
 * and a term that is none of theirs is noticed.
 */
const ANNOTATION_TERMS = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    [
      'Annotation',
      'TextualBody',
      'SpecificResource',
      'TextQuoteSelector',
      'TextPositionSelector',
      'assessing',
      'commenting',
      'describing',
      'linking',
      'replying',
      'tagging',
    ].map((name) => [name, oa(name)]),
  ),
  Text: 'http://purl.org/dc/dcmitype/Text',
  Person: 'http://xmlns.com/foaf/0.1/Person',
  Software: as('Application'),
  AnnotationCollection: as('OrderedCollection'),
  AnnotationPage: as('OrderedCollectionPage'),
  body: link(oa('hasBody')),
  target: link(oa('hasTarget')),
  source: link(oa('hasSource')),
  selector: link(oa('hasSelector')),
  scope: link(oa('hasScope')),
  motivation: { '@id': oa('motivatedBy'), '@type': '@vocab' },
  purpose: { '@id': oa('hasPurpose'), '@type': '@vocab' },
  exact: oa('exact'),
  prefix: oa('prefix'),
  suffix: oa('suffix'),
  start: { '@id': oa('start'), '@type': integer },
  end: { '@id': oa('end'), '@type': integer },
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  format: 'http://purl.org/dc/elements/1.1/format',
  language: 'http://purl.org/dc/elements/1.1/language',
  creator: link('http://purl.org/dc/terms/creator'),
  created: { '@id': 'http://purl.org/dc/terms/created', '@type': dateTime },
  modified: { '@id': 'http://purl.org/dc/terms/modified', '@type': dateTime },
  generator: link(as('generator')),
  name: 'http://xmlns.com/foaf/0.1/name',
  homepage: link('http://xmlns.com/foaf/0.1/homepage'),
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  total: { '@id': as('totalItems'), '@type': integer },
  startIndex: { '@id': as('startIndex'), '@type': integer },
  first: link(as('first')),
  last: link(as('last')),
  prev: link(as('prev')),
  next: link(as('next')),
  partOf: link(as('partOf')),
  items: { '@id': as('items'), '@type': '@id', '@container': '@list' },
};

const CONTEXTS: Record<string, object> = {
  'http://www.w3.org/ns/anno.jsonld': { '@context': ANNOTATION_TERMS },
  'http://www.w3.org/ns/ldp.jsonld': {
    '@context': { BasicContainer: 'http://www.w3.org/ns/ldp#BasicContainer' },
  },
  'https://schema.org': { '@context': { '@vocab': 'https://schema.org/' } },
};

/** A node of an expanded document: full names, each with a list of values. */
export type Node = { '@id'?: string; '@type'?: string[]; [property: string]: unknown };

/** Expands JSON-LD by the algorithm of the W3C. Fails where a term means nothing, and where a context is none of these. */
export async function expand(document: object): Promise<Node[]> {
  const documentLoader = async (url: string) => {
    const context = CONTEXTS[url];
    if (!context) throw new Error(`${url} is not a context that we know`);
    return { contextUrl: undefined, documentUrl: url, document: context };
  };
  // `safe` is not in its types yet.
  const options = { documentLoader, safe: true } as jsonld.Options.Expand;
  return (await jsonld.expand(document as jsonld.JsonLdDocument, options)) as Node[];
}
