import type { AnnotationCore } from '#lib/annotation/schema.ts';
import type { AssessmentView, VerdictSummary } from '#lib/assessment/schema.ts';
import type { CommentView } from '#lib/comment/schema.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { LabelsOnPassage } from '#lib/label/schema.ts';
import type { RulingView } from '#lib/ruling/schema.ts';
import { type Place, placeSelectors, type Selector } from './selectors.ts';

/** W3C Recommendation of 23 February 2017, https://www.w3.org/TR/annotation-model/. */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
export const ANNO_TYPE = `application/ld+json; profile="${ANNO_CONTEXT}"`;

/** So many assessments, sources and comments go along each: an annotation has an end. */
const MOST = 100;

/** An annotation with what people laid beside it. */
type Annotated = AnnotationCore & {
  verdict: VerdictSummary | null;
  ruling: RulingView | null;
  labels: LabelsOnPassage;
  sources: SourceView[];
  assessments: AssessmentView[];
  comments: CommentView[];
};

/** What is annotated, as far as an annotation tells of it. */
interface AnnotatedArticle {
  id: string;
  slug: string;
  lang: string;
  /** Of the original on the web. */
  url: string | null;
}

/** Where the marked words stand. */
export interface Standing {
  /** In the newest revision; null without a place there. */
  place: Place | null;
  /** Where the words are those of a comment on the original: where it is read. */
  original: string | null;
}

interface Agent {
  id?: string;
  type: 'Person';
  name: string;
}

interface TextualBody {
  id?: string;
  type: 'TextualBody';
  purpose: string;
  value: string;
  format: 'text/plain';
  language?: string;
  creator?: Agent;
  created?: string;
  modified?: string;
}

interface SpecificResource {
  type: 'SpecificResource';
  source: string | { id: string; type: 'Text'; format: 'text/plain'; language: string };
  purpose?: string;
  selector?: Selector[];
  scope?: string;
  creator?: Agent;
  created?: string;
}

export interface WebAnnotation {
  '@context'?: typeof ANNO_CONTEXT;
  id: string;
  type: 'Annotation';
  motivation: string;
  creator: Agent;
  created: string;
  modified?: string;
  generator: { id: string; type: 'Software'; name: string; homepage: string };
  body: (TextualBody | SpecificResource)[];
  target: SpecificResource[];
}

/** The address that names an annotation; `base` is that of this place. */
const annotationIri = (base: string, id: string) => `${base}/claims/${id}`;

/** An annotation in the model of the W3C, without its context. */
export function toWebAnnotation(
  base: string,
  annotation: Annotated,
  article: AnnotatedArticle,
  standing: Standing,
): WebAnnotation {
  return {
    id: annotationIri(base, annotation.id),
    type: 'Annotation',
    motivation: annotation.kind === 'claim' ? 'assessing' : 'commenting',
    creator: personOf(base, annotation.author),
    created: annotation.createdAt,
    ...modified(annotation.editedAt),
    generator: { id: base, type: 'Software', name: 'Obelus', homepage: base },
    body: bodiesOf(base, annotation, article.lang),
    target: targetsOf(base, annotation, article, standing),
  };
}

const modified = (at: string | null) => (at ? { modified: at } : {});

const personOf = (base: string, { handle, name }: { handle: string; name: string }): Agent => ({
  id: `${base}/people/${handle}`,
  type: 'Person',
  name,
});

const words = (purpose: string, value: string): TextualBody => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
});

/**
 * What was stated, what it shows, its labels, the sources, what each person gave and why, and what was said. What spoke of
 * an earlier wording says nothing of this statement, and is left out.
 */
