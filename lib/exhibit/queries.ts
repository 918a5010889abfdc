import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { ExhibitCommentView, ExhibitLoadView, ExhibitSource, ExhibitView } from './schema.ts';

type LoadRow = Prisma.ExhibitLoadGetPayload<object>;

/** The exhibit of an article, or null. */
export async function getExhibit(articleId: string): Promise<ExhibitView | null> {
  const row = await db().exhibit.findUnique({
    where: { articleId },
    include: {
      importedBy: { select: { handle: true, name: true } },
      loads: { orderBy: { id: 'desc' }, take: 1 },
    },
  });
  if (!row) return null;
  const present = await db().exhibitComment.count({ where: { exhibitId: row.id, place: { not: null } } });
  return {
    id: row.id,
    articleId,
    // A CHECK constraint holds it to the list in schema.ts.
    source: row.source as ExhibitSource,
    asOf: row.asOf.toISOString(),
    present,
    declared: row.declaredCount,
    importedBy: row.importedBy,
    load: row.loads[0] ? toLoadView(row.loads[0]) : null,
  };
}

export async function requireExhibit(articleId: string): Promise<ExhibitView> {
  const exhibit = await getExhibit(articleId);
  if (!exhibit) throw new Problem('not-found', 'The original thread of this article is not here.');
  return exhibit;
}

function toLoadView(row: LoadRow): ExhibitLoadView {
  const { id, total, done, added, changed, createdAt, finishedAt } = row;
  return {
    id,
    total,
    done,
    added,
    changed,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** A load with the exhibit that it goes into; null for an unknown id. */
export async function getLoad(id: string) {
  return db().exhibitLoad.findUnique({
    where: { id },
    include: { exhibit: { select: { articleId: true, importedById: true } } },
  });
}

/** The next batch of a load; null when none is left. */
export async function getNextBatch(loadId: string) {
  return db().exhibitBatch.findFirst({ where: { loadId }, orderBy: { number: 'asc' } });
}

const columns = {
  id: true,
  key: true,
  parentId: true,
  depth: true,
  author: true,
  body: true,
  text: true,
  writtenAt: true,
  writtenDay: true,
  timeWords: true,
  up: true,
  down: true,
  score: true,
  exact: true,
  prefix: true,
  suffix: true,
  place: true,
} as const satisfies Prisma.ExhibitCommentSelect;

export type ExhibitCommentRow = Prisma.ExhibitCommentGetPayload<{ select: typeof columns }>;

/** A page of an exhibit, from top to bottom, and what leads to the pages before and after it. */
export async function pageOfExhibit(
  exhibitId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const from = cursor === undefined ? 0 : placeIn(cursor);
  const rows = await db().exhibitComment.findMany({
    where: { exhibitId, place: { gte: from } },
    orderBy: { place: 'asc' },
    take: limit + 1,
    select: columns,
  });
  const next = rows[limit]?.place;
  return {
    rows: rows.slice(0, limit),
    nextCursor: next === undefined || next === null ? null : cursorAt(next),
    prevCursor: from === 0 ? null : cursorAt(Math.max(0, from - limit)),
  };
}

/** Places are counted from the top without a gap. */
export const cursorAt = (place: number) => Buffer.from(`place~${place}`).toString('base64url');

function placeIn(cursor: string): number {
  const place = /^place~(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (place === undefined) {
    throw new Problem('invalid', 'cursor: is not one of ours', { fields: { cursor: 'is not one of ours' } });
  }
  return Number(place);
}

/** The first comment of an exhibit that is tied to a passage, or that answers one: by id, in no order. */
export async function listExhibitComments(ids: readonly string[]): Promise<ExhibitCommentRow[]> {
  return db().exhibitComment.findMany({ where: { id: { in: [...ids] } }, select: columns });
}

/** All comments of an exhibit that are tied to a passage of the article. */
export async function listTied(exhibitId: string, limit: number) {
  return db().exhibitComment.findMany({
    where: { exhibitId, exact: { not: null }, place: { not: null } },
    orderBy: { place: 'asc' },
    take: limit,
    select: { id: true, exact: true, prefix: true, suffix: true, place: true },
  });
}

/** A comment as it goes out; `passage` says where its passage stands. */
export function toExhibitCommentView(
  row: ExhibitCommentRow,
  passage: ExhibitCommentView['passage'],
): ExhibitCommentView {
  const iso = row.writtenAt?.toISOString() ?? null;
  return {
    id: row.id,
    key: row.key,
    parentId: row.parentId,
    depth: row.depth,
    author: row.author,
    body: row.body as ExhibitCommentView['body'],
    text: row.text,
    writtenAt: iso && row.writtenDay ? iso.slice(0, 10) : iso,
    timeWords: row.timeWords,
    votes: row.score === null ? null : { up: row.up, down: row.down, score: row.score },
    passage,
  };
}
