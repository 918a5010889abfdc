import { shownDate } from '#lib/article/publication-date.ts';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { decodeCursor, olderThan, pageOfRows } from '#lib/db/keyset.ts';
import { hasRole } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import type { PageFaring, PageUse, QuotedPassage, SnapshotBrief, SnapshotText } from './schema.ts';

const MOST_SNAPSHOTS = 50;
const MOST_FARING = 200;
const MOST_PASSAGES = 200;

/** Of claims in these states a reader sees what rests on a page; moderators also of what they hid. */
const statesFor = (viewer: Viewer) => [
  'active',
  'withdrawn',
  ...(hasRole(viewer, 'moderator') ? ['hidden'] : []),
];

/** Whether anything that the viewer can read rests on the page. */
export async function isUsed(viewer: Viewer, pageId: string): Promise<boolean> {
  const where = { pageId, annotation: { state: { in: statesFor(viewer) } } };
  return (await db().source.findFirst({ where, select: { id: true } })) !== null;
}

/** Where a page was used, the newest first. */
export async function listUses(
  viewer: Viewer,
  pageId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: PageUse[]; nextCursor: string | null }> {
  const rows = await db().source.findMany({
    where: { pageId, annotation: { state: { in: statesFor(viewer) } }, ...olderThan(decodeCursor(cursor)) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: useColumns,
  });
  const { items, nextCursor } = pageOfRows(rows, limit);
  return { items: items.map(toUse), nextCursor };
}

const claimColumns = {
  id: true,
  statement: true,
  exact: true,
  shown: true,
  state: true,
} as const satisfies Prisma.AnnotationSelect;

const useColumns = {
  id: true,
  stance: true,
  quote: true,
  note: true,
  state: true,
  createdAt: true,
  addedBy: { select: { handle: true, name: true } },
  annotation: {
    select: { ...claimColumns, article: { select: { id: true, slug: true, title: true, lang: true } } },
  },
} as const satisfies Prisma.SourceSelect;

function toUse(row: Prisma.SourceGetPayload<{ select: typeof useColumns }>): PageUse {
  const { annotation } = row;
  return {
    sourceId: row.id,
    stance: row.stance as PageUse['stance'],
    quote: row.quote,
    note: row.note,
    state: row.state as PageUse['state'],
    addedBy: row.addedBy,
    createdAt: row.createdAt.toISOString(),
    claim: { ...toClaim(annotation), withdrawn: annotation.state === 'withdrawn' },
    article: annotation.article,
  };
}

function toClaim(row: Prisma.AnnotationGetPayload<{ select: typeof claimColumns }>) {
  // What is folded for whom, lib/flows knows.
  return { id: row.id, statement: row.statement ?? row.exact, verdict: row.shown as Shown, folded: false };
}

const briefColumns = {
  id: true,
  url: true,
  canonicalUrl: true,
  status: true,
  contentType: true,
  title: true,
  publisher: true,
  byline: true,
  lang: true,
  publishedAt: true,
  publishedDay: true,
  sha256: true,
  capturedAt: true,
  seenAt: true,
} as const satisfies Prisma.SnapshotSelect;

/** The snapshots of a page, the newest first. Their texts are not read. */
export async function listSnapshots(pageId: string): Promise<SnapshotBrief[]> {
  const rows = await db().snapshot.findMany({
    where: { pageId },
    orderBy: { id: 'desc' },
    take: MOST_SNAPSHOTS,
    select: briefColumns,
  });
  const kept = await db().snapshot.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, text: { not: null } },
    select: { id: true },
  });
  const withText = new Set(kept.map(({ id }) => id));
  return rows.map((row) => toBrief(row, withText.has(row.id)));
}

function toBrief(
  row: Prisma.SnapshotGetPayload<{ select: typeof briefColumns }>,
  kept: boolean,
): SnapshotBrief {
  const { publishedAt, publishedDay, ...rest } = row;
  return {
    ...rest,
    publishedAt: shownDate({ publishedAt, publishedDay }),
    capturedAt: row.capturedAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    kept,
  };
}

/** How the sources of a page fared, the newest first: in each snapshot, and when there was no page. */
export async function listFaring(viewer: Viewer, pageId: string): Promise<PageFaring[]> {
  const rows = await db().$queryRaw<(Omit<PageFaring, 'at'> & { at: Date })[]>`
    SELECT f."snapshotId"::text, f."state", count(DISTINCT f."sourceId")::int AS "sources", min(f."at") AS "at"
    FROM "Source" s JOIN "Annotation" n ON n."id" = s."annotationId" AND n."state" = ANY(${statesFor(viewer)})
      JOIN "Finding" f ON f."sourceId" = s."id"
    WHERE s."pageId" = ${pageId}::uuid
    GROUP BY f."snapshotId", f."state", CASE WHEN f."snapshotId" IS NULL THEN f."at" END
    ORDER BY min(f."at") DESC, f."state" LIMIT ${MOST_FARING}::int`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** One snapshot of a page with its text and what is quoted of it; null for none of this page. */
export async function getSnapshot(viewer: Viewer, pageId: string, id: string): Promise<SnapshotText | null> {
  const row = await db().snapshot.findFirst({
    where: { id, pageId },
    select: { ...briefColumns, text: true },
  });
  if (!row) return null;
  const { text, ...brief } = row;
  const passages = await listPassages(viewer, id);
  return { ...toBrief(brief, text !== null), pageId, text, passages };
}

interface QuoteRow {
  sourceId: string;
  state: PageUse['state'];
  stance: PageUse['stance'];
  start: number;
  end: number;
  before: string;
  exact: string;
  after: string;
  claimId: string;
  statement: string;
  shown: Shown;
}

/** What is quoted of a snapshot. Sources that quote the same are one passage. */
async function listPassages(viewer: Viewer, snapshotId: string): Promise<QuotedPassage[]> {
  const rows = await db().$queryRaw<QuoteRow[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (f."sourceId") f."sourceId"::text, f."state", s."stance", f."start", f."end", f."before", f."exact",
        f."after", n."id"::text AS "claimId", coalesce(n."statement", n."exact") AS "statement", n."shown"
      FROM "Finding" f JOIN "Source" s ON s."id" = f."sourceId"
        JOIN "Annotation" n ON n."id" = s."annotationId" AND n."state" = ANY(${statesFor(viewer)})
      WHERE f."snapshotId" = ${snapshotId}::uuid
      ORDER BY f."sourceId", f."id" DESC) quoted
    WHERE "start" IS NOT NULL
    ORDER BY "start", "end", "sourceId" LIMIT ${MOST_PASSAGES}::int`;
  const places = Map.groupBy(rows, ({ start, end }) => `${start} ${end}`);
  return [...places.values()].map((same) => {
    const { start, end, before, exact, after } = same[0] as QuoteRow;
    const sources = same.map(({ sourceId, state, stance, claimId, statement, shown }) => ({
      id: sourceId,
      ...{ state, stance },
      claim: { id: claimId, statement, verdict: shown, folded: false },
    }));
    return { ...{ start, end, before, exact, after }, sources };
  });
}
