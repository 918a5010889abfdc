import { canReadAnnotation } from '#lib/annotation/policy.ts';
import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { hasRole } from '#lib/user/policy.ts';
import type { Role, Viewer } from '#lib/user/schema.ts';
import { canRead, MODERATOR_STATES, OWN_STATES } from './policy.ts';
import type { CommentState, CommentView } from './schema.ts';

/** A comment as it is read for somebody: with the vote of the viewer and the replies that the viewer can see. */
export interface CommentRow {
  id: string;
  articleId: string | null;
  annotationId: string | null;
  parentId: string | null;
  rootId: string;
  depth: number;
  authorId: string | null;
  handle: string | null;
  name: string | null;
  role: Role | null;
  guestName: string | null;
  body: unknown;
  text: string;
  state: CommentState;
  /** Of the action that took it away, for its author. */
  reason: string | null;
  up: number;
  down: number;
  score: number;
  mine: number;
  replyCount: number;
  revisionNumber: number;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
}

/**
 * The condition under which the comment `c` stands in a thread for somebody: readers see what is visible, and a
 * placeholder above what is visible; authors see their own besides, and moderators what waits or was hidden.
 */
export function listed(viewer: Viewer): Prisma.Sql {
  const besides = hasRole(viewer, 'moderator') ? [...MODERATOR_STATES] : [];
  return Prisma.sql`(c."state" = 'visible' OR c."state" = ANY(${besides}::text[])
    OR (c."authorId" = ${viewer?.id ?? null}::uuid AND c."state" = ANY(${[...OWN_STATES]}::text[]))
    OR EXISTS (SELECT 1 FROM "Comment" below WHERE below."rootId" = c."rootId" AND below."path" > c."path"
      AND below."path" < c."path" || '\\xff'::bytea AND below."state" = 'visible'))`;
}

/** What `CommentRow` holds, of the comment `c`. */
export function columns(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`c."id", c."articleId", c."annotationId", c."parentId", c."rootId", c."depth", c."authorId",
    u."handle", u."name", u."role", c."guestName", c."body", c."text", c."state", c."up", c."down", c."score",
    coalesce((SELECT vote."value" FROM "Vote" vote
      WHERE vote."commentId" = c."id" AND vote."userId" = ${viewer?.id ?? null}::uuid), 0)::int AS "mine",
    (SELECT count(*)::int FROM "Comment" reply WHERE reply."parentId" = c."id" AND ${listedReply(viewer)}) AS "replyCount",
    c."revisionNumber", c."version", c."createdAt", c."editedAt",
    CASE WHEN c."state" IN ('hidden', 'rejected', 'removed') AND c."authorId" = ${viewer?.id ?? null}::uuid THEN
      (SELECT taken."reason" FROM "ModerationAction" taken
        WHERE taken."commentId" = c."id" AND taken."action" IN ('hide', 'reject', 'remove')
        ORDER BY taken."id" DESC LIMIT 1) END AS "reason"`;
}

/** The annotation `n` on which a comment stands, as far as it decides who reads the thread. */
const THREAD = Prisma.sql`n."state" AS "threadState", n."authorId" AS "threadAuthorId"`;

interface Thread {
  /** Null for a comment under an article. */
  threadState: string | null;
  threadAuthorId: string | null;
}

/** The thread of an annotation is read by whoever can read the annotation. */
function canReadThread(viewer: Viewer, { threadState, threadAuthorId }: Thread): boolean {
  if (threadState === null || threadAuthorId === null) return true;
  return canReadAnnotation(viewer, { state: threadState, authorId: threadAuthorId });
}

/** Nothing changes in the thread of an annotation that moderators took away; for most it is not even there. */
export function requireStandingThread(viewer: Viewer, thread: Thread): void {
  if (!canReadThread(viewer, thread)) throw new Problem('not-found', 'There is no such comment.');
  if (thread.threadState === 'hidden' || thread.threadState === 'removed')
    throw new Problem('not-allowed', 'A moderator took the annotation away.');
}

const AUTHOR = Prisma.sql`LEFT JOIN "User" u ON u."id" = c."authorId"`;

/** `listed` under the name that the count of replies uses. */
function listedReply(viewer: Viewer): Prisma.Sql {
  const { strings, values } = listed(viewer);
  const renamed = strings.map((part) => part.replaceAll('c."', 'reply."'));
  return new Prisma.Sql(renamed, values);
}

/** Comments by id, in no order. */
export async function readComments(viewer: Viewer, ids: readonly string[]): Promise<CommentRow[]> {
  if (ids.length === 0) return [];
  return db().$queryRaw<CommentRow[]>`
    SELECT ${columns(viewer)} FROM "Comment" c ${AUTHOR} WHERE c."id" = ANY(${[...ids]}::uuid[])`;
}

export async function requireCommentRow(viewer: Viewer, id: string): Promise<CommentRow> {
  const [row] = await readComments(viewer, [id]);
  if (!row) throw new Problem('not-found', 'There is no such comment.');
  return row;
}

