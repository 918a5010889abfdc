import type { JSONContent } from '@tiptap/core';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { byHelpfulness } from '#lib/verdict/order.ts';
import { type ClaimInput, claimStanding } from '#lib/verdict/state.ts';
import { sourcedCounts, tally } from '#lib/verdict/tally.ts';
import type { Verdict } from '#lib/verdict/verdicts.ts';
import type { AssessmentView, RatingView, StandingView, VerdictSummary, WeighedStanding } from './schema.ts';

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
  sawTally: true,
  said: true,
  helpful: true,
  somewhat: true,
  notHelpful: true,
  standing: true,
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

/** One that was not taken back; null for an unknown id. */
export async function getAssessmentRow(id: string): Promise<AssessmentRow | null> {
  return db().assessment.findFirst({ where: { id, retractedAt: null }, select: columns });
}

/** Whether anybody but the person has judged a claim, whatever its wording was. */
export async function othersAssessed(annotationId: string, personId: string): Promise<boolean> {
  const other = await db().assessment.findFirst({
    where: { annotationId, authorId: { not: personId }, retractedAt: null },
    select: { id: true },
  });
  return other !== null;
}

/**
 * @param wording the annotation's own: only what judged it counts
 * @param mine how the viewer rated it
 */
export function toAssessmentView(
  row: AssessmentRow,
  wording: number,
  mine: RatingView | null = null,
): AssessmentView {
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
    sawTally: row.sawTally,
    ratings: { helpful: row.helpful, somewhat: row.somewhat, 'not-helpful': row.notHelpful, mine },
    standing: toStandingView(row.standing as WeighedStanding | null),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  };
}

const toStandingView = (weighed: WeighedStanding | null): StandingView =>
  weighed ? { basis: 'bridging', ...weighed } : { basis: 'counts' };

/** In the order in which they are read: see lib/verdict/order.ts. */
export function inOrder(assessments: AssessmentView[]): AssessmentView[] {
  const ordered = assessments.map((view) => ({
    view,
    key: {
      status: view.standing.basis === 'bridging' ? view.standing.status : null,
      counts: view.ratings,
      current: view.current,
      createdAt: view.createdAt,
      id: view.id,
    },
  }));
  return ordered.sort((a, b) => byHelpfulness(a.key, b.key)).map(({ view }) => view);
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
  return { ...standing, folded: false, tally: spread };
}

const restsOnSomething = (row: AssessmentRow) => row.sources.length > 0;

/** What a folded claim tells of what people made of it: nothing. */
export const FOLDED: VerdictSummary = {
  ...{ shown: 'open', basis: 'none', state: 'open', reasons: [] },
  folded: true,
  tally: tally([]),
};
