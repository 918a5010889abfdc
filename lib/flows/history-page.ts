import { type Affected, listAffected } from '#lib/annotation/anchor/queries.ts';
import { listAnnotationBriefs } from '#lib/annotation/queries.ts';
import type { AnnotationBrief } from '#lib/annotation/schema.ts';
import { type CheckView, getCheck } from '#lib/article/check/queries.ts';
import { canEditArticle } from '#lib/article/policy.ts';
import { getArticleRow, requireRevision } from '#lib/article/queries.ts';
import { type Comparison, compareRevisions } from '#lib/article/revision/comparison.ts';
import { listRevisions } from '#lib/article/revision/queries.ts';
import type { RevisionListItem } from '#lib/article/revision/schema.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** One side of a comparison. */
export interface ComparedRevision {
  number: number;
  capturedAt: string;
  text: string;
  /** The annotations that stood in it, in its order. */
  annotations: AnnotationBrief[];
}

export interface HistoryPage {
  article: { id: string; slug: string; title: string; lang: string; url: string | null; addedBy: string };
  newest: number;
  revisions: (RevisionListItem & { affected: Affected[] })[];
  nextCursor: string | null;
  /** What came of looking at its address. */
  check: CheckView | null;
  compared: { from: ComparedRevision; to: ComparedRevision; comparison: Comparison } | null;
  mayEdit: boolean;
}

export interface HistoryAddress {
  cursor?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

const PAGE_SIZE = 50;

/** The history of an article, and two of its revisions held against each other. Null for an unknown slug. */
export async function getHistoryPage(
  viewer: Viewer,
  slug: string,
  { cursor, from, to }: HistoryAddress,
): Promise<HistoryPage | null> {
  const row = await getArticleRow(slug);
  if (!row) return null;
  const { id, title, lang, url, addedBy, revisionNumber } = row;
  const [{ items, nextCursor }, check] = await Promise.all([
    listRevisions(id, { cursor, limit: PAGE_SIZE }),
    getCheck(id),
  ]);
  const affected = await listAffected(
    id,
    items.map(({ number }) => number),
  );
  const revisions = items.map((item) => ({
    ...item,
    affected: affected.filter(({ revision }) => revision === item.number),
  }));
  return {
    article: { id, slug: row.slug, title, lang, url, addedBy: addedBy.name },
    newest: revisionNumber,
    ...{ revisions, nextCursor, check },
    compared: from && to ? await compareTwo(id, revisionNumber, from, to) : null,
    mayEdit: canEditArticle(viewer, row),
  };
}

/** The earlier one is always the one that is compared from. */
async function compareTwo(articleId: string, newest: number, one: number, other: number) {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  if (first < 1 || second > newest || first === second) return null;
  const [from, to] = await Promise.all([readSide(articleId, first), readSide(articleId, second)]);
  return { from, to, comparison: compareRevisions(from.text, to.text) };
}

async function readSide(articleId: string, number: number): Promise<ComparedRevision> {
  const [{ text, capturedAt }, annotations] = await Promise.all([
    requireRevision(articleId, number),
    listAnnotationBriefs(articleId, number),
  ]);
  return { number, text, capturedAt: capturedAt.toISOString(), annotations };
}
