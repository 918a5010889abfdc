import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { emit } from '#lib/events/mutations.ts';
import type { Actor } from '#lib/user/schema.ts';
import type { DraftRow } from './queries.ts';

/** What a draft says. */
export interface DraftContent {
  verdict: string | null;
  summary: string;
  reasoning: Prisma.InputJsonValue | null;
  reasoningText: string;
  selectedBecause: string;
  askedForComment: string;
  evidenceAgainst: string;
  sourceIds: string[];
  correction: string;
  wording: number;
  revisionNumber: number;
  putRightRevision: number | null;
}

/** The claim, held by the flow's transaction. */
interface Claim {
  id: string;
  articleId: string;
}

/**
 * Writes what checkers have of a ruling. Runs in the flow's transaction, which has checked policy and version and holds
 * the claim. Whoever writes in it is among its writers until it is published or thrown away.
 */
export async function writeDraft(
  actor: Actor,
  claim: Claim,
  before: DraftRow | null,
  { reasoning, ...content }: DraftContent,
  state: 'draft' | 'awaiting-approval',
): Promise<void> {
  const earlier = before && before.state !== 'empty' ? before.writerIds : [];
  const data = {
    ...content,
    state,
    authorId: actor.id,
    writerIds: [...new Set([...earlier, actor.id])],
    version: (before?.version ?? 0) + 1,
    editedAt: new Date(),
    reasoning: reasoning ?? Prisma.DbNull,
  };
  await db().rulingDraft.upsert({
    where: { annotationId: claim.id },
    create: { annotationId: claim.id, ...data },
    update: data,
  });
  await emit({
    kind: state === 'draft' ? 'ruling.drafted' : 'ruling.submitted',
    actorId: actor.id,
    articleId: claim.articleId,
    subjectId: claim.id,
    data: { annotationId: claim.id },
  });
}

/** Sends back what awaits approval, with what is to be mended. It stays as it is, for whoever goes on with it. */
export async function returnDraft(actor: Actor, claim: Claim, draft: DraftRow, note: string): Promise<void> {
  await db().rulingReturn.create({
    data: { annotationId: claim.id, actorId: actor.id, note, version: draft.version },
  });
  await db().rulingDraft.update({
    where: { annotationId: claim.id },
    data: { state: 'returned', version: { increment: 1 } },
  });
  await emit({
    kind: 'ruling.returned',
    actorId: actor.id,
    articleId: claim.articleId,
    subjectId: claim.id,
    data: { annotationId: claim.id },
  });
}

/** Empties a draft; its version goes on counting. Returns that. */
export async function emptyDraft(annotationId: string): Promise<number> {
  await db().rulingReturn.updateMany({ where: { annotationId, over: false }, data: { over: true } });
  const { version } = await db().rulingDraft.update({
    where: { annotationId },
    data: {
      state: 'empty',
      writerIds: [],
      verdict: null,
      summary: '',
      reasoning: Prisma.DbNull,
      reasoningText: '',
      selectedBecause: '',
      askedForComment: '',
      evidenceAgainst: '',
      sourceIds: [],
      correction: '',
      putRightRevision: null,
      version: { increment: 1 },
    },
    select: { version: true },
  });
  return version;
}

/** Throws away what was written. */
export async function discardDraft(actor: Actor, claim: Claim): Promise<void> {
  await emptyDraft(claim.id);
  await emit({
    kind: 'ruling.discarded',
    actorId: actor.id,
    articleId: claim.articleId,
    subjectId: claim.id,
    data: { annotationId: claim.id },
  });
}

/** A person keeps out of the ruling of a claim from now on. */
export async function recuse(actor: Actor, claim: Claim, reason: string): Promise<void> {
  await db().recusal.create({ data: { annotationId: claim.id, userId: actor.id, reason } });
  await emit({
    kind: 'recusal.declared',
    actorId: actor.id,
    articleId: claim.articleId,
    subjectId: claim.id,
    data: { annotationId: claim.id },
  });
}
