import type { JSONContent } from '@tiptap/core';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { shownVerdict } from '#lib/verdict/shown.ts';
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

/** The verdict of a claim with the spread behind it, from the assessments of its present wording. */
export function summarize(rows: AssessmentRow[], wording: number): VerdictSummary {
  const spread = tally(
    rows
      .filter((row) => row.wording === wording)
      .map((row) => ({ verdict: row.verdict as Verdict, sourced: row.sources.length > 0 })),
  );
  const shown = shownVerdict(null, sourcedCounts(spread));
  return { shown, basis: shown === 'open' ? 'none' : 'assessments', tally: spread };
}
