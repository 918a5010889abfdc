import { isDeepStrictEqual } from 'node:util';
import { richTextFrom } from '#lib/assessment/rich-text.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { DraftContent } from '#lib/ruling/draft/mutations.ts';
import type { DraftRow } from '#lib/ruling/draft/queries.ts';
import { partsOf } from '#lib/ruling/parts.ts';
import type { RulingDraftInput } from '#lib/ruling/schema.ts';
import { missingFrom } from '#lib/verdict/requirements.ts';
import { putRightBy, type RulingScene } from './ruling-desk.ts';

/** What was published is changed with a reason only. */
function requireReason({ ruling }: RulingScene, { correction }: { correction: string }): void {
  if (!ruling || correction !== '') return;
  const message = 'has to say why what was published is changed';
  throw new Problem('invalid', `correction: ${message}`, { fields: { correction: message } });
}

/** A correction that corrects nothing is no news to anybody. */
export function requireChange({ ruling }: RulingScene, content: DraftContent): void {
  if (ruling?.state !== 'published') return;
  const stands: Omit<DraftContent, 'correction'> = {
    verdict: ruling.verdict,
    summary: ruling.summary,
    reasoning: ruling.reasoning as Prisma.InputJsonValue | null,
    reasoningText: ruling.reasoningText,
    selectedBecause: ruling.selectedBecause,
    askedForComment: ruling.askedForComment,
    evidenceAgainst: ruling.evidenceAgainst,
    sourceIds: ruling.sourceIds.toSorted(),
    wording: ruling.wording,
    revisionNumber: ruling.revision,
    putRightRevision: ruling.putRight?.revision ?? null,
  };
  const { correction: _, ...written } = content;
  if (!isDeepStrictEqual({ ...written, sourceIds: written.sourceIds.toSorted() }, stands)) return;
  throw new Problem('invalid', 'Nothing in it is different from what is published.', {
    fields: { correction: 'there is nothing to correct: all is as it was published' },
  });
}

/** What a checker sent, as a draft of the claim that is held; what it names has to be there. */
export function contentFrom(scene: RulingScene, input: RulingDraftInput): DraftContent {
  const reasoning = richTextFrom('reasoning', input.reasoning ?? input.reasoningText);
  const newest = scene.article.revisionNumber;
  const putRightRevision = putRightFrom(scene, input.putRight);
  return {
    verdict: input.verdict,
    summary: input.summary,
    reasoning: (reasoning?.body ?? null) as Prisma.InputJsonValue | null,
    reasoningText: reasoning?.text ?? '',
    selectedBecause: input.selectedBecause,
    askedForComment: input.askedForComment,
    evidenceAgainst: input.evidenceAgainst,
    sourceIds: sourcesFrom(scene, input.sourceIds),
    correction: input.correction,
    wording: scene.annotation.wording,
    // What was put right is what stood in the revision that was judged.
    revisionNumber:
      putRightRevision !== null && scene.ruling
        ? scene.ruling.revision
        : Math.min(input.revision ?? newest, newest),
    putRightRevision,
  };
}

function putRightFrom(scene: RulingScene, wanted: boolean | undefined): number | null {
  const before = scene.ruling?.putRight?.revision ?? null;
  if (wanted === undefined) return before;
  if (!wanted) return null;
  const revision = before ?? putRightBy(scene);
  if (revision !== null) return revision;
  const message = 'the passage is not another one since it was found to be wrong';
  throw new Problem('invalid', `putRight: ${message}`, { fields: { putRight: message } });
}

function sourcesFrom({ sources }: RulingScene, sourceIds: readonly string[]): string[] {
  const wanted = [...new Set(sourceIds)];
  if (wanted.every((id) => sources.some((source) => source.id === id))) return wanted;
  const message = 'names a source that is not beside this claim';
  throw new Problem('invalid', `sourceIds: ${message}`, { fields: { sourceIds: message } });
}

/** What is published has everything that is asked of it, now, and says why it is changed. */
export function requireComplete(
  scene: RulingScene,
  content: Pick<
    DraftRow,
    | 'summary'
    | 'reasoningText'
    | 'selectedBecause'
    | 'askedForComment'
    | 'evidenceAgainst'
    | 'sourceIds'
    | 'correction'
  >,
): void {
  requireReason(scene, content);
  const missing = missingFrom(partsOf(content, scene.sources, scene.ruling?.verifiedIds), scene.mandatory);
  if (missing.length === 0) return;
  throw new Problem('ruling-incomplete', `It lacks: ${missing.join(', ')}.`, { missing });
}
