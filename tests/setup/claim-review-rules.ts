import type { Node } from './json-ld.ts';

const SCHEMA = 'https://schema.org/';

/** The properties that we use of each type, as schema.org lists them, with what it expects there. */
const EXPECTED: Record<string, Record<string, readonly string[]>> = {
  ClaimReview: {
    url: ['text'],
    claimReviewed: ['text'],
    reviewRating: ['Rating'],
    itemReviewed: ['Claim'],
    author: ['Organization', 'Person'],
    contributor: ['Organization', 'Person'],
    datePublished: ['date'],
    dateModified: ['date'],
    inLanguage: ['text'],
    reviewBody: ['text'],
    isBasedOn: ['text'],
    correction: ['CorrectionComment'],
  },
  Rating: {
    ratingValue: ['number'],
    bestRating: ['number'],
    worstRating: ['number'],
    alternateName: ['text'],
  },
  Claim: {
    text: ['text'],
    author: ['Organization', 'Person'],
    datePublished: ['date'],
    appearance: ['Article'],
  },
  Article: {
    url: ['text'],
    headline: ['text'],
    author: ['Organization', 'Person'],
    publisher: ['Organization'],
    datePublished: ['date'],
  },
  Organization: { name: ['text'], url: ['text'] },
  Person: { name: ['text'], url: ['text'] },
  CorrectionComment: { text: ['text'], datePublished: ['date'] },
  DataFeed: {
    name: ['text'],
    url: ['text'],
    publisher: ['Organization'],
    dateModified: ['date'],
    dataFeedElement: ['DataFeedItem'],
  },
  DataFeedItem: { dateCreated: ['date'], dateModified: ['date'], item: ['ClaimReview'] },
};

const typeOf = (node: Node) => node['@type']?.[0]?.replace(SCHEMA, '') ?? '';
export const schemaValues = (node: Node, property: string) => (node[SCHEMA + property] ?? []) as Node[];
const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?$/;

function fits(value: Node, expected: readonly string[]): boolean {
  const literal = value['@value'];
  if (literal === undefined) return expected.includes(typeOf(value));
  if (expected.includes('number')) return typeof literal === 'number';
  if (expected.includes('date')) return DATE.test(String(literal));
  return expected.includes('text') && typeof literal === 'string' && literal !== '';
}

/** What schema.org does not know, or expects otherwise, in an expanded node and all below it. */
export function unknownToSchema(node: Node): string[] {
  const type = typeOf(node);
  const properties = EXPECTED[type];
  if (!properties) return [`there is no ${type || 'node without a type'} here`];
  return Object.entries(node).flatMap(([name, values]) => {
    if (name.startsWith('@')) return [];
    const expected = properties[name.replace(SCHEMA, '')];
    if (!expected) return [`${type} has no ${name}`];
    return (values as Node[]).flatMap((value) => {
      if (!fits(value, expected)) return [`${type}.${name} is ${JSON.stringify(value)}`];
      return value['@value'] === undefined ? unknownToSchema(value) : [];
    });
  });
}

/** What Google requires of a fact check, and recommends besides; https://developers.google.com/search/docs/appearance/structured-data/factcheck */
export function missingForGoogle(review: Node): string[] {
  const missing: string[] = [];
  const need = (holds: unknown, what: string) => {
    if (!holds) missing.push(what);
  };
  const [rating] = schemaValues(review, 'reviewRating');
  const [claim] = schemaValues(review, 'itemReviewed');
  const [author] = schemaValues(review, 'author');
  for (const name of ['claimReviewed', 'url', 'datePublished'])
    need(schemaValues(review, name)[0]?.['@value'], name);
  need(author && typeOf(author) === 'Organization' && schemaValues(author, 'name')[0], 'author');
  need(rating && schemaValues(rating, 'alternateName')[0], 'reviewRating.alternateName');
  need(claim && typeOf(claim) === 'Claim', 'itemReviewed');
  need(claim && schemaValues(claim, 'appearance')[0], 'itemReviewed.appearance');
  const [value, best, worst] = ['ratingValue', 'bestRating', 'worstRating'].map(
    (name) => rating && schemaValues(rating, name)[0]?.['@value'],
  );
  if (value !== undefined)
    need(Number(worst) <= Number(value) && Number(value) <= Number(best), 'a rating between worst and best');
  return missing;
}
