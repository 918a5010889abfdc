import { WITHHELD } from '#lib/annotation/withheld/words.ts';
import { shownDate } from '#lib/article/publication-date.ts';
import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { decodeCursor, pageOfRows } from '#lib/db/keyset.ts';
import type { ClaimInput } from '#lib/verdict/state.ts';
import type { CorrectionEntry, RulingDetail, RulingEntry, RulingView } from './schema.ts';

/** What a list of rulings, or of what happened to them, is asked for. */
interface RulingQuery {
  articleId?: string | undefined;
  /** Only those that stand, or only those that were retracted. */
  state?: RulingView['state'] | undefined;
  verdict?: RulingView['verdict'] | undefined;
  cursor?: string | undefined;
  limit: number;
}

const { sql, empty } = Prisma;

/** Somebody as JSON; null where the alias found nobody. */
const person = (alias: string) => {
  const [id, handle, name] = [`"${alias}"."id"`, `"${alias}"."handle"`, `"${alias}"."name"`].map(Prisma.raw);
  return sql`CASE WHEN ${id} IS NULL THEN NULL ELSE json_build_object('handle', ${handle}, 'name', ${name}) END`;
};

const HEAD = sql`r."id"::text, r."annotationId"::text, r."state", r."verdict", r."summary", r."wording",
  r."revisionNumber" AS "revision", r."version", r."publishedAt", r."correctedAt", r."retractedAt",
  r."wording" = n."wording" AS "current", ${person('author')} AS "author", ${person('approver')} AS "approver",
  r."putRightRevision", v."capturedAt" AS "putRightAt",
  (SELECT coalesce(json_agg(s."sourceId" ORDER BY s."sourceId"), '[]') FROM "RulingSource" s
    WHERE s."rulingId" = r."id") AS "sourceIds"`;

const VERIFIED = sql`(SELECT coalesce(json_agg(s."sourceId" ORDER BY s."sourceId"), '[]') FROM "RulingSource" s
  WHERE s."rulingId" = r."id" AND s."verified") AS "verifiedIds"`;

const WORDS = sql`"reasoning", "reasoningText", "selectedBecause", "askedForComment", "evidenceAgainst"`;

/** What happened to it, oldest first; `before` are more pairs of what it said before. */
const changes = (
  before: Prisma.Sql,
) => sql`(SELECT coalesce(json_agg(json_build_object('id', c."id", 'kind', c."kind",
    'reason', c."reason", 'by', ${person('by')}, 'approvedBy', ${person('seconder')}, 'at', c."createdAt",
    'verdictBefore', c."verdict" ${before}) ORDER BY c."id"), '[]')
  FROM "RulingCorrection" c JOIN "User" by ON by."id" = c."actorId" LEFT JOIN "User" seconder ON seconder."id" = c."approverId"
  WHERE c."rulingId" = r."id") AS "changes"`;

const BEFORE = sql`, 'before', json_build_object('verdict', c."verdict", 'summary', c."summary",
  'reasoning', c."reasoning", 'reasoningText', c."reasoningText", 'selectedBecause', c."selectedBecause",
  'askedForComment', c."askedForComment", 'evidenceAgainst', c."evidenceAgainst", 'sources', c."sources",
  'wording', c."wording", 'revision', c."revisionNumber")`;

const FROM = sql`FROM "Ruling" r JOIN "Annotation" n ON n."id" = r."annotationId"
  JOIN "User" author ON author."id" = r."authorId" LEFT JOIN "User" approver ON approver."id" = r."approverId"
  LEFT JOIN "Revision" v ON v."articleId" = n."articleId" AND v."number" = r."putRightRevision"`;

interface Times {
  publishedAt: Date;
  correctedAt: Date | null;
  retractedAt: Date | null;
  putRightRevision: number | null;
  putRightAt: Date | null;
}
type Row<View extends RulingView> = Omit<View, keyof Times | 'putRight'> & Times;

