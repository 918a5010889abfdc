import type { z } from 'zod';
import { richTextFrom } from '#lib/assessment/rich-text.ts';
import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { idAt, idBytes } from '#lib/db/ids.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit, insertion, type NewEvent, tellOnceCommitted } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { canComment, canDeleteComment, canEditComment } from './policy.ts';
import type { CommentRow, HeldComment } from './queries.ts';
import {
  type CommentInput,
  type CommentState,
  type commentPatch,
  type GuestInput,
  MAX_DEPTH,
} from './schema.ts';

/** What a comment is written on, as the flow found it. */
export interface CommentTarget {
  /** Null for the thread under the article. */
  annotationId: string | null;
  articleId: string;
  articleState: string;
  revisionNumber: number;
}

/** Who speaks: somebody with an account, or a guest whom the flow has let in. */
export type Speaker = { viewer: Viewer } | { guest: GuestInput };

/**
 * Posts a comment in a state that the flow decided: one statement, which is a transaction of its own where none is open,
 * besides the look at what is answered.
 */
export async function postComment(
  speaker: Speaker,
  target: CommentTarget,
  input: Pick<CommentInput, 'parentId' | 'body' | 'text'>,
  state: CommentState = 'visible',
): Promise<CommentRow> {
  const author = speakerColumns(speaker, target);
  const said = requireWords(input);
  const parent = input.parentId ? await requireParent(input.parentId, target) : null;
  const createdAt = new Date();
  const id = idAt(createdAt);
  const row: CommentRow = {
    ...{ id, ...author, ...NEW, ...said, state, createdAt },
    articleId: target.annotationId ? null : target.articleId,
    annotationId: target.annotationId,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? id,
    depth: parent ? parent.depth + 1 : 0,
    revisionNumber: target.revisionNumber,
  };
  const path = Buffer.concat([parent?.path ?? Buffer.alloc(0), idBytes(id)]);
  await insert(row, { path, guestEmail: 'guest' in speaker ? speaker.guest.email : null }, target.articleId);
  return row;
}

/** What holds for every comment that nobody has answered, voted on or changed. */
const NEW = { up: 0, down: 0, score: 0, mine: 0, replyCount: 0, version: 1, editedAt: null, reason: null };

async function insert(
  row: CommentRow,
  { path, guestEmail }: { path: Buffer; guestEmail: string | null },
  inArticle: string,
): Promise<void> {
  const event: NewEvent = {
    kind: 'comment.posted',
    actorId: row.authorId,
    articleId: inArticle,
    subjectId: row.id,
    data: {
      ...threadOf(row),
      ...(row.parentId ? { parentId: row.parentId } : {}),
      ...unseenUnless(row.state === 'visible'),
    },
  };
  const [written] = await db().$queryRaw<{ id: bigint }[]>`
    WITH comment AS (
      INSERT INTO "Comment" ("id", "articleId", "annotationId", "parentId", "rootId", "depth", "path", "authorId",
        "guestName", "guestEmail", "body", "text", "state", "revisionNumber", "createdAt")
      SELECT ${row.id}::uuid, ${row.articleId}::uuid, ${row.annotationId}::uuid, ${row.parentId}::uuid,
        ${row.rootId}::uuid, ${row.depth}::int, ${path}, ${row.authorId}::uuid, ${row.guestName}, ${guestEmail},
        ${JSON.stringify(row.body)}::jsonb, ${row.text}, ${row.state}, ${row.revisionNumber}::int, ${row.createdAt}
      ${fromOpenThread(row, inArticle)}
      RETURNING 1
    ), event AS (${insertion(event, Prisma.sql`FROM comment`)}) SELECT "id" FROM event`;
  if (!written) throw new Problem('not-found', 'What this speaks to was closed or taken away a moment ago.');
  tellOnceCommitted(written.id, event);
}

