import type { Node } from './json-ld.ts';

const OA = 'http://www.w3.org/ns/oa#';
const AS = 'https://www.w3.org/ns/activitystreams#';
const VALUE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value';

const nodes = (node: Node, property: string) => (node[property] ?? []) as Node[];
const values = (node: Node, property: string) => nodes(node, property).map((value) => value['@value']);
const isIri = (id: unknown) => typeof id === 'string' && /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(id);

/** The musts of the Web Annotation Data Model that an expanded annotation breaks. */
export function brokenRules(annotation: Node): string[] {
  const broken: string[] = [];
  const must = (holds: boolean, rule: string) => {
    if (!holds) broken.push(rule);
  };
  must(isIri(annotation['@id']), '3.1: exactly one id, an IRI');
  must(annotation['@type']?.includes(`${OA}Annotation`) ?? false, '3.1: Annotation is among its types');
  must(nodes(annotation, `${OA}hasTarget`).length > 0, '3.1: one target or more');
  for (const motivation of nodes(annotation, `${OA}motivatedBy`))
    must(motivation['@id']?.startsWith(OA) ?? false, '3.3.5: a motivation of the list');
  for (const body of nodes(annotation, `${OA}hasBody`)) broken.push(...brokenByResource(body));
  for (const target of nodes(annotation, `${OA}hasTarget`)) broken.push(...brokenByResource(target));
  for (const time of timesIn(annotation))
    must(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(time)), '3.3.1: xsd:dateTime in UTC');
  for (const agent of nodes(annotation, 'http://purl.org/dc/terms/creator'))
    must(isIri(agent['@id']), '3.3.1: a creator with an IRI');
  return broken;
}

function brokenByResource(resource: Node): string[] {
  const type = resource['@type']?.[0];
  if (type === `${OA}TextualBody`) {
    const texts = values(resource, VALUE);
    return texts.length === 1 && typeof texts[0] === 'string' ? [] : ['3.2.4: exactly one value, a string'];
  }
  if (type !== `${OA}SpecificResource`) return isIri(resource['@id']) ? [] : ['3.2.1: a resource has an IRI'];
  const sources = nodes(resource, `${OA}hasSource`);
  const broken = sources.length === 1 && isIri(sources[0]?.['@id']) ? [] : ['4: exactly one source'];
  for (const selector of nodes(resource, `${OA}hasSelector`)) broken.push(...brokenBySelector(selector));
  return broken;
}

function brokenBySelector(selector: Node): string[] {
  const types = selector['@type'] ?? [];
  if (types.length !== 1) return ['4.2: a selector has exactly one type here'];
  if (types[0] === `${OA}TextQuoteSelector`)
    return values(selector, `${OA}exact`).length === 1 ? [] : ['4.2.4: exactly one exact'];
  const [start, end] = ['start', 'end'].map((name) => values(selector, OA + name)) as [unknown[], unknown[]];
  const counted =
    start.length === 1 && end.length === 1 && Number(start[0]) >= 0 && Number(end[0]) >= Number(start[0]);
  return counted && [...start, ...end].every(Number.isInteger)
    ? []
    : ['4.2.5: one start and one end, counted from 0'];
}

function timesIn(node: Node): unknown[] {
  return ['created', 'modified'].flatMap((name) => values(node, `http://purl.org/dc/terms/${name}`));
}

/** The musts of a collection, and of a page, that an expanded one breaks; with those of the annotations in it. */
export function brokenByCollection(list: Node): string[] {
  const isPage = list['@type']?.includes(`${AS}OrderedCollectionPage`) ?? false;
  const isCollection = list['@type']?.includes(`${AS}OrderedCollection`) ?? false;
  if (!isIri(list['@id']) || isPage === isCollection) return ['5: an IRI, and one of both types'];
  const pages = isPage ? [list] : nodes(list, `${AS}first`);
  if (pages.length === 0 && Number(values(list, `${AS}totalItems`)[0]) > 0) return ['5.1: a first page'];
  return pages.flatMap(brokenByPage);
}

function brokenByPage(page: Node): string[] {
  const [items] = nodes(page, `${AS}items`) as { '@list'?: Node[] }[];
  if (!items?.['@list']?.length) return ['5.2: annotations in items'];
  const partOf = isIri(nodes(page, `${AS}partOf`)[0]?.['@id']) ? [] : ['5.2: it says what it is part of'];
  return [...partOf, ...items['@list'].flatMap(brokenRules)];
}
