import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { ExhibitCommentView, ExhibitSource, ExhibitView } from './schema.ts';

interface ExhibitRow {
  id: string;
  source: ExhibitSource;
  asOf: Date;
  present: number;
  declared: number | null;
  handle: string | null;
  name: string | null;
  loadId: string | null;
  total: number;
  done: number;
  added: number;
  changed: number;
  createdAt: Date;
  finishedAt: Date | null;
}

/** The exhibit of an article, or null: in one query, for every article page asks. */
export async function getExhibit(articleId: string): Promise<ExhibitView | null> {
  const [row] = await db().$queryRaw<ExhibitRow[]>`
    SELECT e."id"::text, e."source", e."asOf", e."declaredCount" AS "declared", u."handle", u."name",
      (SELECT coalesce(max("place") + 1, 0)::int FROM "ExhibitComment" WHERE "exhibitId" = e."id") AS "present",
      l."id"::text AS "loadId", l."total", l."done", l."added", l."changed", l."createdAt", l."finishedAt"
    FROM "Exhibit" e LEFT JOIN "User" u ON u."id" = e."importedById" LEFT JOIN LATERAL (
      SELECT * FROM "ExhibitLoad" WHERE "exhibitId" = e."id" ORDER BY "id" DESC LIMIT 1
    ) AS l ON true
    WHERE e."articleId" = ${articleId}::uuid`;
  if (!row) return null;
  const { id, source, asOf, present, declared, handle, name } = row;
  return {
    id,
    articleId,
    source,
    asOf: asOf.toISOString(),
    present,
    declared,
    importedBy: handle !== null && name !== null ? { handle, name } : null,
    load: toLoadView(row),
  };
}

export async function requireExhibit(articleId: string): Promise<ExhibitView> {
  const exhibit = await getExhibit(articleId);
  if (!exhibit) throw new Problem('not-found', 'The original thread of this article is not here.');
  return exhibit;
}

function toLoadView({ loadId, total, done, added, changed, createdAt, finishedAt }: ExhibitRow) {
  if (loadId === null) return null;
  return {
    id: loadId,
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

/** Loads that were begun before a time and have not ended: whoever did them gave up, or the order was lost. */
export async function listStrandedLoads(before: Date): Promise<string[]> {
  const rows = await db().exhibitLoad.findMany({
    where: { finishedAt: null, createdAt: { lt: before } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
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
  state: true,
  version: true,
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

/** What a comment says and where it stands, with the article that it stands under; null for an unknown id. */
export async function getExhibitComment(id: string) {
  return db().exhibitComment.findUnique({
    where: { id },
    select: {
      ...{ id: true, author: true, text: true, place: true, state: true },
      exhibit: { select: { articleId: true } },
    },
  });
}

/** Who is answered by comments of a page whose parents stand on another one. */
export async function listParents(ids: readonly string[]) {
  const rows = await db().exhibitComment.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, author: true, place: true, state: true },
  });
  return rows.map(({ state, ...row }) => (state === 'hidden' ? { ...row, author: '' } : row));
}

/** Of a comment that a moderator put away nothing is told but its place. */
const WITHHELD = {
  author: '',
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  text: '',
  writtenAt: null,
  timeWords: null,
  votes: null,
  passage: null,
} as const satisfies Partial<ExhibitCommentView>;

/** A comment as it goes out; `passage` says where its passage stands. */
export function toExhibitCommentView(
  row: ExhibitCommentRow,
  passage: ExhibitCommentView['passage'],
): ExhibitCommentView {
  const iso = row.writtenAt?.toISOString() ?? null;
  // A CHECK constraint holds it to the list.
  const state = row.state as ExhibitCommentView['state'];
  const { id, key, parentId, depth, version } = row;
  const place = { id, key, parentId, depth, version, state };
  if (state === 'hidden') return { ...place, ...WITHHELD };
  return {
    ...place,
    author: row.author,
    body: row.body as ExhibitCommentView['body'],
    text: row.text,
    writtenAt: iso && row.writtenDay ? iso.slice(0, 10) : iso,
    timeWords: row.timeWords,
    votes: row.score === null ? null : { up: row.up, down: row.down, score: row.score },
    passage,
  };
}
