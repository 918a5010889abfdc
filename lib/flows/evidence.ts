import type { z } from 'zod';
import { requireAnnotationRow, requireReadable } from '#lib/annotation/queries.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { addSource, dismissNews, editSource, removeSource } from '#lib/evidence/mutations.ts';
import { requireSourceRow, toSourceView } from '#lib/evidence/queries.ts';
import type { SourceInput, SourceView, SourceVotes, sourcePatch } from '#lib/evidence/schema.ts';
import { voteOnSource } from '#lib/evidence/vote/mutations.ts';
import { listOwnVotes } from '#lib/evidence/vote/queries.ts';
import { isRuledOn } from '#lib/ruling/queries.ts';
import { canTakePart } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { holdAnnotation, holdOpenClaim, refreshShown } from './claim-state.ts';

export async function requireSource(viewer: Viewer, id: string): Promise<SourceView> {
  const row = await requireSourceRow(id);
  const annotation = await requireAnnotationRow(row.annotationId);
  requireReadable(viewer, annotation);
  const mine = await listOwnVotes(viewer, [id]);
  return toSourceView(row, annotation.wording, mine.get(id));
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
    // What a ruling rests on says tomorrow what it said when that was published; a note beside it may change.
    const touches = (['stance', 'kind', 'quote', 'quoteStart', 'archiveUrl'] as const).some(
      (part) => patch[part] !== undefined && patch[part] !== source[part],
    );
    if (touches && (await isRuledOn(id))) throw new Problem('source-in-ruling');
    await editSource(viewer, source, annotation, patch);
    await refreshShown(annotation);
    return requireSource(viewer, id);
  });
}

/** Takes a source away, with what follows for the verdicts that rested on it. */
export async function withdrawSource(viewer: Viewer, id: string): Promise<void> {
  await transaction(async () => {
    const { annotationId } = await requireSourceRow(id);
    const { annotation } = await holdAnnotation(annotationId);
    if (await isRuledOn(id)) throw new Problem('source-in-ruling');
    await removeSource(viewer, await requireSourceRow(id), annotation);
    await refreshShown(annotation);
  });
}

/** Says whether a source is useful for its claim; 0 takes it back. */
export async function voteOnEvidence(viewer: Viewer, id: string, value: -1 | 0 | 1): Promise<SourceVotes> {
  return transaction(async () => {
    const { annotationId } = await requireSourceRow(id);
    const { annotation } = await holdOpenClaim(viewer, annotationId);
    return voteOnSource(viewer, await requireSourceRow(id), annotation, value);
  });
}

/** Whoever gave a source has seen what became of it. */
export async function dismissSourceNews(viewer: Viewer, id: string): Promise<void> {
  await transaction(async () => dismissNews(viewer, await requireSourceRow(id)));
}