/** The rulings of some claims, retracted ones too, for the head of their cards: one query, however many there are. */
export async function rulingsOf(annotationIds: readonly string[]): Promise<Map<string, RulingView>> {
  if (annotationIds.length === 0) return new Map();
  const rows = await db().$queryRaw<Row<RulingView>[]>`
    SELECT ${HEAD}, ${changes(empty)} ${FROM} WHERE r."annotationId" = ANY(${[...annotationIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.annotationId, toView(row)]));
}

/** Whether a ruling that stands rests on a source. */
export async function isRuledOn(sourceId: string): Promise<boolean> {
  return (await db().rulingSource.count({ where: { sourceId, ruling: { state: 'published' } } })) > 0;
}

/** A ruling as lib/verdict asks for it. Who says that the article put it right has looked at that revision. */
export function judgedBy({ verdict, state, wording, revision, putRight }: RulingView): ClaimInput['ruling'] {
  return { verdict, state, wording, revision: Math.max(revision, putRight?.revision ?? 0) };
}

/** The whole ruling of a claim, with what it said before; null where none was ever published. One query. */
export async function getRuling(annotationId: string): Promise<RulingDetail | null> {
  const [row] = await db().$queryRaw<Row<RulingDetail>[]>`
    SELECT ${HEAD}, ${WORDS}, ${VERIFIED}, ${changes(BEFORE)} ${FROM} WHERE r."annotationId" = ${annotationId}::uuid`;
  return row ? toView(row) : null;
}

function toView<View extends RulingView>({ putRightRevision, putRightAt, ...row }: Row<View>): View {
  const { publishedAt, correctedAt, retractedAt } = row;
  const seconds = putRightAt ? Math.round((putRightAt.getTime() - publishedAt.getTime()) / 1000) : 0;
  return {
    ...row,
    approver: approverOf(row),
    publishedAt: publishedAt.toISOString(),
    correctedAt: correctedAt?.toISOString() ?? null,
    retractedAt: retractedAt?.toISOString() ?? null,
    putRight:
      putRightRevision && putRightAt
        ? {
            revision: putRightRevision,
            capturedAt: putRightAt.toISOString(),
            seconds: seconds >= 0 ? seconds : null,
          }
        : null,
    changes: row.changes.map((change) => ({ ...change, at: new Date(change.at).toISOString() })),
  } as unknown as View;
}

/** Who approved what stands there now: who approved it before has not seen that, and nobody approves what they began. */
function approverOf({ author, approver, changes }: Pick<RulingView, 'author' | 'approver' | 'changes'>) {
  const last = changes.findLast(({ kind }) => kind !== 'retraction');
  if (!last) return approver;
  return last.approvedBy?.handle === author.handle ? null : last.approvedBy;
}

interface EntryRow extends Row<RulingDetail> {
  claim: RulingEntry['claim'];
  article: Omit<RulingEntry['article'], 'publishedAt'> & {
    publishedAt: string | null;
    publishedDay: boolean;
  };
}

/** Words of the claim as they were when it was judged; an earlier wording has a row, the present one has none. */
const judged = (column: Prisma.Sql) =>
  sql`CASE WHEN w."number" IS NULL OR n."exact" = ${WITHHELD} THEN n.${column} ELSE w.${column} END`;

/** Rulings with their claims and articles, newest first, of what everybody can read. One query a page. */
export async function pageOfRulings(query: RulingQuery) {
  const { articleId, state, verdict, limit } = query;
  const after = decodeCursor(query.cursor);
  const rows = await db().$queryRaw<EntryRow[]>`
    SELECT ${HEAD}, r."reasoning", r."reasoningText", r."selectedBecause", r."askedForComment", r."evidenceAgainst",
      ${VERIFIED}, ${changes(BEFORE)},
      json_build_object('id', n."id", 'statement', ${judged(sql`"statement"`)}, 'exact', ${judged(sql`"exact"`)},
        'author', ${person('claimant')}, 'createdAt', n."createdAt") AS "claim",
      json_build_object('id', a."id", 'slug', a."slug", 'title', a."title", 'byline', a."byline", 'site', a."site",
        'lang', a."lang", 'url', a."url", 'publishedAt', a."publishedAt", 'publishedDay', a."publishedDay") AS "article"
    ${FROM} JOIN "Article" a ON a."id" = n."articleId" JOIN "User" claimant ON claimant."id" = n."authorId"
    LEFT JOIN "Wording" w ON w."annotationId" = n."id" AND w."number" = r."wording"
    WHERE n."state" IN ('active', 'withdrawn') AND n."kind" = 'claim'
      ${articleId ? sql`AND n."articleId" = ${articleId}::uuid` : empty}
      ${state ? sql`AND r."state" = ${state}` : empty} ${verdict ? sql`AND r."verdict" = ${verdict}` : empty}
      ${after ? sql`AND (r."publishedAt", r."id") < (${after.at}::timestamptz, ${after.id}::uuid)` : empty}
    ORDER BY r."publishedAt" DESC, r."id" DESC LIMIT ${limit + 1}::int`;
  const { items, nextCursor } = pageOfRows(
    rows.map((row) => ({ ...row, createdAt: row.publishedAt })),
    limit,
  );
  return { items: items.map(toEntry), nextCursor };
}

function toEntry({ createdAt: _, claim, article, ...row }: EntryRow & { createdAt: Date }): RulingEntry {
  const { publishedAt, publishedDay, ...rest } = article;
  const date = { publishedAt: publishedAt ? new Date(publishedAt) : null, publishedDay };
  return {
    ruling: toView<RulingDetail>(row),
    claim: { ...claim, createdAt: new Date(claim.createdAt).toISOString() },
    article: { ...rest, publishedAt: shownDate(date) },
  };
}

type ChangeRow = Omit<CorrectionEntry, 'at'> & { at: Date };

/** What happened to published rulings, newest first: corrections, retractions, renewals. One query a page. */
export async function pageOfCorrections({ articleId, cursor, limit }: RulingQuery) {
  const after = decodeCursor(cursor);
  const rows = await db().$queryRaw<ChangeRow[]>`
    SELECT c."id"::text, c."kind", c."reason", ${person('by')} AS "by", ${person('seconder')} AS "approvedBy",
      c."createdAt" AS "at", c."verdict" AS "verdictBefore", coalesce(after."verdict", r."verdict") AS "verdict", r."state",
      n."id"::text AS "annotationId",
      CASE WHEN w."number" IS NULL OR n."exact" = ${WITHHELD} THEN coalesce(n."statement", n."exact")
        ELSE coalesce(w."statement", w."exact") END AS "statement",
      json_build_object('slug', a."slug", 'title', a."title", 'lang', a."lang") AS "article"
    FROM "RulingCorrection" c JOIN "Ruling" r ON r."id" = c."rulingId" JOIN "Annotation" n ON n."id" = r."annotationId"
    JOIN "Article" a ON a."id" = n."articleId" JOIN "User" by ON by."id" = c."actorId"
    LEFT JOIN "User" seconder ON seconder."id" = c."approverId"
    -- The claim as it was worded when it was judged, and what the change after this one replaced.
    LEFT JOIN "Wording" w ON w."annotationId" = n."id" AND w."number" = c."wording"
    LEFT JOIN LATERAL (SELECT l."verdict" FROM "RulingCorrection" l
      WHERE l."rulingId" = c."rulingId" AND l."id" > c."id" ORDER BY l."id" LIMIT 1) after ON true
    WHERE n."state" IN ('active', 'withdrawn') ${articleId ? sql`AND n."articleId" = ${articleId}::uuid` : empty}
      ${after ? sql`AND c."id" < ${after.id}::uuid` : empty}
    ORDER BY c."id" DESC LIMIT ${limit + 1}::int`;
  const page = pageOfRows(
    rows.map((row) => ({ ...row, createdAt: row.at })),
    limit,
  );
  const items: CorrectionEntry[] = page.items.map(({ createdAt, ...row }) => ({
    ...row,
    at: createdAt.toISOString(),
  }));
  return { items, nextCursor: page.nextCursor };
}
