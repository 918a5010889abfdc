import { db } from '#lib/db/client.ts';
import { REPORTS_SHOWN } from '../queue/schema.ts';
import type { ReportTarget, ReportView } from './schema.ts';

/** How many open reports there are about each of some comments and annotations; nothing for those without. */
export async function openReportCounts(ids: readonly string[]): Promise<Map<string, number>> {
  const all = [...ids];
  const rows = await db().$queryRaw<{ id: string; n: number }[]>`
    SELECT coalesce("commentId", "annotationId") AS "id", count(*)::int AS "n" FROM "Report"
    WHERE "decidedAt" IS NULL AND ("commentId" = ANY(${all}::uuid[]) OR "annotationId" = ANY(${all}::uuid[]))
    GROUP BY 1`;
  return new Map(rows.map(({ id, n }) => [id, n]));
}

interface OpenReportRow {
  targetId: string;
  id: string;
  reason: string;
  detail: string;
  createdAt: Date;
  reporterId: string;
  handle: string;
  name: string;
}

/** The oldest open reports about each of some things. */
export async function listOpenReports(ids: readonly string[]): Promise<OpenReportRow[]> {
  return db().$queryRaw<OpenReportRow[]>`
    SELECT thing."id" AS "targetId", r."id", r."reason", r."detail", r."createdAt", r."reporterId", u."handle", u."name"
    FROM unnest(${[...ids]}::uuid[]) AS thing ("id") CROSS JOIN LATERAL (
      (SELECT * FROM "Report" WHERE "commentId" = thing."id" AND "decidedAt" IS NULL
       ORDER BY "createdAt", "id" LIMIT ${REPORTS_SHOWN}::int)
      UNION ALL (SELECT * FROM "Report" WHERE "annotationId" = thing."id" AND "decidedAt" IS NULL
       ORDER BY "createdAt", "id" LIMIT ${REPORTS_SHOWN}::int)
    ) AS r JOIN "User" u ON u."id" = r."reporterId" ORDER BY r."createdAt", r."id"`;
}

/** As much of somebody's past as tells how often they are right. */
const RECORD_MAX = 100;

interface ReportRecord {
  decided: number;
  upheld: number;
}

/** How often the newest reports of some people were right. */
export async function reportRecordsOf(userIds: readonly string[]): Promise<Map<string, ReportRecord>> {
  if (userIds.length === 0) return new Map();
  const rows = await db().$queryRaw<(ReportRecord & { id: string })[]>`
    SELECT person."id", count(*)::int AS "decided", count(*) FILTER (WHERE r."upheld")::int AS "upheld"
    FROM unnest(${[...userIds]}::uuid[]) AS person ("id") CROSS JOIN LATERAL (
      SELECT "upheld" FROM "Report" WHERE "reporterId" = person."id" AND "decidedAt" IS NOT NULL
      ORDER BY "id" DESC LIMIT ${RECORD_MAX}::int
    ) AS r GROUP BY person."id"`;
  return new Map(rows.map(({ id, decided, upheld }) => [id, { decided, upheld }]));
}

/** Somebody's open report about a thing. */
export async function getOpenReport(reporterId: string, target: ReportTarget): Promise<ReportView | null> {
  const row = await db().report.findFirst({
    where: {
      reporterId,
      decidedAt: null,
      ...(target.type === 'comment' ? { commentId: target.id } : { annotationId: target.id }),
    },
    select: { id: true, reason: true, detail: true, createdAt: true },
  });
  return row && { ...row, target, createdAt: row.createdAt.toISOString() };
}

interface Held {
  authorId: string | null;
  state: string;
  articleId: string;
  /** The annotation itself, or the one on which the comment stands. */
  annotation: { authorId: string; state: string } | null;
}

/** What is reported, held so that nobody decides about it meanwhile; any number of people report it at once. */
export async function holdReportable({ type, id }: ReportTarget): Promise<Held | null> {
  const rows =
    type === 'comment'
      ? await db().$queryRaw<Held[]>`
          SELECT c."authorId", c."state", coalesce(c."articleId", n."articleId") AS "articleId",
            CASE WHEN n."id" IS NULL THEN NULL
              ELSE jsonb_build_object('authorId', n."authorId", 'state', n."state") END AS "annotation"
          FROM "Comment" c LEFT JOIN "Annotation" n ON n."id" = c."annotationId"
          WHERE c."id" = ${id}::uuid FOR SHARE OF c`
      : await db().$queryRaw<Held[]>`
          SELECT n."authorId", n."state", n."articleId",
            jsonb_build_object('authorId', n."authorId", 'state', n."state") AS "annotation"
          FROM "Annotation" n WHERE n."id" = ${id}::uuid FOR SHARE OF n`;
  return rows[0] ?? null;
}
