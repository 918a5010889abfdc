import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { type CommentRow, columns, listed, readComments, requireBranch, toCommentView } from '../queries.ts';
import type { Sort, ThreadPage, ThreadQuery } from '../schema.ts';
import { decodeThreadCursor, encodeThreadCursor, type ThreadCursor } from './cursor.ts';
import { inOrder } from './order.ts';

/** How many levels of replies stand under a comment before somebody asks for more. */
const LEVELS = 2;

/** The comment at the head of a branch, and what the order sorts it by. */
interface Head {
  id: string;
  value: number;
}

/** Which comments head the branches that are listed: those of a whole thread, or the replies to one comment. */
export interface Scope {
  viewer: Viewer;
  /** The article or the annotation. */
  threadId: string;
  parentId?: string | undefined;
  sort: Sort;
}

/** A page of a thread; see `threadQuery` for the two ways in which it can be read. A bounded number of queries. */
export async function readThread(
  viewer: Viewer,
  threadId: string,
  { sort: wanted, cursor, limit, parentId, fold, around }: ThreadQuery,
): Promise<ThreadPage> {
  // Replies come in one order, whatever that of the thread is.
  const sort = parentId ? 'oldest' : wanted;
  const scope = { viewer, threadId, parentId, sort };
  const [page, total] = await Promise.all([
    fold === undefined
      ? readWhole(scope, decodeThreadCursor(cursor, sort), limit)
      : readFolded(scope, { cursor: decodeThreadCursor(cursor, sort), limit, fold, around }),
    countVisible(threadId),
  ]);
  return { ...page, total };
}