/** The thread and what is answered are looked at again in the statement itself: the flow's look was a moment ago. */
function fromOpenThread({ annotationId, parentId }: CommentRow, inArticle: string): Prisma.Sql {
  const answered = parentId
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM "Comment" p WHERE p."id" = ${parentId}::uuid AND p."state" <> 'deleted')`
    : Prisma.empty;
  return annotationId
    ? Prisma.sql`FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
        WHERE n."id" = ${annotationId}::uuid AND n."state" = 'active' AND a."state" = 'open' ${answered}
        FOR KEY SHARE OF n`
    : Prisma.sql`FROM "Article" a WHERE a."id" = ${inArticle}::uuid AND a."state" = 'open' ${answered}`;
}

/** Marks what readers do not see. */
const unseenUnless = (seen: boolean) => (seen ? {} : { unseen: true });

function speakerColumns(speaker: Speaker, { articleState }: CommentTarget) {
  const viewer = 'viewer' in speaker ? speaker.viewer : null;
  if (viewer || 'guest' in speaker) {
    if (articleState === 'locked') throw new Problem('article-locked');
    if (articleState === 'closed') throw new Problem('comments-closed');
  }
  if ('guest' in speaker)
    return { authorId: null, handle: null, name: null, role: null, guestName: speaker.guest.name };
  const { id, handle, name, role } = permit(viewer, canComment(viewer, { state: articleState }));
  return { authorId: id, handle, name, role, guestName: null };
}

function requireWords(input: { body?: CommentInput['body']; text?: string | undefined }) {
  const said = richTextFrom('body', input.body ?? input.text);
  if (!said) throw new Problem('invalid', 'body: is empty', { fields: { body: 'is empty' } });
  return said;
}

interface Parent {
  id: string;
  parentId: string | null;
  rootId: string;
  depth: number;
  path: Uint8Array;
}

/** What is answered: it stands in this thread, and can be read. At the deepest level, the comment above takes its place. */
async function requireParent(id: string, target: CommentTarget): Promise<Parent> {
  const thread = target.annotationId ?? target.articleId;
  const [parent] = await db().$queryRaw<Parent[]>`
    SELECT c."id", c."parentId", c."rootId", c."depth", c."path" FROM "Comment" c
    WHERE c."id" = ${id}::uuid AND coalesce(c."articleId", c."annotationId") = ${thread}::uuid AND c."state" = 'visible'`;
  if (!parent) {
    const message = 'is not in this thread, or was taken away';
    throw new Problem('invalid', `parentId: ${message}`, { fields: { parentId: message } });
  }
  if (parent.depth < MAX_DEPTH || !parent.parentId) return parent;
  const path = parent.path.slice(0, -16);
  return { ...parent, id: parent.parentId, parentId: null, depth: parent.depth - 1, path };
}

/** Changes the words of one's own comment, into a state that the flow decided. */
export async function editComment(
  viewer: Viewer,
  held: HeldComment,
  patch: z.output<typeof commentPatch>,
  state: CommentState,
): Promise<void> {
  const actor = permit(viewer, canEditComment(viewer, held));
  if (held.version !== patch.version) throw new Problem('edit-conflict');
  const said = requireWords(patch);
  await db().$executeRaw`
    UPDATE "Comment" SET "body" = ${JSON.stringify(said.body)}::jsonb, "text" = ${said.text}, "state" = ${state},
      "version" = "version" + 1, "editedAt" = ${new Date()} WHERE "id" = ${held.id}::uuid`;
  await emit({
    kind: 'comment.edited',
    actorId: actor.id,
    articleId: held.inArticle,
    subjectId: held.id,
    data: { ...threadOf(held), ...unseenUnless(held.state === 'visible') },
  });
}

/** Takes one's own comment away: the words are gone, and a placeholder stays where replies stand under it. */
export async function deleteComment(viewer: Viewer, held: HeldComment): Promise<void> {
  const actor = permit(viewer, canDeleteComment(viewer, held));
  const empty = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });
  const [left] = await db().$queryRaw<{ answered: boolean }[]>`
    UPDATE "Comment" c SET "body" = ${empty}::jsonb, "text" = '', "state" = 'deleted', "version" = "version" + 1
    WHERE c."id" = ${held.id}::uuid RETURNING EXISTS (SELECT 1 FROM "Comment" below WHERE below."rootId" = c."rootId"
      AND below."path" > c."path" AND below."path" < c."path" || '\\xff'::bytea AND below."state" = 'visible') AS "answered"`;
  // Above replies the placeholder of what a moderator took away says another thing from now on.
  const seen = held.state === 'visible' || left?.answered === true;
  await emit({
    kind: 'comment.deleted',
    actorId: actor.id,
    articleId: held.inArticle,
    subjectId: held.id,
    data: { ...threadOf(held), ...unseenUnless(seen) },
  });
}

/** In which thread of its article a comment stands, for an event. */
export function threadOf({ annotationId }: { annotationId: string | null }) {
  return annotationId ? { annotationId } : {};
}

/** Puts comments into another state, as a moderator decided. The flow emits what it was. */
export async function setCommentState(ids: readonly string[], state: CommentState): Promise<void> {
  await db().$executeRaw`
    UPDATE "Comment" SET "state" = ${state}, "version" = "version" + 1 WHERE "id" = ANY(${[...ids]}::uuid[])`;
}
