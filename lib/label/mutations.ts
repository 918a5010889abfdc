import type { AnnotationRow } from '#lib/annotation/queries.ts';
import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { labelStandings } from '#lib/verdict/label-standing.ts';
import type { LabelCounts } from '#lib/verdict/labels.ts';
import {
  asAllCounts,
  type ListedLabel,
  type PassageCounts,
  readCounts,
  storedCounts,
  totalsAfter,
} from './counts.ts';
import { listLabels, requireLabel } from './list/queries.ts';
import { canLabel } from './policy.ts';
import { countLabels, getLabelTotals } from './queries.ts';

/** An annotation that the flow's transaction holds. */
type LabelledAnnotation = Pick<
  AnnotationRow,
  'id' | 'articleId' | 'authorId' | 'state' | 'wording' | 'labels' | 'labelCounts'
>;

/** Puts somebody's label on an annotation, in its present wording; the same again changes nothing. */
export async function putLabel(
  viewer: Viewer,
  annotation: LabelledAnnotation & { articleState: string },
  key: string,
): Promise<void> {
  const actor = permit(viewer, canLabel(viewer, annotation));
  if ((await requireLabel(key)).retired) {
    throw new Problem('wrong-state', 'This label is not offered any more.');
  }
  const { id, wording } = annotation;
  const changed = await db().$executeRaw`
    INSERT INTO "AnnotationLabel" ("annotationId", "userId", "labelKey", "wording")
    VALUES (${id}::uuid, ${actor.id}::uuid, ${key}, ${wording}::int)
    ON CONFLICT ("annotationId", "userId", "labelKey") DO UPDATE SET "wording" = excluded."wording"
    WHERE "AnnotationLabel"."wording" <> excluded."wording"`;
  if (changed > 0) await recountAndTell(annotation, actor.id);
}

/** Takes somebody's label off again, also one that was retired since. */
export async function takeLabelOff(
  viewer: Viewer,
  annotation: LabelledAnnotation & { articleState: string },
  key: string,
): Promise<void> {
  const actor = permit(viewer, canLabel(viewer, annotation));
  await requireLabel(key);
  const { count } = await db().annotationLabel.deleteMany({
    where: { annotationId: annotation.id, userId: actor.id, labelKey: key },
  });
  if (count > 0) await recountAndTell(annotation, actor.id);
}

/** What an author put on an annotation of theirs speaks of their new wording too. */
export async function confirmOwnLabels(
  authorId: string,
  annotation: { id: string; wording: number },
): Promise<void> {
  await db().annotationLabel.updateMany({
    where: { annotationId: annotation.id, userId: authorId },
    data: { wording: annotation.wording },
  });
}

/** Who labelled what is nobody's business: the event names the annotation alone. */
async function recountAndTell(annotation: LabelledAnnotation, actorId: string | null): Promise<void> {
  const shows = await recount(annotation);
  await emit({
    kind: 'annotation.labelled',
    actorId,
    articleId: annotation.articleId,
    subjectId: annotation.id,
    data: shows ? { shows } : {},
  });
}

/**
 * Counts the labels on an annotation anew and makes the test. Resolves with whether other labels show than did. Its
 * `labelCounts` have to be those that are kept, its `wording` the one that is counted now.
 */
export async function recount(annotation: Omit<LabelledAnnotation, 'state'>): Promise<boolean> {
  const before = readCounts(annotation.labelCounts);
  const now = await countLabels(annotation);
  if (before.people === 0 && now.people === 0) return false;
  const totals = await moveTotals(before, now);
  const shown = shownLabels(now, totals, await listLabels());
  await db().annotation.update({
    where: { id: annotation.id },
    data: { labelCounts: storedCounts(now), labels: shown },
    select: { id: true },
  });
  return !sameKeys(shown, annotation.labels);
}

/** Takes what an annotation had out of the sums; it goes. */
export async function forgetCounts(annotation: Pick<LabelledAnnotation, 'labelCounts'>): Promise<void> {
  const before = readCounts(annotation.labelCounts);
  if (before.people > 0) await moveTotals(before, readCounts({}));
}

/**
 * The sums are one row: whoever changes them waits for whoever changed them before, and does it last, with the
 * annotation held already.
 */
async function moveTotals(before: PassageCounts, now: PassageCounts): Promise<LabelCounts> {
  await db().$executeRaw`SELECT 1 FROM "LabelTotals" WHERE "id" = 1 FOR UPDATE`;
  const totals = totalsAfter(await getLabelTotals(), before, now);
  await db().$executeRaw`
    UPDATE "LabelTotals" SET "people" = ${totals.people}::int, "chosen" = ${JSON.stringify(totals.chosen)}::jsonb
    WHERE "id" = 1`;
  return totals;
}

/** The keys of the labels that show on a passage with such counts, in the order of the list. */
export function shownLabels(
  counts: LabelCounts,
  totals: LabelCounts,
  list: readonly ListedLabel[],
): string[] {
  const offered = list.filter(({ retired }) => !retired).map(({ key }) => key);
  const standings = labelStandings(counts, asAllCounts(totals, list), offered);
  return offered.filter((key) => standings.some(({ label, shown }) => shown && label === key));
}

export const sameKeys = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((key) => b.includes(key));

/** Adds the sums up anew from what is kept with each annotation. */
export async function addTotalsUp(): Promise<void> {
  await db().$executeRaw`SELECT 1 FROM "LabelTotals" WHERE "id" = 1 FOR UPDATE`;
  await db().$executeRaw`
    WITH labelled AS (SELECT "labelCounts" AS c FROM "Annotation" WHERE "labelCounts" <> '{}'),
    chosen AS (
      SELECT one.key, sum(one.value::int) AS n FROM labelled, jsonb_each_text(c -> 'chosen') AS one GROUP BY one.key
    )
    UPDATE "LabelTotals" SET
      "people" = coalesce((SELECT sum((c ->> 'people')::int) FROM labelled), 0),
      "chosen" = coalesce((SELECT jsonb_object_agg(key, n) FROM chosen), '{}')
    WHERE "id" = 1`;
}

/** Makes the test again for an annotation that is held, as things are now elsewhere. */
export async function judgeAgain(annotation: LabelledAnnotation): Promise<void> {
  if (await recount(annotation)) {
    await emit({
      kind: 'annotation.labelled',
      articleId: annotation.articleId,
      subjectId: annotation.id,
      data: { shows: true },
    });
  }
}