/** How many comments of a thread everybody can read. */
async function countVisible(threadId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS "n" FROM "Comment"
    WHERE coalesce("articleId", "annotationId") = ${threadId}::uuid AND "state" = 'visible'`;
  return row?.n ?? 0;
}

type Page = Omit<ThreadPage, 'total'>;

interface FoldedRequest {
  cursor: ThreadCursor | null;
  limit: number;
  fold: number;
  around: string | undefined;
}

async function readFolded(scope: Scope, request: FoldedRequest): Promise<Page> {
  const { cursor, limit, fold, around } = request;
  const branch = around ? await branchIn(scope, around) : [];
  const start = await startAt(scope, cursor, branch[0]);
  const found = await listHeads(scope, start, limit + 1);
  const backwards = start?.direction === 'before';
  const heads = backwards ? found.slice(0, limit).reverse() : found.slice(0, limit);
  const rows = await readUnderHeads(scope.viewer, heads, fold, branch);
  const more = found.length > limit;
  const at = (head: Head | undefined, direction: ThreadCursor['direction']) =>
    head
      ? encodeThreadCursor({
          sort: scope.sort,
          direction,
          value: head.value,
          headId: head.id,
          lastId: head.id,
        })
      : null;
  const before = backwards
    ? more
    : start !== null && (start.inclusive ? await standsBefore(scope, start) : true);
  return {
    items: inOrder(rows, heads).map((row) => toCommentView(row, scope.viewer)),
    nextCursor: backwards || more ? at(heads.at(-1), 'after') : null,
    prevCursor: before ? at(heads[0], 'before') : null,
  };
}

/** The comment that a page is to show and all above it, if it stands in this thread. */
async function branchIn({ viewer, threadId }: Scope, id: string): Promise<CommentRow[]> {
  const branch = await requireBranch(viewer, id);
  return branch.every((row) => (row.articleId ?? row.annotationId) === threadId) ? branch : [];
}

interface Start extends Pick<ThreadCursor, 'direction' | 'headId' | 'value'> {
  /** The head itself belongs to the page. */
  inclusive: boolean;
}

async function startAt(scope: Scope, cursor: ThreadCursor | null, root?: CommentRow): Promise<Start | null> {
  if (!root) return cursor && { ...cursor, inclusive: false };
  const [head] = await db().$queryRaw<Head[]>`
    SELECT c."id", ${keyOf(scope.sort)} AS "value" FROM "Comment" c WHERE c."id" = ${root.id}::uuid`;
  return { direction: 'after', headId: root.id, value: head?.value ?? 0, inclusive: true };
}

const COLUMN: Record<Sort, Prisma.Sql | null> = {
  oldest: null,
  newest: null,
  'most-voted': Prisma.sql`c."score"`,
  best: Prisma.sql`c."best"`,
};

/** What an order sorts by before the id. */
const keyOf = (sort: Sort) => Prisma.sql`(${COLUMN[sort] ?? Prisma.sql`0`})::float8`;

const within = ({ threadId, parentId, viewer }: Scope) =>
  Prisma.sql`${
    parentId
      ? Prisma.sql`c."parentId" = ${parentId}::uuid`
      : Prisma.sql`coalesce(c."articleId", c."annotationId") = ${threadId}::uuid AND c."parentId" IS NULL`
  } AND ${listed(viewer)}`;

/** Heads on one side of a place, nearest first. */
async function listHeads(scope: Scope, start: Start | null, limit: number): Promise<Head[]> {
  const descending = (scope.sort === 'oldest') === (start?.direction === 'before');
  return db().$queryRaw<Head[]>`
    SELECT c."id", ${keyOf(scope.sort)} AS "value" FROM "Comment" c
    WHERE ${within(scope)} ${beyond(scope.sort, start, descending)}
    ORDER BY ${orderBy(scope.sort, descending)} LIMIT ${limit}::int`;
}

function orderBy(sort: Sort, descending: boolean): Prisma.Sql {
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const column = COLUMN[sort];
  return column ? Prisma.sql`${column} ${direction}, c."id" ${direction}` : Prisma.sql`c."id" ${direction}`;
}

function beyond(sort: Sort, start: Start | null, descending: boolean): Prisma.Sql {
  if (!start) return Prisma.empty;
  const than = Prisma.raw(`${descending ? '<' : '>'}${start.inclusive ? '=' : ''}`);
  const column = COLUMN[sort];
  if (!column) return Prisma.sql`AND c."id" ${than} ${start.headId}::uuid`;
  // Of the column's own type: else its index would be of no use.
  const value =
    sort === 'best' ? Prisma.sql`${start.value}::float8` : Prisma.sql`${Math.round(start.value)}::int`;
  return Prisma.sql`AND (${column}, c."id") ${than} (${value}, ${start.headId}::uuid)`;
}

async function standsBefore(scope: Scope, { headId, value }: Start): Promise<boolean> {
  const found = await listHeads(scope, { direction: 'before', headId, value, inclusive: false }, 1);
  return found.length > 0;
}

/** The heads, the first replies below them, and all of a branch that has to be shown. */
async function readUnderHeads(
  viewer: Viewer,
  heads: readonly Head[],
  fold: number,
  branch: readonly CommentRow[],
): Promise<CommentRow[]> {
  const below = await db().$queryRaw<{ id: string }[]>`
    WITH RECURSIVE shown ("id", "level") AS (
      SELECT "id", CASE WHEN "id" = ANY(${heads.map(({ id }) => id)}::uuid[]) THEN 0 ELSE ${LEVELS - 1}::int END
      FROM unnest(${[...new Set([...heads.map(({ id }) => id), ...branch.map(({ id }) => id)])]}::uuid[]) AS head ("id")
      UNION
      SELECT reply."id", shown."level" + 1 FROM shown CROSS JOIN LATERAL (
        SELECT c."id" FROM "Comment" c WHERE c."parentId" = shown."id" AND ${listed(viewer)}
        ORDER BY c."id" LIMIT ${fold}::int
      ) AS reply WHERE shown."level" < ${LEVELS}::int
    ) SELECT DISTINCT "id" FROM shown`;
  return readComments(
    viewer,
    below.map(({ id }) => id),
  );
}

/** Every comment, a branch from top to bottom, whatever its length. */
async function readWhole(scope: Scope, cursor: ThreadCursor | null, limit: number): Promise<Page> {
  const { viewer, sort } = scope;
  const descending = sort !== 'oldest';
  const start = cursor && { ...cursor, inclusive: true };
  const branchOf = scope.parentId
    ? Prisma.sql`c."rootId" = head."rootId" AND c."path" >= head."path" AND c."path" < head."path" || '\\xff'::bytea`
    : Prisma.sql`c."rootId" = head."id"`;
  const rows = await db().$queryRaw<(CommentRow & { headId: string; value: number })[]>`
    WITH head AS (
      SELECT c."id", c."rootId", c."path", ${keyOf(sort)} AS "value",
        row_number() OVER (ORDER BY ${orderBy(sort, descending)}) AS "place"
      FROM "Comment" c WHERE ${within(scope)} ${beyond(sort, start, descending)}
      ORDER BY ${orderBy(sort, descending)} LIMIT ${limit + 2}::int
    )
    SELECT ${columns(viewer)}, head."id" AS "headId", head."value" FROM head CROSS JOIN LATERAL (
      SELECT c.* FROM "Comment" c WHERE ${branchOf} AND ${listed(viewer)}
        AND ((head."id" <> ${cursor?.headId ?? null}::uuid) IS NOT FALSE
          OR c."path" > (SELECT "path" FROM "Comment" WHERE "id" = ${cursor?.lastId ?? null}::uuid))
      ORDER BY c."path" LIMIT ${limit + 1}::int
    ) AS c LEFT JOIN "User" u ON u."id" = c."authorId"
    ORDER BY head."place", c."path" LIMIT ${limit + 1}::int`;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last;
  return {
    items: items.map((row) => toCommentView(row, viewer)),
    nextCursor: next
      ? encodeThreadCursor({
          sort,
          direction: 'after',
          value: last.value,
          headId: last.headId,
          lastId: last.id,
        })
      : null,
    prevCursor: null,
  };
}
