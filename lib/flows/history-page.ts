import { type Affected, listAffected } from '#lib/annotation/anchor/queries.ts';
import { listAnnotationBriefs } from '#lib/annotation/queries.ts';
import type { AnnotationBrief } from '#lib/annotation/schema.ts';
import { type CheckView, getCheck } from '#lib/article/check/queries.ts';
import { canEditArticle } from '#lib/article/policy.ts';
import { getArticleRow, requireRevision } from '#lib/article/queries.ts';
import { type Comparison, compareRevisions } from '#lib/article/revision/comparison.ts';
import type { RevisionHead } from '#lib/article/revision/head.ts';
import { headsOf, listRevisions } from '#lib/article/revision/queries.ts';
import type { RevisionListItem } from '#lib/article/revision/schema.ts';
import type { Folds } from '#lib/assessment/reveal/schema.ts';
import { foldsAmong, type Reading } from './folds.ts';

/** One side of a comparison. */
export interface ComparedRevision {
  number: number;
  capturedAt: string;
  text: string;
  head: RevisionHead | null;
  /** The annotations that stood in what is shown of it, in its order. */
  annotations: AnnotationBrief[];
}

export interface HistoryPage {
  article: { id: string; slug: string; title: string; lang: string; url: string | null; addedBy: string } & {
    topics: string[];
    version: number;
  };
  newest: number;
  /** `titleBefore`: what its source had called the article until then, where it calls it something else since. */
  revisions: (RevisionListItem & { affected: ToldAffected[]; titleBefore: string | null })[];
  nextCursor: string | null;
  /** What came of looking at its address. */
  check: CheckView | null;
  compared: Compared | null;
  /** Of the claims that are named or marked. */
  folds: Folds;
  mayEdit: boolean;
}

interface Compared {
  from: ComparedRevision;
  to: ComparedRevision;
  comparison: Comparison;
}

/** `shown` is null too where it is folded for who reads it. */
type ToldAffected = Affected & { folded: boolean };

interface HistoryAddress {
  cursor?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

const PAGE_SIZE = 50;

/** The history of an article, and two of its revisions held against each other. Null for an unknown slug. */
export async function getHistoryPage(
  reading: Reading,
  slug: string,
  { cursor, from, to }: HistoryAddress,
): Promise<HistoryPage | null> {
  const row = await getArticleRow(slug);
  if (!row) return null;
  const { id, title, lang, url, addedBy, revisionNumber, topics, version } = row;
  const [{ items, nextCursor }, check] = await Promise.all([
    listRevisions(id, { cursor, limit: PAGE_SIZE }),
    getCheck(id),
  ]);
  const numbers = items.map(({ number }) => number);
  const [affected, heads, compared] = await Promise.all([
    listAffected(id, numbers),
    headsOf(id, [...numbers, (numbers.at(-1) ?? 1) - 1]),
    from && to ? compareTwo(id, revisionNumber, from, to) : null,
  ]);
  const marked = compared ? [...compared.from.annotations, ...compared.to.annotations] : [];
  const claims = new Set([...affected, ...marked].map((one) => one.id));
  const { ids: folded, folds } = await foldsAmong(reading, [...claims]);
  const revisions = items.map((item) => ({
    ...item,
    affected: affected.filter(({ revision }) => revision === item.number).map((one) => told(one, folded)),
    titleBefore: titleBefore(heads.get(item.number - 1), item.head),
  }));
  return {
    article: { id, slug: row.slug, title, lang, url, addedBy: addedBy.name, topics, version },
    newest: revisionNumber,
    ...{ revisions, nextCursor, check },
    compared: compared && {
      ...compared,
      from: toldSide(compared.from, folded),
      to: toldSide(compared.to, folded),
    },
    folds,
    mayEdit: canEditArticle(reading.viewer, row),
  };
}

const told = (one: Affected, folded: ReadonlySet<string>): ToldAffected => ({
  ...one,
  ...(folded.has(one.id) ? { shown: null, folded: true } : { folded: false }),
});

const toldSide = (side: ComparedRevision, folded: ReadonlySet<string>): ComparedRevision => ({
  ...side,
  annotations: side.annotations.map((one) => ({ ...one, folded: folded.has(one.id) })),
});

function titleBefore(before: RevisionHead | null | undefined, now: RevisionHead | null): string | null {
  const title = before?.title ?? null;
  return now?.title && title !== now.title ? title : null;
}

/** The earlier one is always the one that is compared from. */
async function compareTwo(articleId: string, newest: number, one: number, other: number) {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  if (first < 1 || second > newest || first === second) return null;
  const [from, to] = await Promise.all([readSide(articleId, first), readSide(articleId, second)]);
  const comparison = compareRevisions(from.text, to.text);
  return { from: standingIn(from, comparison, 'old'), to: standingIn(to, comparison, 'new'), comparison };
}

/** A side with those of its annotations alone that stand in what is shown of it. */
function standingIn(side: ComparedRevision, { rows }: Comparison, which: 'old' | 'new'): ComparedRevision {
  const stretches = rows.flatMap((row) => {
    const [first, last] = row.kind === 'folded' ? [] : [row.pieces[0], row.pieces.at(-1)];
    return first && last ? [{ start: first[`${which}Start`], end: last[`${which}End`] }] : [];
  });
  const stands = ({ start, end }: AnnotationBrief) =>
    start !== null && end !== null && stretches.some((one) => one.start < end && start < one.end);
  return { ...side, annotations: side.annotations.filter(stands) };
}

async function readSide(articleId: string, number: number): Promise<ComparedRevision> {
  const [{ text, capturedAt, head }, annotations] = await Promise.all([
    requireRevision(articleId, number),
    listAnnotationBriefs(articleId, number),
  ]);
  return { number, text, capturedAt: capturedAt.toISOString(), head, annotations };
}
