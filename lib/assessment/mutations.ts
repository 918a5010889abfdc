import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { canAssess } from './policy.ts';
import { type AssessmentRow, getOwnAssessmentRow, othersAssessed, toAssessmentView } from './queries.ts';
import { hasRevealed } from './reveal/queries.ts';
import { richTextFrom } from './rich-text.ts';
import type { AssessmentInput } from './schema.ts';

/** The claim that is judged, held by the flow's transaction. */
export interface JudgedClaim {
  id: string;
  articleId: string;
  kind: string;
  state: string;
  articleState: string;
  wording: number;
  /** The newest revision of its article. */
  revisionNumber: number;
}

/** Gives the actor's verdict on a claim, or changes it; the earlier one is kept in its history. */
export async function assess(
  viewer: Viewer,
  claim: JudgedClaim,
  input: AssessmentInput,
): Promise<'given' | 'changed'> {
  const actor = permit(viewer, canAssess(viewer, claim));
  const rationale = richTextFrom('rationale', input.rationale ?? input.rationaleText);
  const sourceIds = [...new Set(input.sourceIds)];
  await checkSources(claim.id, sourceIds);
  const own = await getOwnAssessmentRow(claim.id, actor.id);
  const data = {
    verdict: input.verdict,
    rationale: (rationale?.body ?? null) as Prisma.InputJsonValue | null,
    rationaleText: rationale?.text ?? '',
    wording: claim.wording,
    // Who read an earlier one judged that.
    revisionNumber: Math.min(input.revision ?? claim.revisionNumber, claim.revisionNumber),
    sawTally: await hadSeen(claim.id, actor.id, own, input.verdict),
  };
  if (own) await change(own, data, sourceIds, input.version, claim.wording);
  const id = own ? own.id : await give(claim.id, actor.id, data, sourceIds);
  const outcome = own && !own.retractedAt ? 'changed' : 'given';
  await emit({
    kind: outcome === 'given' ? 'assessment.given' : 'assessment.changed',
    actorId: actor.id,
    articleId: claim.articleId,
    subjectId: id,
    data: { annotationId: claim.id, verdict: input.verdict },
  });
  return outcome;
}

/**
 * Whether a verdict is given by somebody who has seen what others made of the claim. Once given it shows them all of it: who
 * then gives another verdict, or gives one again, has seen it; who mends the words, or confirms it, has not judged anew.
 */
async function hadSeen(
  annotationId: string,
  personId: string,
  own: AssessmentRow | null,
  verdict: string,
): Promise<boolean> {
  if (!own) return hasRevealed(annotationId, personId);
  if (own.sawTally) return true;
  return (own.retractedAt !== null || own.verdict !== verdict) && othersAssessed(annotationId, personId);
}

interface AssessmentData {
  verdict: string;
  rationale: Prisma.InputJsonValue | null;
  rationaleText: string;
  wording: number;
  revisionNumber: number;
  sawTally: boolean;
}

// Prisma tells a JSON null from an SQL NULL: leaving the column out is the latter.
const jsonColumn = ({ rationale, ...rest }: AssessmentData) => ({
  ...rest,
  ...(rationale ? { rationale } : {}),
});

async function give(annotationId: string, authorId: string, data: AssessmentData, sourceIds: string[]) {
  const { id } = await db().assessment.create({
    data: {
      annotationId,
      authorId,
      ...jsonColumn(data),
      sources: { create: sourceIds.map((sourceId) => ({ sourceId })) },
    },
    select: { id: true },
  });
  return id;
}

async function change(
  own: AssessmentRow,
  data: AssessmentData,
  sourceIds: string[],
  version: number | undefined,
  wording: number,
) {
  // Who does not know of an earlier verdict of theirs (another tab, another device) must not overwrite it unseen.
  if (!own.retractedAt && version !== own.version) {
    throw new Problem('edit-conflict', undefined, { current: toAssessmentView(own, wording) });
  }
  await db().$executeRaw`
    INSERT INTO "AssessmentChange" ("assessmentId", "version", "verdict", "rationale", "rationaleText", "wording",
      "revisionNumber", "sawTally")
    SELECT "id", "version", "verdict", "rationale", "rationaleText", "wording", "revisionNumber", "sawTally"
    FROM "Assessment" WHERE "id" = ${own.id}::uuid`;
  await db().assessment.update({
    where: { id: own.id },
    data: {
      ...data,
      ...(saysTheSame(own, data, sourceIds) ? {} : unrated(own)),
      rationale: data.rationale ?? Prisma.DbNull,
      version: own.version + 1,
      editedAt: new Date(),
      retractedAt: null,
      sources: { deleteMany: {}, create: sourceIds.map((sourceId) => ({ sourceId })) },
    },
  });
}

/** Whether what people found helpful, or not, is still what stands there. */
function saysTheSame(own: AssessmentRow, data: AssessmentData, sourceIds: string[]): boolean {
  const before = own.sources.map(({ sourceId }) => sourceId).sort();
  return (
    own.verdict === data.verdict &&
    own.rationaleText === data.rationaleText &&
    before.join() === sourceIds.toSorted().join()
  );
}

/** What was said of an assessment that says something else now is kept, and counts no more: nobody earns trust with other words. */
const unrated = ({ said }: AssessmentRow) => ({
  said: said + 1,
  helpful: 0,
  somewhat: 0,
  notHelpful: 0,
  standing: Prisma.DbNull,
});

async function checkSources(annotationId: string, sourceIds: string[]) {
  if (sourceIds.length === 0) return;
  const known = await db().source.count({ where: { id: { in: sourceIds }, annotationId } });
  if (known !== sourceIds.length) {
    const message = 'names a source that is not beside this claim';
    throw new Problem('invalid', `sourceIds: ${message}`, { fields: { sourceIds: message } });
  }
}

/** Takes the actor's verdict back. It stays in the history; giving one again continues it. */
export async function retractAssessment(viewer: Viewer, claim: JudgedClaim): Promise<void> {
  const actor = permit(viewer, canAssess(viewer, claim));
  const own = await getOwnAssessmentRow(claim.id, actor.id);
  if (!own || own.retractedAt) throw new Problem('not-found', 'You have given no verdict on this claim.');
  await db().assessment.update({ where: { id: own.id }, data: { retractedAt: new Date() } });
  await emit({
    kind: 'assessment.retracted',
    actorId: actor.id,
    articleId: claim.articleId,
    subjectId: own.id,
    data: { annotationId: claim.id },
  });
}

/** The verdict that an author gave on a claim of theirs speaks of their new wording too. */
export async function confirmOwnAssessment(
  authorId: string,
  claim: { id: string; wording: number },
): Promise<void> {
  await db().assessment.updateMany({
    where: { annotationId: claim.id, authorId },
    data: { wording: claim.wording },
  });
}
