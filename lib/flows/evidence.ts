import type { z } from 'zod';
import { requireAnnotationRow, requireReadable } from '#lib/annotation/queries.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { addSource, editSource, removeSource } from '#lib/evidence/mutations.ts';
import { requireSourceRow, toSourceView } from '#lib/evidence/queries.ts';
import type { SourceInput, SourceView, sourcePatch } from '#lib/evidence/schema.ts';
import { canTakePart } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { holdAnnotation, holdOpenClaim, refreshShown } from './claim-state.ts';

export async function requireSource(viewer: Viewer, id: string): Promise<SourceView> {
  const row = await requireSourceRow(id);
  const annotation = await requireAnnotationRow(row.annotationId);
  requireReadable(viewer, annotation);
  return toSourceView(row, annotation.wording);
}

/** Lays a source beside a claim. */
export async function giveSource(
  viewer: Viewer,
  annotationId: string,
  input: SourceInput,
): Promise<SourceView> {
  return transaction(async () => {
    const actor = permit(viewer, canTakePart(viewer));
    const { annotation } = await holdOpenClaim(viewer, annotationId);
    return requireSource(viewer, await addSource(actor, annotation, input));
  });
}

/** Changes or confirms one's own source. */
export async function changeSource(
  viewer: Viewer,
  id: string,
  patch: z.output<typeof sourcePatch>,
): Promise<SourceView> {
  return transaction(async () => {
    const { annotationId } = await requireSourceRow(id);
    const { annotation } = await holdOpenClaim(viewer, annotationId);
    // Read again: it may have changed while we waited for the claim.
    const source = await requireSourceRow(id);
    if (source.version !== patch.version) {
      throw new Problem('edit-conflict', undefined, { current: toSourceView(source, annotation.wording) });
    }
    await editSource(viewer, source, annotation, patch);
    return requireSource(viewer, id);
  });
}

/** Takes a source away, with what follows for the verdicts that rested on it. */
export async function withdrawSource(viewer: Viewer, id: string): Promise<void> {
  await transaction(async () => {
    const { annotationId } = await requireSourceRow(id);
    const { annotation } = await holdAnnotation(annotationId);
    await removeSource(viewer, await requireSourceRow(id), annotation);
    await refreshShown(annotation);
  });
}
