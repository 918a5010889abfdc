import { holdClaims, holdFamilies, linkClaims, unlinkClaim } from '#lib/annotation/family/mutations.ts';
import { type FamilyMemberRow, getMembership, listRelatives } from '#lib/annotation/family/queries.ts';
import type { FamilyMember, FamilyView } from '#lib/annotation/family/schema.ts';
import { type AnnotationRow, requireAnnotationRow, requireReadable } from '#lib/annotation/queries.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { readOwnView } from '#lib/assessment/reveal/queries.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { requireSourceRow } from '#lib/evidence/queries.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import { takeOverSource } from '#lib/evidence/take-over/mutations.ts';
import { canTakePart } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { contradicts, isContradictory } from '#lib/verdict/contradiction.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import { holdAnnotation, holdOpenClaim, requireActive } from './claim-state.ts';
import { requireSource } from './evidence.ts';

/** The other claims of its family. */
export async function readFamily(viewer: Viewer, id: string): Promise<FamilyView> {
  const row = await requireAnnotationRow(id);
  requireReadable(viewer, row);
  const [relatives, { folded }] = await Promise.all([listRelatives(id), readOwnView(viewer, [id])]);
  return toFamilyView(row, relatives, folded.has(id));
}

/** @param folded whether what people made of the claim is folded for the viewer, and with it what they made of the others */
export function toFamilyView(
  row: Pick<AnnotationRow, 'state' | 'shown'>,
  rows: FamilyMemberRow[],
  folded: boolean,
): FamilyView {
  // What does not stand any more has no relatives.
  if (row.state !== 'active' || row.shown === null) return { items: [], contradictory: false, folded };
  const shown = row.shown as Shown;
  return {
    items: rows.map((member) => toMember(member, folded ? null : shown)),
    contradictory: !folded && isContradictory([shown, ...rows.map((member) => member.shown)]),
    folded,
  };
}

function toMember(row: FamilyMemberRow, own: Shown | null): FamilyMember {
  const { linkerHandle: handle, linkerName: name } = row;
  return {
    id: row.id,
    statement: row.statement,
    shown: own && row.shown,
    contradicts: own !== null && contradicts(own, row.shown),
    article: { id: row.articleId, slug: row.slug, title: row.title, lang: row.lang, site: row.site },
    createdAt: row.createdAt.toISOString(),
    linkedBy: handle !== null && name !== null ? { handle, name } : null,
    linkedAt: row.linkedAt.toISOString(),
  };
}

/** Says of two claims that they say the same: they are of one family from then on, each with all that it brings. */
export async function linkFamily(viewer: Viewer, id: string, otherId: string): Promise<FamilyView> {
  return transaction(async () => {
    permit(viewer, canTakePart(viewer));
    await linkHeld(viewer, id, [otherId]);
    return readFamily(viewer, id);
  });
}

/** The same inside of a transaction, with several. */
export async function linkHeld(viewer: Viewer, id: string, otherIds: readonly string[]): Promise<void> {
  if (otherIds.includes(id)) throw wrong('is the claim itself');
  await holdFamilies();
  await holdClaims([id, ...otherIds]);
  const one = await linkable(viewer, id);
  for (const otherId of new Set(otherIds)) await linkClaims(viewer, one, await linkable(viewer, otherId));
}

async function linkable(viewer: Viewer, id: string) {
  const row = await requireAnnotationRow(id);
  requireReadable(viewer, row);
  if (row.kind !== 'claim') throw wrong('is a remark: only claims say the same');
  requireActive(row);
  const article = await requireArticleRow(row.articleId);
  if (article.state === 'locked') throw new Problem('article-locked');
  return { ...row, articleState: article.state };
}

function wrong(message: string): Problem {
  return new Problem('invalid', `annotationId: ${message}`, { fields: { annotationId: message } });
}

/** Takes a claim out of its family. */
export async function leaveFamily(viewer: Viewer, id: string): Promise<void> {
  await transaction(async () => {
    await holdFamilies();
    const { annotation } = await holdAnnotation(id);
    requireReadable(viewer, annotation);
    await unlinkClaim(viewer, annotation);
  });
}

/** Lays a source of a relative beside a claim too, in the caller's name and with its origin. */
export async function reuseSource(viewer: Viewer, id: string, sourceId: string): Promise<SourceView> {
  return transaction(async () => {
    const actor = permit(viewer, canTakePart(viewer));
    const { annotation } = await holdOpenClaim(viewer, id);
    const source = await requireSourceRow(sourceId);
    await requireRelatives(viewer, id, source.annotationId);
    return requireSource(viewer, await takeOverSource(actor, annotation, sourceId));
  });
}

async function requireRelatives(viewer: Viewer, id: string, otherId: string): Promise<void> {
  const [own, other, from] = await Promise.all([
    getMembership(id),
    getMembership(otherId),
    requireAnnotationRow(otherId),
  ]);
  requireReadable(viewer, from);
  if (own && own.familyId === other?.familyId && id !== otherId && from.state === 'active') return;
  const message = 'lies beside no claim that was linked with this one';
  throw new Problem('invalid', `sourceId: ${message}`, { fields: { sourceId: message } });
}
