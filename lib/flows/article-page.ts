import type { JSONContent } from '@tiptap/core';
import { countAnnotations, listAnnotationBriefs, listAnnotationRows } from '#lib/annotation/queries.ts';
import type { AnnotationBrief } from '#lib/annotation/schema.ts';
import { type CheckView, getCheck } from '#lib/article/check/queries.ts';
import { shownImagesOf } from '#lib/article/image/queries.ts';
import { getArticleRow, readArticle, UUID } from '#lib/article/queries.ts';
import type { ArticleView, Fare } from '#lib/article/schema.ts';
import { foldedFor } from '#lib/assessment/reveal/queries.ts';
import { db } from '#lib/db/client.ts';
import { imageSources, type ShownImages } from '#lib/document/figure.ts';
import { formatPosition } from '#lib/events/position.ts';
import { currentPosition } from '#lib/events/queries.ts';
import { countStanding } from '#lib/label/counts.ts';
import { listLabels } from '#lib/label/list/queries.ts';
import type { StandingLabel } from '#lib/label/schema.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import { detailsOf } from './annotation-details.ts';
import type { AnnotationDetail } from './annotation-view.ts';
import { type FoldedCount, fareWithout } from './folds.ts';

/** Up to so many annotations all that people laid beside them comes with the page; of more, only what they show. */
export const WHOLE_CARDS = 300;

/** What the article page shows. Either of `annotations` and `briefs` is empty. */
export interface ArticlePage {
  /** From here on a stream tells what the page does not show yet. */
  position: string;
  article: Omit<ArticleView, 'revision' | 'fare'> & {
    revision: Omit<ArticleView['revision'], 'text'>;
    fare: Fare;
  };
  document: JSONContent;
  /** What came of the last look at its address; null before that, and of an earlier revision. */
  check: CheckView | null;
  /** The pictures in it that are shown; of the others there is a link. */
  images: ShownImages | undefined;
  /** Those that stand in the text, in its order. */
  annotations: AnnotationDetail[];
  /** Active, but their words are gone from the text. */
  orphaned: AnnotationDetail[];
  withdrawn: AnnotationDetail[];
  /** All of them, where there are more than {@link WHOLE_CARDS}; those without a place come last. */
  briefs: AnnotationBrief[];
  /** The labels that stand at those that are active. */
  labels: StandingLabel[];
}

/**
 * The article with everything beside it, as the viewer sees it and with their own votes on it: a number of queries that does
 * not grow with it. Null for an unknown slug.
 */
export async function getArticlePage(slug: string, viewer: Viewer = null): Promise<ArticlePage | null> {
  // First, before anything else is read.
  const position = formatPosition(await currentPosition());
  const row = await getArticleRow(slug);
  if (!row) return null;
  const [{ article, document }, { folded, ...beside }, check] = await Promise.all([
    readArticle(row),
    readBeside(row.id, viewer),
    getCheck(row.id),
  ]);
  const { text, ...revision } = article.revision;
  const images = await shownImagesOf(imageSources(document));
  const fare = fareWithout(article.fare, folded);
  return { position, article: { ...article, revision, fare }, document, check, images, ...beside };
}

interface Beside extends Pick<ArticlePage, 'annotations' | 'orphaned' | 'withdrawn' | 'briefs' | 'labels'> {
  /** What active claims show of which the viewer is not told. */
  folded: FoldedCount[];
}

/** With the number of an earlier revision, as it stood in that. */
export async function readBeside(
  articleId: string,
  viewer: Viewer,
  revision: number | null = null,
): Promise<Beside> {
  if ((await countAnnotations(articleId, revision)) > WHOLE_CARDS) {
    const briefs = await listAnnotationBriefs(articleId, revision, foldedFor(viewer));
    const folded = briefs.flatMap(({ folded, shown }) => (folded && shown ? [{ shown, n: 1 }] : []));
    return { annotations: [], orphaned: [], withdrawn: [], briefs, folded, labels: await labelsOf(briefs) };
  }
  const rows = await listAnnotationRows(articleId, revision);
  const annotations = await detailsOf(rows, viewer);
  const folded = new Set(annotations.filter(({ verdict }) => verdict?.folded).map(({ id }) => id));
  const active = annotations.filter(({ state }) => state === 'active');
  return {
    annotations: active.filter(({ anchor }) => anchor.start !== null),
    orphaned: active.filter(({ anchor }) => anchor.start === null),
    withdrawn: annotations.filter(({ state }) => state === 'withdrawn'),
    briefs: [],
    labels: countStanding(active.flatMap(({ labels }) => labels.chosen.filter(({ shown }) => shown))),
    folded: rows.flatMap(({ id, shown }) => (folded.has(id) ? [{ shown: shown as Shown, n: 1 }] : [])),
  };
}

async function labelsOf(briefs: readonly AnnotationBrief[]): Promise<StandingLabel[]> {
  const keys = briefs.flatMap(({ state, labels }) => (state === 'active' ? labels : []));
  if (keys.length === 0) return [];
  const offered = new Map(
    (await listLabels()).filter(({ retired }) => !retired).map((label) => [label.key, label]),
  );
  return countStanding(keys.flatMap((key) => offered.get(key) ?? []));
}

/** What a page says of an article in its head: in one query, for it is asked for apart from the page. */
export async function getArticleHead(idOrSlug: string) {
  const id = UUID.test(idOrSlug) ? idOrSlug : null;
  const [head] = await db().$queryRaw<
    { title: string; slug: string; byline: string | null; site: string | null; claims: number }[]
  >`
    SELECT "title", "slug", "byline", "site", (SELECT count(*)::int FROM "Annotation" n
      WHERE n."articleId" = a."id" AND n."state" = 'active' AND n."kind" = 'claim'
        AND n."exhibitCommentId" IS NULL) AS "claims"
    FROM "Article" a WHERE "id" = ${id}::uuid OR "slug" = ${idOrSlug}
    ORDER BY ("id" = ${id}::uuid) IS TRUE DESC LIMIT 1`;
  return head ?? null;
}
