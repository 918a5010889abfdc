import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { canReadAnnotation } from './policy.ts';
import type { AnchorState, AnnotationBrief, AnnotationCore, AnnotationQuery, Kind } from './schema.ts';
import { WITHHELD, withheld } from './withheld/words.ts';

const facts = {
  id: true,
  articleId: true,
  authorId: true,
  kind: true,
  state: true,
  statement: true,
  exact: true,
  prefix: true,
  suffix: true,
  revisionNumber: true,
  exhibitCommentId: true,
  exhibitStart: true,
  exhibitEnd: true,
  wording: true,
  shown: true,
  standing: true,
  labels: true,
  labelCounts: true,
  version: true,
  createdAt: true,
  editedAt: true,
  author: { select: { handle: true, name: true } },
} as const satisfies Prisma.AnnotationSelect;

// Every annotation of the article's own words has one anchor in the newest revision.
const columns = { ...facts, anchors: { where: { newest: true } } } as const satisfies Prisma.AnnotationSelect;

export type AnnotationRow = Prisma.AnnotationGetPayload<{ select: typeof columns }>;

export async function getAnnotationRow(id: string): Promise<AnnotationRow | null> {
  return db().annotation.findUnique({ where: { id }, select: columns });
}

export async function requireAnnotationRow(id: string): Promise<AnnotationRow> {
  const row = await getAnnotationRow(id);
  if (!row) throw new Problem('not-found', 'There is no such annotation.');
  return row;
}

/** By their ids, in no order; those that are not there are left out. */
export async function listRowsById(ids: readonly string[]): Promise<AnnotationRow[]> {
  return db().annotation.findMany({ where: { id: { in: [...ids] } }, select: columns });
}

/** For somebody who cannot read it, what moderators took away is not there. */
export function requireReadable(viewer: Viewer, annotation: { authorId: string; state: string }): void {
  if (!canReadAnnotation(viewer, annotation)) throw new Problem('not-found', 'There is no such annotation.');
}

