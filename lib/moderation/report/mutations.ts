import { canReport } from '#lib/comment/policy.ts';
import { db } from '#lib/db/client.ts';
import { idAt } from '#lib/db/ids.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { getOpenReport } from './queries.ts';
import type { ReportInput, ReportView } from './schema.ts';

/** What is reported, held by the flow against being decided meanwhile. */
export interface Reportable {
  authorId: string | null;
  state: string;
  articleId: string;
}

/** Says that something breaks the rules. The same person about the same thing, while it is open, is the same report. */
export async function makeReport(
  viewer: Viewer,
  thing: Reportable,
  { target, reason, detail }: ReportInput,
): Promise<{ report: ReportView; made: boolean }> {
  if (viewer && thing.authorId === viewer.id) throw new Problem('own-comment');
  const actor = permit(viewer, canReport(viewer, thing));
  const createdAt = new Date();
  const id = idAt(createdAt);
  const [commentId, annotationId] = target.type === 'comment' ? [target.id, null] : [null, target.id];
  const made = await db().$executeRaw`
    INSERT INTO "Report" ("id", "reporterId", "commentId", "annotationId", "reason", "detail", "createdAt")
    VALUES (${id}::uuid, ${actor.id}::uuid, ${commentId}::uuid, ${annotationId}::uuid, ${reason}, ${detail}, ${createdAt})
    ON CONFLICT DO NOTHING`;
  if (made === 0) {
    const known = await getOpenReport(actor.id, target);
    if (!known) throw new Error(`the open report of ${actor.id} about ${target.id} is gone while it is held`);
    return { report: known, made: false };
  }
  await emit({
    kind: 'report.made',
    actorId: actor.id,
    articleId: thing.articleId,
    subjectId: id,
    data: { [`${target.type}Id`]: target.id, unseen: true },
  });
  return { report: { id, target, reason, detail, createdAt: createdAt.toISOString() }, made: true };
}

/** Decides the open reports about some things, each by the action on it. */
export async function decideReports(
  actions: readonly { id: string; targetId: string }[],
  upheld: boolean,
  at: Date,
): Promise<void> {
  const [ids, targets] = [actions.map(({ id }) => id), actions.map(({ targetId }) => targetId)];
  await db().$executeRaw`
    UPDATE "Report" r SET "decidedAt" = ${at}, "upheld" = ${upheld}, "actionId" = act."id"
    FROM unnest(${ids}::uuid[], ${targets}::uuid[]) AS act ("id", "targetId")
    WHERE r."decidedAt" IS NULL AND (r."commentId" = act."targetId" OR r."annotationId" = act."targetId")`;
}

/** Opens what an action decided again, but where the same person has reported the thing anew. */
export async function reopenReports(actionId: string): Promise<void> {
  await db().$executeRaw`
    UPDATE "Report" r SET "decidedAt" = NULL, "upheld" = NULL, "actionId" = NULL
    WHERE r."actionId" = ${actionId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "Report" anew WHERE anew."reporterId" = r."reporterId" AND anew."decidedAt" IS NULL
        AND (anew."commentId" = r."commentId" OR anew."annotationId" = r."annotationId"))`;
}
