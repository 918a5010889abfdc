import { getArticleRow } from '#lib/article/queries.ts';
import type { Fare } from '#lib/article/schema.ts';
import { revealArticles, revealTo } from '#lib/assessment/reveal/mutations.ts';
import { foldedAmong, foldedInArticles } from '#lib/assessment/reveal/queries.ts';
import type { Folds } from '#lib/assessment/reveal/schema.ts';
import { transaction } from '#lib/db/transaction.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';

/** Who reads a list in which claims say what they show, and whether they ask to see it of those that they could judge. */
export interface Reading {
  viewer: Viewer;
  reveal: boolean;
}

/** A guest, or whoever gets what everybody gets. */
export const EVERYBODY: Reading = { viewer: null, reveal: false };

export const NO_FOLDS: Folds = { folded: 0, revealed: 0, withheld: false };

/** What a list answers that is by what claims show, where that was not asked for by choice. */
export const WITHHELD: Folds = { ...NO_FOLDS, withheld: true };

/**
 * Whoever lists claims by what others made of them asks to see it of those that are found: the list tells it, whatever
 * its lines leave out. So a list that another site asks for is withheld.
 */
export const isWithheld = ({ viewer, reveal }: Reading, byVerdict: boolean) =>
  byVerdict && !reveal && canTakePart(viewer);

/** Which of some claims are folded for their reader; none where they ask to see them, which is kept. */
export async function foldsAmong(
  { viewer, reveal }: Reading,
  annotationIds: readonly string[],
): Promise<{ ids: ReadonlySet<string>; folds: Folds }> {
  if (reveal) {
    const revealed = await transaction(() => revealTo(viewer, annotationIds));
    return { ids: new Set(), folds: { ...NO_FOLDS, revealed } };
  }
  const ids = await foldedAmong(viewer, annotationIds);
  return { ids, folds: { ...NO_FOLDS, folded: ids.size } };
}

/** How some articles fare as their reader is told. Articles of thousands of claims may stay folded in part. */
export async function foldFares<T extends { id: string; fare: Fare }>(
  { viewer, reveal }: Reading,
  articles: readonly T[],
): Promise<{ items: T[]; folds: Folds }> {
  const judged = articles.filter(({ fare }) => fare.claims > 0).map(({ id }) => id);
  const revealed = reveal ? await transaction(() => revealArticles(viewer, judged)) : 0;
  const rows = await foldedInArticles(viewer, judged);
  const items = articles.map((article) => {
    const own = rows.filter(({ articleId }) => articleId === article.id);
    return own.length > 0 ? { ...article, fare: fareWithout(article.fare, own) } : article;
  });
  return { items, folds: { ...NO_FOLDS, revealed, folded: sumOf(rows) } };
}

/** The same for the page of one article, before it is read: what it shows then is unfolded, or the rest of it folded. */
export async function revealOnPage({ viewer, reveal }: Reading, slug: string): Promise<Folds> {
  const row = reveal && canTakePart(viewer) ? await getArticleRow(slug) : null;
  if (!row) return NO_FOLDS;
  return { ...NO_FOLDS, revealed: await transaction(() => revealArticles(viewer, [row.id])) };
}

/** So many claims of which a reader is not told that they show this. */
export interface FoldedCount {
  shown: Shown;
  n: number;
}

/** How an article fares without what its reader is not told. */
export function fareWithout(fare: Fare, folded: readonly FoldedCount[]): Fare {
  if (folded.length === 0) return fare;
  const shown = { ...fare.shown };
  for (const { shown: one, n } of folded) shown[one] = Math.max(0, (shown[one] ?? 0) - n);
  return { ...fare, shown, folded: sumOf(folded) };
}

const sumOf = (rows: readonly { n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);
