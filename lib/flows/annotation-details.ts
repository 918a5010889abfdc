import { familiesOf } from '#lib/annotation/family/queries.ts';
import { canReadAnnotation } from '#lib/annotation/policy.ts';
import {
  type AnnotationRow,
  listRowsById,
  pageOfAnnotationRows,
  passageOf,
  requireAnnotationRow,
  requireReadable,
  toCore,
} from '#lib/annotation/queries.ts';
import type { AnnotationQuery } from '#lib/annotation/schema.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { captureTimesOf } from '#lib/article/revision/queries.ts';
import {
  type AssessmentRow,
  listAssessmentRows,
  summarize,
  toAssessmentView,
} from '#lib/assessment/queries.ts';
import { commentCountsOf, listFirstComments, toCommentView } from '#lib/comment/queries.ts';
import { listSourceRows, type SourceRow, toSourceView } from '#lib/evidence/queries.ts';
import { listOwnVotes } from '#lib/evidence/vote/queries.ts';
import { labelsOnPassageOf, readCounts } from '#lib/label/counts.ts';
import { listLabels } from '#lib/label/list/queries.ts';
import { judgedBy, rulingsOf } from '#lib/ruling/queries.ts';
import type { RulingView } from '#lib/ruling/schema.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { AnnotationDetail, AnnotationView } from './annotation-view.ts';
import { failedEvidence } from './failed-evidence.ts';

function groupBy<T>(rows: T[], key: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row) ?? '');
    if (group) group.push(row);
    else groups.set(key(row) ?? '', [row]);
  }
  return groups;
}

/** The revision in which the words of an annotation became others, or went. */
function changedIn({ articleId, anchors: [anchor] }: AnnotationRow) {
  return anchor && anchor.state !== 'exact' && anchor.state !== 'moved'
    ? [{ articleId, number: anchor.since }]
    : [];
}

const revisionKey = (row: AnnotationRow) =>
  changedIn(row)
    .map(({ articleId, number }) => `${articleId} ${number}`)
    .join();

/** So many comments come with an annotation; the others stand in its thread. */
const FIRST_COMMENTS = 3;

/**
 * Annotations with all that people laid beside them: eight queries at most, however many there are, and for somebody who
 * is signed in one more: how they voted on the sources.
 */
export async function detailsOf(rows: AnnotationRow[], viewer: Viewer = null): Promise<AnnotationDetail[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [sources, rulings, assessments, comments, commentCounts, changedAt, families, labels] =
    await Promise.all([
      listSourceRows(ids),
      rulingsOf(ids),
      listAssessmentRows(ids),
      listFirstComments(ids, FIRST_COMMENTS),
      commentCountsOf(ids),
      captureTimesOf(rows.flatMap(changedIn)),
      familiesOf(ids),
      listLabelsFor(rows),
    ]);
  const mine = await listOwnVotes(
    viewer,
    sources.map(({ id }) => id),
  );
  const sourcesOf = groupBy(sources, (row) => row.annotationId);
  const assessmentsOf = groupBy(assessments, (row) => row.annotationId);
  const commentsOf = groupBy(comments, (row) => row.annotationId);
  return rows.map((row) => {
    const given = assessmentsOf.get(row.id) ?? [];
    const laid = sourcesOf.get(row.id) ?? [];
    const said = commentsOf.get(row.id) ?? [];
    const ruling = rulings.get(row.id) ?? null;
    return {
      ...toCore(row, changedAt.get(revisionKey(row)) ?? null),
      family: families.get(row.id) ?? null,
      verdict: row.kind === 'claim' ? summarize(given, knownOf(row, ruling, given, laid)) : null,
      ruling,
      labels: labelsOnPassageOf(readCounts(row.labelCounts), row.labels, labels),
      counts: {
        sources: laid.length,
        assessments: given.length,
        comments: commentCounts.get(row.id) ?? 0,
      },
      sources: laid.map((source) => toSourceView(source, row.wording, mine.get(source.id))),
      assessments: given.map((assessment) => toAssessmentView(assessment, row.wording)),
      comments: said.map((comment) => toCommentView(comment, null)),
    };
  });
}

/** What lib/verdict asks of a claim besides its assessments. */
function knownOf(
  row: AnnotationRow,
  ruling: RulingView | null,
  assessments: AssessmentRow[],
  sources: SourceRow[],
) {
  const { wording } = row;
  const failed = failedEvidence({ wording, ruling, assessments, sources });
  return { ruling: ruling && judgedBy(ruling), wording, passage: passageOf(row), failed };
}

/** The list of labels, where any was put. */
async function listLabelsFor(rows: readonly AnnotationRow[]) {
  return rows.some(({ labelCounts }) => readCounts(labelCounts).people > 0) ? listLabels() : [];
}

/** Without the evidence itself: for lists. */
export function toView({ sources, assessments, comments, ...view }: AnnotationDetail): AnnotationView {
  return view;
}

export async function requireAnnotation(viewer: Viewer, id: string): Promise<AnnotationDetail> {
  const row = await requireAnnotationRow(id);
  requireReadable(viewer, row);
  const [detail] = await detailsOf([row], viewer);
  return detail as AnnotationDetail;
}

/** Of some annotations those that the viewer can read: what is not among them is gone, or never was. */
export async function readSomeAnnotations(viewer: Viewer, ids: readonly string[]) {
  const rows = (await listRowsById(ids)).filter((row) => canReadAnnotation(viewer, row));
  return { items: await detailsOf(rows, viewer) };
}

/** A page of an article's annotations, in the order of its text, without their evidence. */
export async function listAnnotations(articleId: string, query: AnnotationQuery) {
  const article = await requireArticleRow(articleId);
  const { items, nextCursor } = await pageOfAnnotationRows(article.id, query);
  return { items: (await detailsOf(items)).map(toView), nextCursor };
}
