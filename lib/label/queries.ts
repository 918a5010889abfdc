import { db } from '#lib/db/client.ts';
import type { LabelCounts } from '#lib/verdict/labels.ts';
import { type PassageCounts, readCounts } from './counts.ts';

/** Counts the labels on one wording of an annotation. */
export async function countLabels(annotation: {
  id: string;
  authorId: string;
  wording: number;
}): Promise<PassageCounts> {
  const { id, authorId, wording } = annotation;
  // The group of all has no key.
  const groups = await db().$queryRaw<{ key: string | null; people: number; others: number }[]>`
    SELECT "labelKey" AS "key", count(DISTINCT "userId")::int AS "people",
      (count(DISTINCT "userId") FILTER (WHERE "userId" <> ${authorId}::uuid))::int AS "others"
    FROM "AnnotationLabel" WHERE "annotationId" = ${id}::uuid AND "wording" = ${wording}::int
    GROUP BY GROUPING SETS (("labelKey"), ())`;
  const all = groups.find(({ key }) => key === null);
  const chosen = groups.flatMap(({ key, people }) => (key === null ? [] : [[key, people] as const]));
  return { people: all?.people ?? 0, others: all?.others ?? 0, chosen: Object.fromEntries(chosen) };
}

/** The sums of all annotations. */
export async function getLabelTotals(): Promise<LabelCounts> {
  const row = await db().labelTotals.findUniqueOrThrow({ where: { id: 1 } });
  return { people: row.people, chosen: row.chosen as LabelCounts['chosen'] };
}

/** The keys of somebody's labels on the present wording of an annotation. */
export async function listOwnLabels(
  userId: string,
  { id, wording }: { id: string; wording: number },
): Promise<string[]> {
  const rows = await db().annotationLabel.findMany({
    where: { annotationId: id, userId, wording },
    select: { labelKey: true },
  });
  return rows.map(({ labelKey }) => labelKey);
}

/** What is kept of an annotation's labels, and of all. */
interface KeptCounts {
  id: string;
  counts: PassageCounts;
  /** The keys of those that show. */
  shown: string[];
  totals: LabelCounts;
}

interface KeptRow {
  id: string;
  labels: string[];
  labelCounts: unknown;
  people: number;
  chosen: unknown;
}

const toKept = ({ id, labels, labelCounts, people, chosen }: KeptRow): KeptCounts => ({
  id,
  counts: readCounts(labelCounts),
  shown: labels,
  totals: { people, chosen: chosen as LabelCounts['chosen'] },
});

/** Both in one statement: between two, somebody could label it, and it would have more than all have. */
export async function getKeptCounts(annotationId: string): Promise<KeptCounts | null> {
  const [row] = await db().$queryRaw<KeptRow[]>`
    SELECT n."id"::text, n."labels", n."labelCounts", t."people", t."chosen" FROM "Annotation" n, "LabelTotals" t
    WHERE n."id" = ${annotationId}::uuid`;
  return row ? toKept(row) : null;
}

/** Of annotations that somebody labelled, by their ids from after `after` on. */
export async function listKeptCounts(after: string, limit: number): Promise<KeptCounts[]> {
  const rows = await db().$queryRaw<KeptRow[]>`
    SELECT n."id"::text, n."labels", n."labelCounts", t."people", t."chosen" FROM "Annotation" n, "LabelTotals" t
    WHERE n."labelCounts" <> '{}' AND n."id" > ${after}::uuid ORDER BY n."id" LIMIT ${limit}::int`;
  return rows.map(toKept);
}
