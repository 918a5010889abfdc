import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit, tellOnceCommitted } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { canLink, canUnlink } from './policy.ts';
import { FAMILY_MAX } from './schema.ts';

/** A claim that is linked, held by the flow's transaction. */
interface LinkedClaim {
  id: string;
  articleId: string;
  authorId: string;
  kind: string;
  state: string;
  articleState: string;
}

/**
 * Whoever changes families does so one after the other, in the whole place and until the transaction ends: two links can
 * meet in one family by claims that neither of them names. It is rare, and short. To be taken before any annotation.
 */
export async function holdFamilies(): Promise<void> {
  await db().$executeRaw`SELECT pg_advisory_xact_lock(hashtext('families'))`;
}

/** So that nobody changes some claims until the transaction ends, and everybody can read them. In one order for all. */
export async function holdClaims(ids: readonly string[]): Promise<void> {
  await db().$executeRaw`
    SELECT 1 FROM "Annotation" WHERE "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR SHARE`;
}

/**
 * Makes one family of two claims and of the families that they are in. Returns whether that is new. The flow holds
 * families and claims.
 */
export async function linkClaims(viewer: Viewer, one: LinkedClaim, other: LinkedClaim): Promise<boolean> {
  const actor = permit(viewer, canLink(viewer, one) && canLink(viewer, other));
  const ids = [one.id, other.id];
  const known = await db().familyMember.findMany({
    where: { annotationId: { in: ids } },
    select: { annotationId: true, familyId: true },
  });
  const families = [...new Set(known.map(({ familyId }) => familyId))].sort();
  if (known.length === 2 && families.length === 1) return false;
  await holdMembers(families);
  await requireRoom(families, 2 - known.length);
  const [kept = (await db().family.create({ data: {}, select: { id: true } })).id, dropped] = families;
  if (dropped) await mergeInto(kept, dropped);
  const fresh = ids.filter((id) => !known.some(({ annotationId }) => annotationId === id));
  await db().familyMember.createMany({
    data: fresh.map((annotationId) => ({ annotationId, familyId: kept, linkedById: actor.id })),
  });
  for (const [claim, to] of [
    [one, other],
    [other, one],
  ] as const)
    await emit({
      kind: 'annotation.linked',
      actorId: actor.id,
      articleId: claim.articleId,
      subjectId: claim.id,
      data: { with: to.id },
    });
  await tellRelatives(ids);
  return true;
}

/** Whoever tells the members what changed waits until these are all, or is waited for. */
async function holdMembers(families: readonly string[]) {
  await db().$executeRaw`
    SELECT 1 FROM "Family" WHERE "id" = ANY(${[...families]}::uuid[]) ORDER BY "id" FOR UPDATE`;
}

async function requireRoom(families: readonly string[], more: number) {
  const members = await db().familyMember.count({ where: { familyId: { in: [...families] } } });
  if (members + more > FAMILY_MAX) throw new Problem('family-full');
}

async function mergeInto(kept: string, dropped: string) {
  await db().familyMember.updateMany({ where: { familyId: dropped }, data: { familyId: kept } });
  await db().family.delete({ where: { id: dropped } });
}

/** Takes a claim out of its family; one claim alone is no family. Throws `not-found` where it is in none. */
export async function unlinkClaim(
  viewer: Viewer,
  claim: Pick<LinkedClaim, 'id' | 'articleId' | 'authorId' | 'state'>,
): Promise<void> {
  const membership = await db().familyMember.findUnique({
    where: { annotationId: claim.id },
    select: { familyId: true, linkedById: true },
  });
  if (!membership) throw new Problem('not-found', 'The claim is in no family.');
  const actor = permit(viewer, canUnlink(viewer, claim, membership));
  await holdMembers([membership.familyId]);
  // While it is still one of them.
  await tellRelatives([claim.id]);
  await db().familyMember.delete({ where: { annotationId: claim.id } });
  const { familyId } = membership;
  if ((await db().familyMember.count({ where: { familyId } })) < 2)
    await db().family.delete({ where: { id: familyId } });
  await emit({
    kind: 'annotation.unlinked',
    actorId: actor.id,
    articleId: claim.articleId,
    subjectId: claim.id,
  });
}

/**
 * Tells that the families of some claims are others now, or show something else: one event for each other claim in them,
 * since it says so on its card and its page. Two statements, however many there are.
 */
export async function tellRelatives(ids: readonly string[]): Promise<void> {
  await db().$executeRaw`
    SELECT 1 FROM "Family" WHERE "id" IN (
      SELECT "familyId" FROM "FamilyMember" WHERE "annotationId" = ANY(${[...ids]}::uuid[]))
    ORDER BY "id" FOR SHARE`;
  const events = await db().$queryRaw<
    { id: bigint; articleId: string; subjectId: string; data: { original?: true } }[]
  >`
    INSERT INTO "Event" ("kind", "articleId", "subjectId", "data")
    SELECT 'annotation.regrouped', n."articleId", n."id",
      CASE WHEN n."exhibitCommentId" IS NULL THEN '{}' ELSE '{"original": true}' END::jsonb
    FROM "Annotation" n
    WHERE n."state" IN ('active', 'withdrawn') AND n."id" <> ALL(${[...ids]}::uuid[]) AND n."id" IN (
      SELECT member."annotationId" FROM "FamilyMember" m
      JOIN "FamilyMember" member ON member."familyId" = m."familyId"
      WHERE m."annotationId" = ANY(${[...ids]}::uuid[]))
    RETURNING "id", "articleId"::text, "subjectId"::text, "data"`;
  for (const { id, ...about } of events) tellOnceCommitted(id, { kind: 'annotation.regrouped', ...about });
}