function bodiesOf(base: string, annotation: Annotated, language: string) {
  const { statement, verdict, ruling, labels, state, sources, assessments, comments } = annotation;
  return [
    ...(statement ? [{ ...words('describing', statement), language }] : []),
    ...(verdict ? [words('tagging', verdict.shown)] : []),
    ...(state === 'withdrawn' ? [words('tagging', 'withdrawn')] : []),
    // Those that stand at the passage, by their keys, which never change.
    ...labels.chosen.filter(({ shown }) => shown).map(({ key }) => words('tagging', key)),
    ...(ruling?.state === 'published' && ruling.current ? [rulingBody(base, ruling)] : []),
    ...sources
      .filter(isCurrent)
      .slice(0, MOST)
      .map((source) => sourceBody(base, source)),
    ...assessments
      .filter(isCurrent)
      .slice(0, MOST)
      .flatMap((assessment) => assessmentBodies(base, assessment)),
    ...comments
      .slice(0, MOST)
      .filter(({ text }) => text !== '')
      .map((comment) => commentBody(base, comment)),
  ];
}

const isCurrent = ({ current }: { current: boolean }) => current;

function rulingBody(base: string, ruling: RulingView): TextualBody {
  return {
    ...words('assessing', ruling.summary),
    creator: personOf(base, ruling.author),
    created: ruling.publishedAt,
    ...modified(ruling.correctedAt),
  };
}

function sourceBody(base: string, source: SourceView): SpecificResource {
  return {
    type: 'SpecificResource',
    source: source.url,
    purpose: 'linking',
    ...(source.quote ? { selector: [{ type: 'TextQuoteSelector', exact: source.quote }] } : {}),
    creator: personOf(base, source.addedBy),
    created: source.createdAt,
  };
}

function assessmentBodies(base: string, assessment: AssessmentView): TextualBody[] {
  const by = {
    creator: personOf(base, assessment.author),
    created: assessment.createdAt,
    ...modified(assessment.editedAt),
  };
  const { verdict, rationaleText } = assessment;
  return [
    { ...words('tagging', verdict), ...by },
    ...(rationaleText ? [{ ...words('assessing', rationaleText), ...by }] : []),
  ];
}

function commentBody(base: string, comment: CommentView): TextualBody {
  const creator: Agent | null = comment.author
    ? personOf(base, comment.author)
    : comment.guest && { type: 'Person', name: comment.guest.name };
  return {
    id: `${base}/comments/${comment.id}`,
    ...words(comment.parentId === null ? 'commenting' : 'replying', comment.text),
    ...(creator ? { creator } : {}),
    created: comment.createdAt,
    ...modified(comment.editedAt),
  };
}

/**
 * The words as they stand in the newest revision; where other words were marked, those in the revision in which they
 * were; and the same words on the page that the article came from.
 */
function targetsOf(
  base: string,
  annotation: Annotated,
  article: AnnotatedArticle,
  { place, original: comment }: Standing,
): SpecificResource[] {
  const { target, anchor } = annotation;
  const page = `${base}/articles/${encodeURIComponent(article.slug)}`;
  const marked: Selector = { type: 'TextQuoteSelector', ...quoteOf(target) };
  if (comment) return [{ type: 'SpecificResource', source: comment, selector: [marked], scope: page }];
  const inRevision = (number: number, selector: Selector[]): SpecificResource => ({
    type: 'SpecificResource',
    source: textResource(revisionTextIri(base, article.id, number), article.lang),
    selector,
    scope: page,
  });
  const here = place ? [inRevision(anchor.revision, placeSelectors(place))] : [];
  const sameWords = place?.text.text.slice(place.start, place.end) === target.exact;
  const before = sameWords ? [] : [inRevision(target.revision, [marked])];
  const original: SpecificResource[] = article.url
    ? [{ type: 'SpecificResource', source: article.url, selector: [marked] }]
    : [];
  return [...here, ...before, ...original];
}

/** The plain text of a revision, in which the positions are counted. */
const revisionTextIri = (base: string, articleId: string, number: number) =>
  `${base}/api/articles/${articleId}/revisions/${number}/text`;

const textResource = (id: string, language: string) =>
  ({ id, type: 'Text', format: 'text/plain', language }) as const;

function quoteOf({ exact, prefix, suffix }: { exact: string; prefix: string; suffix: string }) {
  return { exact, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) };
}
