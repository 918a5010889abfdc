import { familiesOf } from '#lib/annotation/family/queries.ts';
import type { FamilySummary } from '#lib/annotation/family/schema.ts';
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
  FOLDED,
  inOrder,
  listAssessmentRows,
  summarize,
  toAssessmentView,
} from '#lib/assessment/queries.ts';
import { revealTo } from '#lib/assessment/reveal/mutations.ts';
import { foldedFor, readOwnView } from '#lib/assessment/reveal/queries.ts';
import { commentCountsOf, listFirstComments, toCommentView } from '#lib/comment/queries.ts';
import { transaction } from '#lib/db/transaction.ts';
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
 * is signed in two more: how they voted and rated, and which claims they could judge and have not, whose verdicts are
 * folded for them (lib/assessment/reveal).
 */
export async function detailsOf(rows: AnnotationRow[], viewer: Viewer = null): Promise<AnnotationDetail[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [sources, rulings, assessments, comments, commentCounts, changedAt, families, labels, own] =
    await Promise.all([
      listSourceRows(ids),
      rulingsOf(ids),
      listAssessmentRows(ids),
      listFirstComments(ids, FIRST_COMMENTS),
      commentCountsOf(ids),
      captureTimesOf(rows.flatMap(changedIn)),
      familiesOf(ids),
      listLabelsFor(rows),
      readOwnView(viewer, ids),
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
    const folded = own.folded.has(row.id);
    const ruling = rulings.get(row.id) ?? null;
    return {
      ...toCore(row, changedAt.get(revisionKey(row)) ?? null),
      family: familyOf(families.get(row.id), folded),
      verdict: folded
        ? FOLDED
        : row.kind === 'claim'
          ? summarize(given, knownOf(row, ruling, given, laid))
          : null,
      ruling,
      labels: labelsOnPassageOf(readCounts(row.labelCounts), standingLabels(row), labels),
      counts: {
        sources: laid.length,
        assessments: given.length,
        comments: commentCounts.get(row.id) ?? 0,
      },
      sources: laid.map((source) => toSourceView(source, row.wording, mine.get(source.id))),
      assessments: folded
        ? []
        : inOrder(given.map((one) => toAssessmentView(one, row.wording, own.ratings.get(one.id) ?? null))),
      comments: said.map((comment) => toCommentView(comment, null)),
    };
  });
}

/** What others make of the same elsewhere would lead whoever has not judged yet just as well. */
function familyOf(family: FamilySummary | undefined, folded: boolean): FamilySummary | null {
  if (!family) return null;
  return folded ? { ...family, shown: {}, contradictory: false } : family;
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

/** Nothing stands at what was withdrawn; what people put there is told all the same. */
const standingLabels = ({ state, labels }: AnnotationRow) => (state === 'active' ? labels : []);

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

/** Whether somebody asks to see what others made of the claims that they read. */
interface Asked {
  reveal: boolean;
}

/** One annotation. */
export async function readAnnotation(
  viewer: Viewer,
  id: string,
  { reveal }: Asked,
): Promise<AnnotationDetail> {
  if (reveal) {
    requireReadable(viewer, await requireAnnotationRow(id));
    await transaction(() => revealTo(viewer, [id]));
  }
  return requireAnnotation(viewer, id);
}

/** Of some annotations those that the viewer can read: what is not among them is gone, or never was. */
export async function readSomeAnnotations(viewer: Viewer, ids: readonly string[], { reveal }: Asked) {
  const rows = (await listRowsById(ids)).filter((row) => canReadAnnotation(viewer, row));
  if (reveal) await revealRows(viewer, rows);
  return { items: await detailsOf(rows, viewer) };
}

/** A page of an article's annotations, in the order of its text, without their evidence. */
export async function listAnnotations(
  viewer: Viewer,
  articleId: string,
  query: AnnotationQuery,
  { reveal }: Asked,
) {
  const article = await requireArticleRow(articleId);
  const { items, nextCursor } = await pageOfAnnotationRows(article.id, query, foldedFor(viewer));
  if (reveal) await revealRows(viewer, items);
  return { items: (await detailsOf(items, viewer)).map(toView), nextCursor };
}

const revealRows = (viewer: Viewer, rows: readonly AnnotationRow[]) =>
  transaction(() =>
    revealTo(
      viewer,
      rows.map(({ id }) => id),
    ),
  );
