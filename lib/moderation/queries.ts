import { db } from '#lib/db/client.ts';
import type { Role } from '#lib/user/schema.ts';
import type { Decidable } from './policy.ts';
import type { Action, TargetType } from './schema.ts';

/** What a decision is about, held until the transaction ends. */
export interface HeldTarget extends Decidable {
  id: string;
  state: string;
  /** Its author had withdrawn it (an annotation). */
  withdrawn: boolean;
  version: number;
  /** Of a person. */
  role: Role;
  articleId: string | null;
  /** Of a comment: the annotation on which it stands, and what it answers. */
  annotationId: string | null;
  parentId: string | null;
  /** A placeholder may stand in its place. */
  answered: boolean;
  /** The newest action on it when we began to wait for it. */
  newestBefore: string | null;
}

/**
 * Holds what is to be decided. Always in one order, kinds and then ids, so that two moderators with the same things in
 * hand wait for each other instead of locking each other out. It is held against changes only (NO KEY): somebody may reply
 * to it meanwhile. What is not there is left out.
 *
 * `newestBefore` comes from the snapshot of the statement, which is older than the lock: whoever compares it with what
 * stands there once the lock is held learns whether somebody decided while we waited, whatever the clocks say.
 */
export async function holdTargets(
  targets: readonly { type: TargetType; id: string }[],
): Promise<HeldTarget[]> {
  const held: HeldTarget[] = [];
  for (const [type, hold] of [
    ['user', holdUsers],
    ['annotation', holdAnnotations],
    ['comment', holdComments],
    ['exhibit-comment', holdExhibitComments],
  ] as const) {
    const ids = targets.filter((target) => target.type === type).map(({ id }) => id);
    if (ids.length > 0) held.push(...(await hold(ids)));
  }
  return held;
}

function holdUsers(ids: string[]): Promise<HeldTarget[]> {
  return db().$queryRaw<HeldTarget[]>`
    SELECT 'user' AS "type", u."id", u."id" AS "ownerId", u."role", u."version", false AS "withdrawn",
      CASE WHEN u."bannedAt" IS NULL THEN 'active' ELSE 'banned' END AS "state",
      NULL AS "articleId", NULL AS "annotationId", NULL AS "parentId", false AS "answered",
      (SELECT m."id" FROM "ModerationAction" m WHERE m."userId" = u."id" ORDER BY m."id" DESC LIMIT 1) AS "newestBefore"
    FROM "User" u WHERE u."id" = ANY(${ids}::uuid[]) ORDER BY u."id" FOR NO KEY UPDATE OF u`;
}

function holdAnnotations(ids: string[]): Promise<HeldTarget[]> {
  return db().$queryRaw<HeldTarget[]>`
    SELECT 'annotation' AS "type", n."id", n."authorId" AS "ownerId", n."version", n."state",
      n."withdrawnAt" IS NOT NULL AS "withdrawn", n."articleId", NULL AS "annotationId", NULL AS "parentId",
      false AS "answered",
      (SELECT m."id" FROM "ModerationAction" m WHERE m."annotationId" = n."id" ORDER BY m."id" DESC LIMIT 1)
        AS "newestBefore"
    FROM "Annotation" n WHERE n."id" = ANY(${ids}::uuid[]) ORDER BY n."id" FOR NO KEY UPDATE OF n`;
}

function holdComments(ids: string[]): Promise<HeldTarget[]> {
  return db().$queryRaw<HeldTarget[]>`
    SELECT 'comment' AS "type", c."id", c."authorId" AS "ownerId", c."version", c."state", false AS "withdrawn",
      coalesce(c."articleId", n."articleId") AS "articleId", c."annotationId", c."parentId",
      EXISTS (SELECT 1 FROM "Comment" reply WHERE reply."parentId" = c."id") AS "answered",
      (SELECT m."id" FROM "ModerationAction" m WHERE m."commentId" = c."id" ORDER BY m."id" DESC LIMIT 1)
        AS "newestBefore"
    FROM "Comment" c LEFT JOIN "Annotation" n ON n."id" = c."annotationId"
    WHERE c."id" = ANY(${ids}::uuid[]) ORDER BY c."id" FOR NO KEY UPDATE OF c`;
}