/** Holds the annotation until the transaction ends: what hangs on it changes one at a time. */
export async function lockAnnotation(id: string): Promise<AnnotationRow> {
  await db().$executeRaw`SELECT 1 FROM "Annotation" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return requireAnnotationRow(id);
}

/** Where an annotation without a place is sorted: after all that have one. Postgres' largest integer. */
const NOWHERE = 2_147_483_647;

const placeOf = (row: AnnotationRow) => row.anchors[0]?.start ?? NOWHERE;

/** What everybody can read of them; in an earlier revision only those that stood there. */
const readable = (articleId: string, revision: number | null): Prisma.AnnotationWhereInput => ({
  articleId,
  // What is claimed of a comment on the original stands there, not in the text.
  exhibitCommentId: null,
  state: { in: ['active', 'withdrawn'] },
  ...(revision === null ? {} : { anchors: { some: { revisionNumber: revision } } }),
});

/**
 * What everybody can read of an article's annotations, in the order of the text; those without a place come last. With
 * the number of an earlier revision, as they stood in that.
 */
export async function listAnnotationRows(
  articleId: string,
  revision: number | null = null,
): Promise<AnnotationRow[]> {
  const rows = await db().annotation.findMany({
    where: readable(articleId, revision),
    select:
      revision === null ? columns : { ...facts, anchors: { where: { revisionNumber: revision }, take: 1 } },
  });
  return rows.sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}

/** How many annotations an article shows, withdrawn ones included. */
export async function countAnnotations(articleId: string, revision: number | null = null): Promise<number> {
  return db().annotation.count({ where: readable(articleId, revision) });
}

/** How many annotations `pageOfAnnotationRows` and `listPlacedRows` go through in all. */
export async function countActiveAnnotations(articleId: string): Promise<number> {
  return db().annotation.count({ where: { articleId, state: 'active' } });
}

/** So much of what a remark says stands on its card. */
const GIST_CHARS = 300;
const SPACE_AT_END = '[\\s\\u00A0\\u2028\\u2029\\uFEFF]$';

type BriefRow = Omit<AnnotationBrief, 'trailing'> & { spaced: string | null };

/**
 * All that an article shows, in the order of the text, those without a place last: in one query, with what stands on a
 * card at rest and nothing of what people laid beside it. With the number of an earlier revision, as it stood in that.
 * @param folded of which what they show is not told: a condition on the annotation `n` and its article `a`
 */
export async function listAnnotationBriefs(
  articleId: string,
  revision: number | null = null,
  folded: Prisma.Sql = Prisma.sql`false`,
): Promise<AnnotationBrief[]> {
  // An outer join also for an earlier one: just after a revision the planner believes that it has hardly any anchors.
  const itsAnchor =
    revision === null ? Prisma.sql`anchor."newest"` : Prisma.sql`anchor."revisionNumber" = ${revision}::int`;
  const rows = await db().$queryRaw<BriefRow[]>`
    WITH annotation AS (
      SELECT n.* FROM "Annotation" n WHERE n."articleId" = ${articleId}::uuid AND n."state" IN ('active', 'withdrawn')
        AND n."exhibitCommentId" IS NULL
    ), source AS (
      SELECT "annotationId", count(*)::int AS "n" FROM "Source"
      WHERE "annotationId" IN (SELECT "id" FROM annotation) GROUP BY 1
    ), assessment AS (
      SELECT "annotationId", count(*)::int AS "n" FROM "Assessment"
      WHERE "annotationId" IN (SELECT "id" FROM annotation) AND "retractedAt" IS NULL GROUP BY 1
    ), said AS (
      SELECT "annotationId", count(*)::int AS "n", min("id"::text)::uuid AS "first" FROM "Comment"
      WHERE "annotationId" IN (SELECT "id" FROM annotation) AND "state" = 'visible' GROUP BY 1
    )
    SELECT n."id"::text, n."kind", n."state", n."shown", ${folded} AS "folded", n."labels", anchor."start", anchor."end",
      anchor."state" AS "anchored", coalesce(n."statement", nullif(left(c."text", ${GIST_CHARS}::int), ''), n."exact") AS "gist",
      CASE WHEN n."exact" ~ ${SPACE_AT_END} THEN n."exact" END AS "spaced",
      coalesce(source."n", 0) AS "sources", coalesce(assessment."n", 0) AS "assessments",
      coalesce(said."n", 0) AS "comments"
    FROM annotation n JOIN "Article" a ON a."id" = n."articleId"
    LEFT JOIN "Anchor" anchor ON anchor."annotationId" = n."id" AND ${itsAnchor}
    LEFT JOIN source ON source."annotationId" = n."id"
    LEFT JOIN assessment ON assessment."annotationId" = n."id"
    LEFT JOIN said ON said."annotationId" = n."id"
    LEFT JOIN "Comment" c ON n."kind" = 'remark' AND c."id" = said."first"
    ORDER BY coalesce(anchor."start", ${NOWHERE}::int), n."id"`;
  const standing = revision === null ? rows : rows.filter(({ anchored }) => anchored !== null);
  return standing.map(({ spaced, ...row }) => {
    const length = (row.end ?? 0) - (row.start ?? 0);
    // The words that stand in the text may be others by now: their end is then not known so well.
    const trailing = spaced?.length === length ? length - spaced.trimEnd().length : 0;
    return { ...row, trailing };
  });
}

/**
 * A page of an article's active annotations, in the order of the text.
 * @param folded which show as open, whatever they show to others: a condition as above
 */
export async function pageOfAnnotationRows(
  articleId: string,
  query: AnnotationQuery,
  folded: Prisma.Sql = Prisma.sql`false`,
) {
  const after = decodePlace(query.cursor);
  const found = await db().$queryRaw<{ id: string }[]>`
    SELECT n."id"::text FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    LEFT JOIN "Anchor" anchor ON anchor."annotationId" = n."id" AND anchor."newest"
    WHERE n."articleId" = ${articleId}::uuid AND n."state" = 'active'
      AND (${query.kind ?? null}::text IS NULL OR n."kind" = ${query.kind ?? null}::text)
      AND (${query.verdict ?? null}::text IS NULL
        OR CASE WHEN ${folded} THEN 'open' ELSE n."shown" END = ${query.verdict ?? null}::text)
      AND (${query.label ?? null}::text IS NULL OR ${query.label ?? null}::text = ANY(n."labels"))
      AND (${query.state ?? null}::text IS NULL OR anchor."state" = ${query.state ?? null}::text)
      AND (coalesce(anchor."start", ${NOWHERE}::int), n."id") > (${after.start}::int, ${after.id}::uuid)
    ORDER BY coalesce(anchor."start", ${NOWHERE}::int), n."id" LIMIT ${query.limit + 1}::int`;
  const ids = found.slice(0, query.limit).map(({ id }) => id);
  const rows = new Map((await listRowsById(ids)).map((row) => [row.id, row]));
  const items = ids.flatMap((id) => rows.get(id) ?? []);
  const last = items.at(-1);
  return { items, nextCursor: found.length > query.limit && last ? encodePlace(last) : null };
}

/** The annotations of an article that stand, in the order of its text, from the `offset`th on. */
export async function listPlacedRows(
  articleId: string,
  offset: number,
  limit: number,
): Promise<AnnotationRow[]> {
  const found = await db().$queryRaw<{ id: string }[]>`
    SELECT n."id"::text FROM "Annotation" n
    LEFT JOIN "Anchor" anchor ON anchor."annotationId" = n."id" AND anchor."newest"
    WHERE n."articleId" = ${articleId}::uuid AND n."state" = 'active'
    ORDER BY coalesce(anchor."start", ${NOWHERE}::int), n."id" LIMIT ${limit}::int OFFSET ${offset}::int`;
  const rows = new Map((await listRowsById(found.map(({ id }) => id))).map((row) => [row.id, row]));
  return found.flatMap(({ id }) => rows.get(id) ?? []);
}

function encodePlace(row: AnnotationRow): string {
  return Buffer.from(`${placeOf(row)}~${row.id}`).toString('base64url');
}

function decodePlace(cursor: string | undefined): { start: number; id: string } {
  if (cursor === undefined) return { start: -1, id: '00000000-0000-0000-0000-000000000000' };
  const [, start, id] =
    /^(\d{1,10})~([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!start || !id || Number(start) > NOWHERE) {
    throw new Problem('invalid', 'cursor: is not one of ours', { fields: { cursor: 'is not one of ours' } });
  }
  return { start: Number(start), id };
}

function placeInExhibit({ exhibitCommentId: id, exhibitStart: start, exhibitEnd: end }: AnnotationRow) {
  return id === null || start === null || end === null ? null : { id, start, end };
}

/** What everybody can read of the claims that were made of some comments on the original, oldest first. */
export async function listRowsOnExhibit(commentIds: readonly string[]): Promise<AnnotationRow[]> {
  return db().annotation.findMany({
    where: { exhibitCommentId: { in: [...commentIds] }, state: { in: ['active', 'withdrawn'] } },
    select: columns,
    orderBy: { id: 'asc' },
  });
}

/** The anchor in the newest revision, as lib/verdict asks for it. The words of a comment on the original never change. */
export function passageOf({ anchors: [anchor], exhibitCommentId, revisionNumber }: AnnotationRow) {
  if (anchor) return { state: anchor.state as AnchorState, since: anchor.since };
  return { state: exhibitCommentId ? ('exact' as const) : ('orphaned' as const), since: revisionNumber };
}

/** What an annotation is by itself, as it goes out; `sinceAt` is when other words came to stand in its place. */
export function toCore(row: AnnotationRow, sinceAt: string | null): AnnotationCore {
  const anchor = row.anchors[0];
  return {
    id: row.id,
    articleId: row.articleId,
    // CHECK constraints hold the words to the lists in schema.ts.
    kind: row.kind as Kind,
    state: row.state as AnnotationCore['state'],
    author: row.author,
    statement: row.statement,
    target: {
      ...{ exact: row.exact, prefix: row.prefix, suffix: row.suffix, revision: row.revisionNumber },
      exhibitComment: placeInExhibit(row),
      withheld: row.exhibitCommentId !== null && row.exact === WITHHELD,
    },
    anchor: {
      revision: anchor?.revisionNumber ?? row.revisionNumber,
      start: anchor?.start ?? null,
      end: anchor?.end ?? null,
      state: passageOf(row).state,
      changes: (anchor?.changes ?? []) as AnnotationCore['anchor']['changes'],
      words: anchor?.words ?? null,
      since: anchor?.since ?? row.revisionNumber,
      sinceAt,
      places: (anchor?.places ?? []) as AnnotationCore['anchor']['places'],
    },
    wording: row.wording,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  };
}

/** True if somebody other than its author gave a source, verdict, label or comment, ruled on it, reported or moderated it. */
export async function othersTookPart(row: { id: string; authorId: string }): Promise<boolean> {
  const [found] = await db().$queryRaw<{ others: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Source" WHERE "annotationId" = ${row.id}::uuid AND "addedById" <> ${row.authorId}::uuid)
      OR EXISTS (SELECT 1 FROM "Assessment" WHERE "annotationId" = ${row.id}::uuid AND "authorId" <> ${row.authorId}::uuid)
      OR EXISTS (SELECT 1 FROM "AnnotationLabel" WHERE "annotationId" = ${row.id}::uuid AND "userId" <> ${row.authorId}::uuid)
      OR EXISTS (SELECT 1 FROM "Comment" WHERE "annotationId" = ${row.id}::uuid
                   AND "authorId" IS DISTINCT FROM ${row.authorId}::uuid)
      OR EXISTS (SELECT 1 FROM "Ruling" WHERE "annotationId" = ${row.id}::uuid)
      OR EXISTS (SELECT 1 FROM "RulingDraft" WHERE "annotationId" = ${row.id}::uuid AND "state" <> 'empty'
                   AND ("writerIds" <> ARRAY[${row.authorId}::uuid] OR "state" = 'awaiting-approval'))
      OR EXISTS (SELECT 1 FROM "Report" r LEFT JOIN "Comment" c ON c."id" = r."commentId"
                 WHERE r."annotationId" = ${row.id}::uuid OR c."annotationId" = ${row.id}::uuid)
      OR EXISTS (SELECT 1 FROM "ModerationAction" m LEFT JOIN "Comment" c ON c."id" = m."commentId"
                 WHERE m."annotationId" = ${row.id}::uuid OR c."annotationId" = ${row.id}::uuid) AS "others"`;
  return found?.others ?? false;
}

/** Earlier wordings, newest first; without the words of a comment on the original that a moderator put away. */
export async function listWordings(annotationId: string) {
  const rows = await db().wording.findMany({
    where: { annotationId },
    orderBy: { number: 'desc' },
    select: {
      ...{ number: true, kind: true, statement: true, exact: true, replacedAt: true },
      annotation: { select: { exact: true } },
    },
  });
  return rows.map(({ annotation, replacedAt, statement, exact, ...row }) => {
    const words = annotation.exact === WITHHELD ? withheld({ statement, exact }) : { statement, exact };
    return {
      ...row,
      statement: words.statement,
      exact: words.exact,
      replacedAt: replacedAt.toISOString(),
    };
  });
}
