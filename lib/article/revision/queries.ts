import type { JSONContent } from '@tiptap/core';
import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { type RevisionHead, storedHead } from './head.ts';
import type { RevisionListItem, RevisionView } from './schema.ts';

const facts = {
  number: true,
  sha256: true,
  capturedAt: true,
  origin: true,
  head: true,
  showed: true,
  capturedBy: { select: { handle: true, name: true } },
} as const;

/** A revision as it is stored; what stands in it is counted by the flow. */
export async function requireRevisionFacts(
  articleId: string,
  number: number,
): Promise<Omit<RevisionView, 'anchors'>> {
  const row = await db().revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { ...facts, text: true, document: true },
  });
  if (!row) throw new Problem('not-found', 'There is no such revision.');
  return {
    ...row,
    capturedAt: row.capturedAt.toISOString(),
    // CHECK constraints and the mutation hold them to their shapes.
    origin: row.origin as RevisionView['origin'],
    showed: row.showed as RevisionView['showed'],
    head: storedHead(row.head),
    document: row.document as JSONContent & { type: 'doc' },
  };
}

/** The words of a revision alone, without its document. */
export async function requireRevisionText(articleId: string, number: number) {
  const row = await db().revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { text: true, sha256: true, capturedAt: true },
  });
  if (!row) throw new Problem('not-found', 'There is no such revision.');
  return row;
}

/** When the newest revision of each of some articles was captured. One query. */
export async function newestCapturesOf(articleIds: string[]): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ id: string; capturedAt: Date }[]>`
    SELECT a."id"::text, r."capturedAt" FROM "Article" a
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."revisionNumber"
    WHERE a."id" = ANY(${articleIds}::uuid[])`;
  return new Map(rows.map(({ id, capturedAt }) => [id, capturedAt.toISOString()]));
}

/** A page of an article's revisions, newest first, without their words. */
export async function listRevisions(
  articleId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: RevisionListItem[]; nextCursor: string | null }> {
  const rows = await db().revision.findMany({
    where: { articleId, ...(cursor === undefined ? {} : { number: { lt: numberFrom(cursor) } }) },
    orderBy: { number: 'desc' },
    take: limit + 1,
    select: { ...facts, news: true },
  });
  const items = rows.slice(0, limit).map((row) => ({
    ...row,
    capturedAt: row.capturedAt.toISOString(),
    origin: row.origin as RevisionListItem['origin'],
    showed: row.showed as RevisionListItem['showed'],
    head: storedHead(row.head),
    news: row.news as RevisionListItem['news'],
  }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? String(last.number) : null };
}

/** Whether a text of an article stood under a title in one of its revisions. */
export async function hasStoodUnder(articleId: string, sha256: string, title: string): Promise<boolean> {
  const found = await db().revision.findFirst({
    where: { articleId, sha256, head: { path: ['title'], equals: title } },
    select: { number: true },
  });
  return found !== null;
}

/** The newest revision of an article that is no notice in its place; null for one that never was anything else. */
export async function lastWhole(articleId: string) {
  const row = await db().revision.findFirst({
    where: { articleId, OR: [{ showed: null }, { showed: 'beginning' }] },
    orderBy: { number: 'desc' },
    select: { text: true, document: true, head: true },
  });
  return row && { ...row, document: row.document as JSONContent, head: storedHead(row.head) };
}

/** What the source of an article said above some of its revisions, by their numbers. */
export async function headsOf(
  articleId: string,
  numbers: number[],
): Promise<Map<number, RevisionHead | null>> {
  const rows = await db().revision.findMany({
    where: { articleId, number: { in: numbers } },
    select: { number: true, head: true },
  });
  return new Map(rows.map(({ number, head }) => [number, storedHead(head)]));
}

function numberFrom(cursor: string): number {
  if (/^[1-9]\d{0,8}$/.test(cursor)) return Number(cursor);
  throw new Problem('invalid', 'cursor: is not one of ours', { fields: { cursor: 'is not one of ours' } });
}

/** When some revisions were captured, by `articleId number`. One query. */
export async function captureTimesOf(
  revisions: readonly { articleId: string; number: number }[],
): Promise<Map<string, string>> {
  if (revisions.length === 0) return new Map();
  const rows = await db().$queryRaw<{ articleId: string; number: number; capturedAt: Date }[]>`
    SELECT r."articleId"::text, r."number", r."capturedAt"
    FROM unnest(${revisions.map(({ articleId }) => articleId)}::uuid[], ${revisions.map(({ number }) => number)}::int[])
      AS wanted ("articleId", "number")
    JOIN "Revision" r ON r."articleId" = wanted."articleId" AND r."number" = wanted."number"`;
  return new Map(rows.map((row) => [`${row.articleId} ${row.number}`, row.capturedAt.toISOString()]));
}