/** Nobody's here: whoever wrote it there. */
function holdExhibitComments(ids: string[]): Promise<HeldTarget[]> {
  return db().$queryRaw<HeldTarget[]>`
    SELECT 'exhibit-comment' AS "type", c."id", NULL AS "ownerId", c."version", c."state", false AS "withdrawn",
      e."articleId", NULL AS "annotationId", NULL AS "parentId", true AS "answered",
      (SELECT m."id" FROM "ModerationAction" m WHERE m."exhibitCommentId" = c."id" ORDER BY m."id" DESC LIMIT 1)
        AS "newestBefore"
    FROM "ExhibitComment" c JOIN "Exhibit" e ON e."id" = c."exhibitId"
    WHERE c."id" = ANY(${ids}::uuid[]) ORDER BY c."id" FOR NO KEY UPDATE OF c`;
}

/** The newest action on a thing. */
export interface NewestAction {
  targetId: string;
  id: string;
  action: Action;
  reason: string;
  after: { state: string };
  createdAt: Date;
  handle: string;
  name: string;
}

/** The newest action on each of some things, by their ids. */
export async function newestActionsOn(ids: readonly string[]): Promise<Map<string, NewestAction>> {
  const rows = await db().$queryRaw<NewestAction[]>`
    SELECT thing."id" AS "targetId", m."id", m."action", m."reason", m."after", m."createdAt", u."handle", u."name"
    FROM unnest(${[...ids]}::uuid[]) AS thing ("id") CROSS JOIN LATERAL (
      (SELECT * FROM "ModerationAction" WHERE "commentId" = thing."id" ORDER BY "id" DESC LIMIT 1)
      UNION ALL (SELECT * FROM "ModerationAction" WHERE "annotationId" = thing."id" ORDER BY "id" DESC LIMIT 1)
      UNION ALL (SELECT * FROM "ModerationAction" WHERE "userId" = thing."id" ORDER BY "id" DESC LIMIT 1)
      UNION ALL (SELECT * FROM "ModerationAction" WHERE "exhibitCommentId" = thing."id" ORDER BY "id" DESC LIMIT 1)
    ) AS m JOIN "User" u ON u."id" = m."actorId"`;
  return new Map(rows.map((row) => [row.targetId, row]));
}

/** What taking an action back needs to know of it. */
export async function getAction(id: string) {
  const row = await db().moderationAction.findUnique({
    where: { id },
    select: {
      id: true,
      action: true,
      before: true,
      after: true,
      commentId: true,
      annotationId: true,
      userId: true,
      exhibitCommentId: true,
    },
  });
  if (!row) return null;
  const { commentId, annotationId, userId, exhibitCommentId, ...action } = row;
  return {
    ...action,
    // Written by `recordActions`.
    before: action.before as { state: string },
    after: action.after as { state: string },
    target: targetOf({ commentId, annotationId, userId, exhibitCommentId }),
  };
}
export type StoredAction = NonNullable<Awaited<ReturnType<typeof getAction>>>;

/** The one thing that an action is about. */
export function targetOf(ids: {
  commentId: string | null;
  annotationId: string | null;
  userId: string | null;
  exhibitCommentId: string | null;
}): { type: TargetType; id: string } {
  if (ids.commentId) return { type: 'comment', id: ids.commentId };
  if (ids.annotationId) return { type: 'annotation', id: ids.annotationId };
  if (ids.exhibitCommentId) return { type: 'exhibit-comment', id: ids.exhibitCommentId };
  return { type: 'user', id: ids.userId ?? '' };
}