/** A comment with those above it, its own last; `not-found` where nothing of it stands in its thread for the viewer. */
export async function requireBranch(viewer: Viewer, id: string): Promise<CommentRow[]> {
  const rows = await db().$queryRaw<(CommentRow & { stands: boolean } & Thread)[]>`
    WITH RECURSIVE up AS (
      SELECT "id", "parentId" FROM "Comment" WHERE "id" = ${id}::uuid
      UNION ALL SELECT p."id", p."parentId" FROM up JOIN "Comment" p ON p."id" = up."parentId"
    )
    SELECT ${columns(viewer)}, ${listed(viewer)} AS "stands", ${THREAD}
    FROM up JOIN "Comment" c ON c."id" = up."id" LEFT JOIN "Annotation" n ON n."id" = c."annotationId" ${AUTHOR}
    ORDER BY c."depth"`;
  const own = rows.at(-1);
  if (!own || !(own.stands || canRead(viewer, own)) || !canReadThread(viewer, own))
    throw new Problem('not-found', 'There is no such comment.');
  return rows;
}

/** Of some comments, in no order, those that stand in their threads for somebody. One query. */
export async function listStanding(viewer: Viewer, ids: readonly string[]): Promise<CommentRow[]> {
  const rows = await db().$queryRaw<(CommentRow & { stands: boolean } & Thread)[]>`
    SELECT ${columns(viewer)}, ${listed(viewer)} AS "stands", ${THREAD}
    FROM "Comment" c LEFT JOIN "Annotation" n ON n."id" = c."annotationId" ${AUTHOR}
    WHERE c."id" = ANY(${[...ids]}::uuid[])`;
  return rows.filter((row) => (row.stands || canRead(viewer, row)) && canReadThread(viewer, row));
}

/** Holds a comment until the transaction ends, with the article that it belongs to. */
export async function holdComment(id: string) {
  const [held] = await db().$queryRaw<HeldComment[]>`
    SELECT c."id", c."articleId", c."annotationId", c."authorId", c."state", c."version", c."up", c."down",
      a."id" AS "inArticle", a."state" AS "articleState", ${THREAD}
    FROM "Comment" c
    LEFT JOIN "Annotation" n ON n."id" = c."annotationId"
    JOIN "Article" a ON a."id" = coalesce(c."articleId", n."articleId")
    WHERE c."id" = ${id}::uuid FOR UPDATE OF c`;
  if (!held) throw new Problem('not-found', 'There is no such comment.');
  return held;
}

export interface HeldComment extends Thread {
  id: string;
  articleId: string | null;
  annotationId: string | null;
  authorId: string | null;
  state: CommentState;
  version: number;
  up: number;
  down: number;
  /** The article under which it stands, also where it stands on an annotation. */
  inArticle: string;
  articleState: string;
}

/** The first visible comments of each of some annotations, oldest first: at most `most` each, in one query. */
export async function listFirstComments(annotationIds: string[], most: number): Promise<CommentRow[]> {
  return db().$queryRaw<CommentRow[]>`
    SELECT ${columns(null)} FROM unnest(${annotationIds}::uuid[]) AS annotation ("id") CROSS JOIN LATERAL (
      SELECT * FROM "Comment" WHERE "annotationId" = annotation."id" AND "state" = 'visible'
      ORDER BY "id" LIMIT ${most}::int
    ) AS c ${AUTHOR} ORDER BY c."id"`;
}

/** How many visible comments stand on each of some annotations. */
export async function commentCountsOf(annotationIds: string[]): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ id: string; n: number }[]>`
    SELECT coalesce("articleId", "annotationId") AS "id", count(*)::int AS "n" FROM "Comment"
    WHERE coalesce("articleId", "annotationId") = ANY(${annotationIds}::uuid[]) AND "state" = 'visible' GROUP BY 1`;
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Whether somebody has a comment that was let through, or was never held. */
export async function hasVisibleComment(authorId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Comment" WHERE "authorId" = ${authorId}::uuid AND "state" = 'visible') AS "known"`;
  return row?.known ?? false;
}

function speakerOf({ handle, name, role }: CommentRow): CommentView['author'] {
  return handle && name && role ? { handle, name, role } : null;
}

/**
 * As it goes out to somebody: with its words, or as a placeholder that has neither words nor author. `open` is for whoever
 * wrote it this moment: a guest has no account by which that could be known.
 */
export function toCommentView(row: CommentRow, viewer: Viewer, open = canRead(viewer, row)): CommentView {
  return {
    id: row.id,
    articleId: row.articleId,
    annotationId: row.annotationId,
    parentId: row.parentId,
    depth: row.depth,
    author: open ? speakerOf(row) : null,
    guest: open && row.guestName ? { name: row.guestName } : null,
    body: open ? (row.body as CommentView['body']) : null,
    text: open ? row.text : '',
    state: row.state,
    reason: row.reason || null,
    revision: row.revisionNumber,
    votes: open
      ? { up: row.up, down: row.down, score: row.score, mine: row.mine }
      : { up: 0, down: 0, score: 0, mine: 0 },
    replyCount: row.replyCount,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: open ? (row.editedAt?.toISOString() ?? null) : null,
  };
}
