import { keepStandings } from '#lib/annotation/mutations.ts';
import { lockAnnotation, requireAnnotationRow, requireReadable } from '#lib/annotation/queries.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { holdRevision } from '#lib/article/revision/mutations.ts';
import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { type ClaimInput, claimStanding } from '#lib/verdict/state.ts';

/**
 * The annotation and its article, with the annotation held until the transaction ends. Every flow that changes
 * something beside a claim begins here, so that two people at the same moment come one after the other.
 */
export async function holdAnnotation(id: string) {
  const annotation = await lockAnnotation(id);
  const article = await requireArticleRow(annotation.articleId);
  return { annotation, article };
}

/** The same, where its place in the text may change: the newest revision stays the newest meanwhile. */
export async function holdAnnotationInText(id: string) {
  const { articleId } = await requireAnnotationRow(id);
  // Before the annotation, as a new revision does it: who takes locks in one order never waits in a circle.
  await holdRevision(articleId);
  return holdAnnotation(id);
}

/** The same, for adding to it: a locked article takes nothing, nor does what was withdrawn or taken away. */
export async function holdOpenAnnotation(viewer: Viewer, id: string) {
  const held = await holdAnnotation(id);
  requireReadable(viewer, held.annotation);
  if (held.article.state === 'locked') throw new Problem('article-locked');
  requireActive(held.annotation);
  return held;
}

/** Says why nothing can be added to what does not stand. */
export function requireActive({ state }: { state: string }): void {
  if (state === 'withdrawn') throw new Problem('not-allowed', 'This annotation was withdrawn.');
  if (state !== 'active') throw new Problem('not-allowed', 'A moderator took this annotation away.');
}

/** The same, for what only claims have. */
export async function holdOpenClaim(viewer: Viewer, id: string) {
  const held = await holdOpenAnnotation(viewer, id);
  if (held.annotation.kind !== 'claim') {
    const message = 'is a remark: only claims have sources and verdicts';
    throw new Problem('invalid', `annotation: ${message}`, { fields: { annotation: message } });
  }
  return held;
}

/** Keeps what the claim shows in step with what was said of it, inside the transaction that changed that. */
export async function refreshShown(claim: { id: string; kind: string }): Promise<void> {
  if (claim.kind === 'claim') await refreshStandings([claim.id]);
}

/** The same for some claims: two statements, however many there are. Remarks among them are left as they are. */
export async function refreshStandings(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const inputs = await readClaimInputs(ids);
  await keepStandings(inputs.map(({ id, ...input }) => ({ id, ...claimStanding(input) })));
}

/** What lib/verdict asks of some claims, as lib/flows/annotation-details.ts has it of those whose evidence it shows. */
async function readClaimInputs(ids: readonly string[]): Promise<(ClaimInput & { id: string })[]> {
  return db().$queryRaw<(ClaimInput & { id: string })[]>`
    WITH claim AS (
      SELECT n.* FROM "Annotation" n WHERE n."id" = ANY(${[...ids]}::uuid[]) AND n."kind" = 'claim'
    ), sourced AS (
      SELECT s."annotationId", s."verdict", s."wording", s."revisionNumber" FROM claim
      JOIN "Assessment" s ON s."annotationId" = claim."id" AND s."retractedAt" IS NULL
      WHERE EXISTS (SELECT FROM "AssessmentSource" l WHERE l."assessmentId" = s."id")
    ), standing AS (
      SELECT r."id", r."annotationId", coalesce(r."correctedAt", r."publishedAt") AS "judgedAt" FROM claim
      JOIN "Ruling" r ON r."annotationId" = claim."id" AND r."state" = 'published' AND r."wording" = claim."wording"
    )
    SELECT claim."id"::text, claim."wording",
      (SELECT count(*)::int FROM "Source" s WHERE s."annotationId" = claim."id" AND s."lostAt" IS NOT NULL
        AND CASE WHEN EXISTS (SELECT FROM standing WHERE standing."annotationId" = claim."id")
          THEN EXISTS (SELECT FROM standing JOIN "RulingSource" l ON l."rulingId" = standing."id"
            WHERE l."sourceId" = s."id" AND standing."judgedAt" < s."lostAt")
          ELSE EXISTS (SELECT FROM "AssessmentSource" l JOIN "Assessment" g ON g."id" = l."assessmentId"
            WHERE l."sourceId" = s."id" AND g."retractedAt" IS NULL AND g."wording" = claim."wording"
              AND coalesce(g."editedAt", g."createdAt") < s."lostAt") END) AS "failed",
      (SELECT json_build_object('verdict', r."verdict", 'state', r."state", 'wording', r."wording",
          'revision', greatest(r."revisionNumber", r."putRightRevision"))
        FROM "Ruling" r WHERE r."annotationId" = claim."id") AS "ruling",
      (SELECT coalesce(json_object_agg(given."verdict", given."n"), '{}') FROM (
          SELECT s."verdict", count(*) AS "n" FROM sourced s
          WHERE s."annotationId" = claim."id" AND s."wording" = claim."wording" GROUP BY 1) given) AS "sourced",
      (SELECT count(*)::int FROM sourced s WHERE s."annotationId" = claim."id" AND s."wording" < claim."wording") AS "earlier",
      (SELECT max(s."revisionNumber") FROM sourced s
        WHERE s."annotationId" = claim."id" AND s."wording" = claim."wording") AS "assessedAt",
      json_build_object('since', coalesce(a."since", claim."revisionNumber"), 'state', coalesce(a."state",
        CASE WHEN claim."exhibitCommentId" IS NULL THEN 'orphaned' ELSE 'exact' END)) AS "passage"
    FROM claim LEFT JOIN "Anchor" a ON a."annotationId" = claim."id" AND a."newest"`;
}
