import { db } from '#lib/db/client.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { emit } from '#lib/events/mutations.ts';
import type { Actor } from '#lib/user/schema.ts';
import { emptyDraft } from './draft/mutations.ts';
import type { DraftRow } from './draft/queries.ts';

/** The claim that is ruled on, held by the flow's transaction. */
interface HeldClaim {
  id: string;
  articleId: string;
}

/** A source that a ruling will rest on. */
interface RestingOn {
  id: string;
  verified: boolean;
}

/** What was published, as it is stored. */
async function getRow(annotationId: string) {
  return db().ruling.findUnique({
    where: { annotationId },
    include: {
      sources: { select: { source: { select: { url: true, page: { select: { title: true } } } } } },
    },
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof getRow>>>;

/** Prisma tells a JSON null from an SQL NULL. */
const json = (value: Prisma.JsonValue) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));

/**
 * Publishes a draft: as the ruling of its claim, or as a change of the one that there is, with what it said before kept.
 * Runs in the flow's transaction, which has checked who may and what is missing. The draft is empty afterwards.
 */
export async function publishDraft(
  claim: HeldClaim,
  draft: DraftRow,
  sources: readonly RestingOn[],
  approver: Actor | null,
): Promise<'published' | 'corrected'> {
  const verdict = draft.verdict;
  if (verdict === null) throw new Error(`the draft of ${claim.id} has no verdict`);
  const before = await getRow(claim.id);
  const version = await emptyDraft(claim.id);
  const said = { ...contentOf(draft), verdict, version };
  const ruling = before
    ? await change(before, draft, said, approver)
    : await db().ruling.create({
        data: {
          annotationId: claim.id,
          authorId: draft.authorId,
          approverId: approver?.id ?? null,
          ...said,
        },
        select: { id: true },
      });
  await db().rulingSource.deleteMany({ where: { rulingId: ruling.id } });
  await db().rulingSource.createMany({
    data: sources.map(({ id, verified }) => ({ rulingId: ruling.id, sourceId: id, verified })),
  });
  const outcome = before?.state === 'published' ? 'corrected' : 'published';
  await tell(outcome, draft.authorId, claim, ruling.id, verdict);
  return outcome;
}

function contentOf(draft: DraftRow) {
  return {
    summary: draft.summary,
    reasoning: json(draft.reasoning),
    reasoningText: draft.reasoningText,
    selectedBecause: draft.selectedBecause,
    askedForComment: draft.askedForComment,
    evidenceAgainst: draft.evidenceAgainst,
    wording: draft.wording,
    revisionNumber: draft.revisionNumber,
    putRightRevision: draft.putRightRevision,
  };
}

/** One that was retracted is published anew, by whoever wrote that; of one that stands, its author stays its author. */
async function change(
  before: Row,
  draft: DraftRow,
  said: Omit<Prisma.RulingUncheckedUpdateInput, 'id'>,
  approver: Actor | null,
) {
  const renewed = before.state === 'retracted';
  await keepBefore(before, {
    kind: renewed ? 'renewal' : 'correction',
    reason: draft.correction,
    actorId: draft.authorId,
    approverId: approver?.id ?? null,
  });
  const anew = { state: 'published', retractedAt: null, authorId: draft.authorId };
  return db().ruling.update({
    where: { id: before.id },
    data: {
      ...said,
      correctedAt: new Date(),
      ...(renewed ? anew : {}),
    },
    select: { id: true },
  });
}

interface Change {
  kind: 'correction' | 'retraction' | 'renewal';
  reason: string;
  actorId: string;
  approverId: string | null;
}

async function keepBefore(row: Row, change: Change) {
  await db().rulingCorrection.create({
    data: {
      ...change,
      rulingId: row.id,
      version: row.version,
      verdict: row.verdict,
      summary: row.summary,
      reasoning: json(row.reasoning),
      reasoningText: row.reasoningText,
      selectedBecause: row.selectedBecause,
      askedForComment: row.askedForComment,
      evidenceAgainst: row.evidenceAgainst,
      sources: row.sources.map(({ source }) => ({ url: source.url, title: source.page.title })),
      wording: row.wording,
      revisionNumber: row.revisionNumber,
      putRightRevision: row.putRightRevision,
    },
  });
}

/**
 * Takes back what was published: it stays to be read, with the reason, and does not speak for the claim any more.
 * Whoever is writing a change of it has to look again. Runs in the flow's transaction.
 */
export async function retractRuling(actor: Actor, claim: HeldClaim, reason: string): Promise<void> {
  const before = await getRow(claim.id);
  if (!before) throw new Error(`there is no ruling on ${claim.id}`);
  await keepBefore(before, { kind: 'retraction', reason, actorId: actor.id, approverId: null });
  const { version } = await db().rulingDraft.update({
    where: { annotationId: claim.id },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  await db().ruling.update({
    where: { id: before.id },
    data: { state: 'retracted', retractedAt: new Date(), version },
  });
  await tell('retracted', actor.id, claim, before.id, before.verdict);
}

async function tell(
  what: 'published' | 'corrected' | 'retracted',
  actorId: string,
  { id, articleId }: HeldClaim,
  rulingId: string,
  verdict: string,
) {
  await emit({
    kind: `ruling.${what}`,
    actorId,
    articleId,
    subjectId: rulingId,
    data: { annotationId: id, verdict },
  });
}
