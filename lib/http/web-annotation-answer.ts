import { requireAnnotationContainer, requireWebAnnotation } from '#lib/flows/web-annotations.ts';
import { ANNO_TYPE } from '#lib/interchange/web-annotation/annotation.ts';
import { type Contained, preferredContained } from '#lib/interchange/web-annotation/collection.ts';
import { answerKept } from './kept-answers.ts';

const isA = (type: string) => `<${type}>; rel="type"`;
const RESOURCE = isA('http://www.w3.org/ns/ldp#Resource');

/** What the Web Annotation Protocol asks of every answer, besides its ETag; and what lets pages of other sites see it. */
const HEADERS = {
  vary: 'Accept',
  allow: 'GET, HEAD, OPTIONS',
  'access-control-expose-headers': 'allow, content-location, etag, link, preference-applied, vary',
};

/** Answers with one annotation in the model of the W3C (section 3 of the protocol). */
export function answerWebAnnotation(headers: Headers, id: string): Promise<Response> {
  return answerKept(headers, `web-annotation ${id}`, async () => {
    const { articleId, annotation } = await requireWebAnnotation(id);
    return {
      body: JSON.stringify(annotation),
      contentType: ANNO_TYPE,
      subject: { articleId },
      headers: { ...HEADERS, link: [RESOURCE, isA('http://www.w3.org/ns/oa#Annotation')].join(', ') },
    };
  });
}

interface Asked {
  page?: number | undefined;
  iris?: '0' | '1' | undefined;
}

/** A container is one of the Linked Data Platform, and says that the protocol's own rules hold in it. */
const CONTAINER_LINKS = [
  isA('http://www.w3.org/ns/ldp#BasicContainer'),
  RESOURCE,
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
].join(', ');

/** Answers with the annotations of an article as a container, or with one of its pages (section 4). */
export function answerContainer(
  headers: Headers,
  articleId: string,
  { page, iris }: Asked,
): Promise<Response> {
  const preferred =
    page === undefined && iris === undefined ? preferredContained(headers.get('prefer')) : null;
  const contained: Contained = preferred ?? (iris === '1' ? 'iris' : 'descriptions');
  const key = `annotation-container ${articleId} ${page ?? ''} ${contained} ${preferred ?? ''}`;
  return answerKept(headers, key, async () => {
    const { list, iri, ...subject } = await requireAnnotationContainer(articleId, { page, contained });
    const isPage = page !== undefined;
    return {
      body: JSON.stringify(list),
      contentType: ANNO_TYPE,
      subject,
      headers: {
        ...HEADERS,
        vary: 'Accept, Prefer',
        link: isPage ? RESOURCE : CONTAINER_LINKS,
        ...(isPage ? {} : { 'content-location': addressOf(iri, contained) }),
        ...(preferred ? { 'preference-applied': 'return=representation' } : {}),
      },
    };
  });
}

/** Where the same is had without a preference. */
const addressOf = (iri: string, contained: Contained) =>
  contained === 'minimal' ? iri : `${iri}?iris=${contained === 'iris' ? '1' : '0'}`;
