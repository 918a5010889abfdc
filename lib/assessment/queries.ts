import type { JSONContent } from '@tiptap/core';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { type ClaimInput, claimStanding } from '#lib/verdict/state.ts';
import { sourcedCounts, tally } from '#lib/verdict/tally.ts';
import type { Verdict } from '#lib/verdict/verdicts.ts';
import type { AssessmentView, VerdictSummary } from './schema.ts';

const columns = {
  id: true,
  annotationId: true,
  authorId: true,
  verdict: true,
  rationale: true,
  rationaleText: true,
  wording: true,
  revisionNumber: true,
  version: true,
  createdAt: true,
  editedAt: true,
  retractedAt: true,
  author: { select: { handle: true, name: true } },
  sources: { select: { sourceId: true } },
} as const satisfies Prisma.AssessmentSelect;

export type AssessmentRow = Prisma.AssessmentGetPayload<{ select: typeof columns }>;

/** The assessments of some claims that were not retracted, oldest first. */
export async function listAssessmentRows(annotationIds: string[]): Promise<AssessmentRow[]> {
  return db().assessment.findMany({
    where: { annotationId: { in: annotationIds }, retractedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
}

/** One person's, retracted or not. */
export async function getOwnAssessmentRow(
  annotationId: string,
  authorId: string,
): Promise<AssessmentRow | null> {
  return db().assessment.findUnique({
    where: { annotationId_authorId: { annotationId, authorId } },
    select: columns,
  });
}

/** @param wording the annotation's own: only what judged it counts */
export function toAssessmentView(row: AssessmentRow, wording: number): AssessmentView {
  return {
    id: row.id,
    author: row.author,
    verdict: row.verdict as Verdict,
    rationale: row.rationale as (JSONContent & { type: 'doc' }) | null,
    rationaleText: row.rationaleText,
    sourceIds: row.sources.map(({ sourceId }) => sourceId),
    current: row.wording === wording,
    wording: row.wording,
    revision: row.revisionNumber,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  };
}

/**
 * The verdict of a claim with the spread behind it, and how far its judging has come.
 *
 * @param rows all its assessments that were not retracted; those of the present wording are counted
 * @param claim what else is known of it
 */
export function summarize(
  rows: AssessmentRow[],
  claim: Omit<ClaimInput, 'sourced' | 'earlier' | 'assessedAt'>,
): VerdictSummary {
  const present = rows.filter((row) => row.wording === claim.wording);
  const sourced = present.filter(restsOnSomething);
  const spread = tally(
    present.map((row) => ({ verdict: row.verdict as Verdict, sourced: restsOnSomething(row) })),
  );
  const standing = claimStanding({
    ...claim,
    sourced: sourcedCounts(spread),
    earlier: rows.filter((row) => row.wording < claim.wording && restsOnSomething(row)).length,
    assessedAt: sourced.length > 0 ? Math.max(...sourced.map((row) => row.revisionNumber)) : null,
  });
  return { ...standing, tally: spread };
}

const restsOnSomething = (row: AssessmentRow) => row.sources.length > 0;
