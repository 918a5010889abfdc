import { canReadAnnotation } from '#lib/annotation/policy.ts';
import { countActiveAnnotations, getAnnotationRow, listPlacedRows } from '#lib/annotation/queries.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { requireRevisionText } from '#lib/article/revision/queries.ts';
import { listFirstComments, toCommentView } from '#lib/comment/queries.ts';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { cursorAt, listParents } from '#lib/exhibit/queries.ts';
import { ANNO_CONTEXT, type Standing, toWebAnnotation } from '#lib/interchange/web-annotation/annotation.ts';
import {
  annotationContainer,
  annotationPage,
  type Contained,
} from '#lib/interchange/web-annotation/collection.ts';
import { CountedText } from '#lib/interchange/web-annotation/selectors.ts';
import { detailsOf } from './annotation-details.ts';
import type { AnnotationDetail } from './annotation-view.ts';

/** So many comments go with an annotation that is asked for by itself. */
const COMMENTS = 100;
/** And so many annotations stand on a page. */
const PAGE_SIZE = 50;

type Article = Awaited<ReturnType<typeof requireArticleRow>>;

/** One annotation as a guest can read it, in the model of the W3C, and the article that it belongs to. */
export async function requireWebAnnotation(id: string) {
  const row = await getAnnotationRow(id);
  if (!row || !canReadAnnotation(null, row)) throw new Problem('not-found', 'There is no such annotation.');
  const [[detail], article, comments] = await Promise.all([
    detailsOf([row]),
    requireArticleRow(row.articleId),
    listFirstComments([id], COMMENTS),
  ]);
  const whole = {
    ...(detail as AnnotationDetail),
    comments: comments.map((comment) => toCommentView(comment, null)),
  };
  const [annotation] = await annotationsOf(article, [whole]);
  return { articleId: article.id, annotation: { '@context': ANNO_CONTEXT, ...annotation } };
}

/** Where the annotations of an article are, as a container: lib/http/data-address.ts knows the same. */
const containerIri = (articleId: string) => `${env().url}/annotations/${articleId}/`;

interface Asked {
  /** From 0; without it, the container itself. */
  page?: number | undefined;
  contained: Contained;
}

/** The annotations of an article that stand, in the order of its text: their container, or one of its pages. */
export async function requireAnnotationContainer(idOrSlug: string, { page, contained }: Asked) {
  const article = await requireArticleRow(idOrSlug);
  const total = await countActiveAnnotations(article.id);
  const iri = containerIri(article.id);
  const container = { iri, label: article.title, total, pageSize: PAGE_SIZE };
  if (page !== undefined && page * PAGE_SIZE >= total)
    throw new Problem('not-found', 'The annotations end before this page.');
  const isListed = page !== undefined || contained !== 'minimal';
  const rows = isListed ? await listPlacedRows(article.id, (page ?? 0) * PAGE_SIZE, PAGE_SIZE) : [];
  const items = rows.length > 0 ? await annotationsOf(article, await detailsOf(rows)) : [];
  const list =
    page === undefined
      ? annotationContainer(container, contained, items)
      : annotationPage(container, page, contained, items);
  return { articleId: article.id, iri, list };
}

/** With at most two queries, however many there are. */
async function annotationsOf(article: Article, details: AnnotationDetail[]) {
  const standingOf = await standings(article, details);
  return details.map((detail) => toWebAnnotation(env().url, detail, article, standingOf(detail)));
}

async function standings(article: Article, details: AnnotationDetail[]) {
  const placed = details.some(({ anchor, target }) => anchor.start !== null && !target.exhibitComment);
  const commentIds = details.flatMap(({ target }) => target.exhibitComment?.id ?? []);
  const [revision, comments] = await Promise.all([
    placed ? requireRevisionText(article.id, article.revisionNumber) : null,
    commentIds.length > 0 ? listParents(commentIds) : [],
  ]);
  const text = revision && new CountedText(revision.text);
  const originals = new Map(comments.map(({ id, place }) => [id, originalIri(article.slug, id, place)]));
  return ({ target, anchor: { start, end } }: AnnotationDetail): Standing => ({
    place: text && start !== null && end !== null && !target.exhibitComment ? { text, start, end } : null,
    original: (target.exhibitComment && originals.get(target.exhibitComment.id)) ?? null,
  });
}

function originalIri(slug: string, id: string, place: number | null): string {
  return `${env().url}/articles/${encodeURIComponent(slug)}?original=${cursorAt(place ?? 0)}#original-${id}`;
}
