import type { JSONContent } from '@tiptap/core';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { decodeCursor, pageOfRows } from '#lib/db/keyset.ts';
import type { Person } from '#lib/user/schema.ts';
import type { Interests } from '../policy.ts';
import type { DraftEntry, RecusalView, ReturnView, RulingDraftView } from '../schema.ts';

const columns = {
  annotationId: true,
  state: true,
  authorId: true,
  author: { select: { handle: true, name: true } },
  writerIds: true,
  verdict: true,
  summary: true,
  reasoning: true,
  reasoningText: true,
  selectedBecause: true,
  askedForComment: true,
  evidenceAgainst: true,
  sourceIds: true,
  correction: true,
  wording: true,
  revisionNumber: true,
  putRightRevision: true,
  version: true,
  editedAt: true,
} as const satisfies Prisma.RulingDraftSelect;

export type DraftRow = Prisma.RulingDraftGetPayload<{ select: typeof columns }>;

/** What is being written for a claim; a row of the state `empty` only tells the version. */
export async function getDraftRow(annotationId: string): Promise<DraftRow | null> {
  return db().rulingDraft.findUnique({ where: { annotationId }, select: columns });
}

/** Null for one that is empty. */
export function toDraftView(
  row: DraftRow | null,
  writers: readonly Person[],
  returns: ReturnView[],
): RulingDraftView | null {
  if (!row || row.state === 'empty') return null;
  return {
    state: row.state as RulingDraftView['state'],
    author: row.author,
    writers: writers.map(({ handle, name }) => ({ handle, name })),
    verdict: row.verdict as RulingDraftView['verdict'],
    summary: row.summary,
    reasoning: row.reasoning as (JSONContent & { type: 'doc' }) | null,
    reasoningText: row.reasoningText,
    selectedBecause: row.selectedBecause,
    askedForComment: row.askedForComment,
    evidenceAgainst: row.evidenceAgainst,
    sourceIds: row.sourceIds,
    correction: row.correction,
    putRight: row.putRightRevision,
    wording: row.wording,
    revision: row.revisionNumber,
    editedAt: row.editedAt.toISOString(),
    returns,
  };
}

/** How often what is being written for a claim was sent back, oldest first. */
export async function listReturns(annotationId: string): Promise<ReturnView[]> {
  const rows = await db().rulingReturn.findMany({
    where: { annotationId, over: false },
    orderBy: { id: 'asc' },
    select: { note: true, createdAt: true, actor: { select: { handle: true, name: true } } },
  });
  return rows.map(({ note, createdAt, actor }) => ({ by: actor, note, at: createdAt.toISOString() }));
}

/** How many drafts that somebody put forward were sent back to them, and wait for them to go on. */
export async function countReturned(userId: string): Promise<number> {
  return db().rulingDraft.count({
    where: {
      authorId: userId,
      state: 'returned',
      annotation: { state: { in: ['active', 'withdrawn'] } },
    },
  });
}

/** People by their ids, in no order. */
export async function listPeople(ids: readonly string[]): Promise<(Person & { id: string })[]> {
  if (ids.length === 0) return [];
  return db().user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, handle: true, name: true },
  });
}

/** What tells who has a stake in a claim. */
export async function readInterests(annotationId: string): Promise<Interests> {
  const [row] = await db().$queryRaw<Interests[]>`
    SELECT n."authorId"::text AS "claimantId", a."addedById"::text, a."byline", e."author" AS "originalAuthor",
      (SELECT coalesce(json_agg(r."userId"), '[]') FROM "Recusal" r WHERE r."annotationId" = n."id") AS "recusedIds"
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    LEFT JOIN "ExhibitComment" e ON e."id" = n."exhibitCommentId" WHERE n."id" = ${annotationId}::uuid`;
  if (!row) throw new Error(`there is no annotation ${annotationId}`);
  return row;
}

/** Who keeps out of the ruling of a claim, and why; oldest first. */
export async function listRecusals(annotationId: string): Promise<RecusalView[]> {
  const rows = await db().recusal.findMany({
    where: { annotationId },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    select: { reason: true, createdAt: true, user: { select: { handle: true, name: true } } },
  });
  return rows.map(({ reason, createdAt, user }) => ({
    person: user,
    reason,
    createdAt: createdAt.toISOString(),
  }));
}

interface EntryRow extends Omit<DraftEntry, 'editedAt' | 'returned'> {
  id: string;
  createdAt: Date;
  returned: ReturnView | null;
}

/** What checkers are writing, newest first: what awaits approval, what was sent back, or the drafts. One query a page. */
export async function pageOfDrafts(query: {
  state: DraftEntry['state'];
  cursor?: string | undefined;
  limit: number;
}) {
  const after = decodeCursor(query.cursor);
  const rows = await db().$queryRaw<EntryRow[]>`
    SELECT d."annotationId"::text AS "id", d."annotationId"::text, coalesce(n."statement", n."exact") AS "statement",
      json_build_object('slug', a."slug", 'title', a."title", 'lang', a."lang") AS "article", d."state", d."verdict",
      json_build_object('handle', u."handle", 'name', u."name") AS "author",
      EXISTS (SELECT FROM "Ruling" r WHERE r."annotationId" = n."id") AS "correction", d."editedAt" AS "createdAt",
      CASE WHEN d."state" = 'returned' THEN (SELECT json_build_object('note', b."note", 'at', b."createdAt",
          'by', json_build_object('handle', w."handle", 'name', w."name"))
        FROM "RulingReturn" b JOIN "User" w ON w."id" = b."actorId"
        WHERE b."annotationId" = d."annotationId" ORDER BY b."id" DESC LIMIT 1) END AS "returned"
    FROM "RulingDraft" d JOIN "Annotation" n ON n."id" = d."annotationId" JOIN "Article" a ON a."id" = n."articleId"
    JOIN "User" u ON u."id" = d."authorId"
    WHERE d."state" = ${query.state} AND n."state" IN ('active', 'withdrawn')
      AND (${after?.id ?? null}::uuid IS NULL
        OR (d."editedAt", d."annotationId") < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY d."editedAt" DESC, d."annotationId" DESC LIMIT ${query.limit + 1}::int`;
  const page = pageOfRows(rows, query.limit);
  const items: DraftEntry[] = page.items.map(({ id: _, createdAt, returned, ...row }) => ({
    ...row,
    editedAt: createdAt.toISOString(),
    returned: returned && { ...returned, at: new Date(returned.at).toISOString() },
  }));
  return { items, nextCursor: page.nextCursor };
}
