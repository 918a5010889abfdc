import { db } from '#lib/db/client.ts';
import { decodeCursor, olderThan, pageOfRows } from '#lib/db/keyset.ts';
import type { Shown, Verdict } from '#lib/verdict/verdicts.ts';
import { EVERYBODY, foldsAmong, NO_FOLDS } from './folds.ts';

export interface PersonAnnotation {
  id: string;
  kind: 'claim' | 'remark';
  statement: string | null;
  exact: string;
  shown: Shown | null;
  /** What it shows is not told: see lib/assessment/reveal. */
  folded: boolean;
  createdAt: string;
  article: { slug: string; title: string; lang: string };
}

export interface PersonAssessment {
  /** Of the claim. */
  id: string;
  /** Null where it is folded, as are the reasons. */
  verdict: Verdict | null;
  statement: string;
  shown: Shown;
  folded: boolean;
  rationaleText: string;
  current: boolean;
  createdAt: string;
  article: { slug: string; title: string; lang: string };
}

export interface PersonSource {
  /** Of the claim. */
  id: string;
  url: string;
  stance: 'supports' | 'refutes' | 'context';
  quote: string;
  note: string;
  statement: string;
  createdAt: string;
  article: { slug: string; title: string; lang: string };
}

interface PageRequest {
  cursor?: string | undefined;
  limit: number;
}

const article = { select: { slug: true, title: true, lang: true } } as const;
const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] as const;

/** What a person marked, newest first. Withdrawn annotations are left out. */
export async function listPersonAnnotations(
  authorId: string,
  { cursor, limit }: PageRequest,
  reading = EVERYBODY,
) {
  const rows = await db().annotation.findMany({
    where: { authorId, state: 'active', ...olderThan(decodeCursor(cursor)) },
    orderBy: [...newestFirst],
    take: limit + 1,
    select: { id: true, kind: true, statement: true, exact: true, shown: true, createdAt: true, article },
  });
  const { items, nextCursor } = pageOfRows(rows, limit);
  const { ids, folds } = await foldsAmong(
    reading,
    items.map(({ id }) => id),
  );
  return {
    items: items.map(
      (row): PersonAnnotation => ({
        ...row,
        kind: row.kind as PersonAnnotation['kind'],
        shown: ids.has(row.id) ? 'open' : (row.shown as Shown | null),
        folded: ids.has(row.id),
        createdAt: row.createdAt.toISOString(),
      }),
    ),
    nextCursor,
    folds,
  };
}

/** The verdicts that a person gave, newest first. */
export async function listPersonAssessments(
  authorId: string,
  { cursor, limit }: PageRequest,
  reading = EVERYBODY,
) {
  const rows = await db().assessment.findMany({
    where: {
      authorId,
      retractedAt: null,
      annotation: { state: 'active' },
      ...olderThan(decodeCursor(cursor)),
    },
    orderBy: [...newestFirst],
    take: limit + 1,
    select: {
      id: true,
      verdict: true,
      rationaleText: true,
      wording: true,
      createdAt: true,
      annotation: { select: { id: true, statement: true, shown: true, wording: true, article } },
    },
  });
  const { items, nextCursor } = pageOfRows(rows, limit);
  const { ids, folds } = await foldsAmong(
    reading,
    items.map(({ annotation }) => annotation.id),
  );
  return {
    items: items.map(({ annotation, ...row }): PersonAssessment => {
      const folded = ids.has(annotation.id);
      return {
        id: annotation.id,
        verdict: folded ? null : (row.verdict as Verdict),
        statement: annotation.statement ?? '',
        shown: folded ? 'open' : ((annotation.shown ?? 'open') as Shown),
        folded,
        rationaleText: folded ? '' : row.rationaleText,
        current: row.wording === annotation.wording,
        createdAt: row.createdAt.toISOString(),
        article: annotation.article,
      };
    }),
    nextCursor,
    folds,
  };
}

/** The sources that a person added, newest first. */
export async function listPersonSources(addedById: string, { cursor, limit }: PageRequest) {
  const rows = await db().source.findMany({
    where: { addedById, annotation: { state: 'active' }, ...olderThan(decodeCursor(cursor)) },
    orderBy: [...newestFirst],
    take: limit + 1,
    select: {
      id: true,
      url: true,
      stance: true,
      quote: true,
      note: true,
      createdAt: true,
      annotation: { select: { id: true, statement: true, article } },
    },
  });
  const { items, nextCursor } = pageOfRows(rows, limit);
  return {
    items: items.map(
      ({ annotation, ...row }): PersonSource => ({
        ...row,
        id: annotation.id,
        stance: row.stance as PersonSource['stance'],
        statement: annotation.statement ?? '',
        createdAt: row.createdAt.toISOString(),
        article: annotation.article,
      }),
    ),
    nextCursor,
    folds: NO_FOLDS,
  };
}
