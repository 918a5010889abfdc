import { requireReadable } from '#lib/annotation/queries.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { discardDraft, recuse, returnDraft, writeDraft } from '#lib/ruling/draft/mutations.ts';
import { getDraftRow } from '#lib/ruling/draft/queries.ts';
import { publishDraft, retractRuling } from '#lib/ruling/mutations.ts';
import { isVerified } from '#lib/ruling/parts.ts';
import {
  canApproveRuling,
  canReadDrafts,
  canRecuse,
  canRetractRuling,
  canWriteRuling,
} from '#lib/ruling/policy.ts';
import { getRuling } from '#lib/ruling/queries.ts';
import type { RulingDesk, RulingDetail, RulingDraftInput, RulingInput } from '#lib/ruling/schema.ts';
import { permit } from '#lib/user/require.ts';
import type { Actor, Viewer } from '#lib/user/schema.ts';
import { holdAnnotation, refreshShown } from './claim-state.ts';
import { contentFrom, requireChange, requireComplete } from './ruling-content.ts';
import {
  approvalFor,
  type RulingScene,
  readScene,
  ruledClaim,
  toDesk,
  versionOf,
  wordsOf,
} from './ruling-desk.ts';

/** What came of a ruling that somebody wanted to publish: it awaits approval where `ruling` is null. */
export interface Published {
  outcome: 'published' | 'corrected' | 'awaiting-approval';
  ruling: RulingDetail | null;
  desk: RulingDesk;
}

/** Keeps what a checker has written of a ruling, however much of it is missing. */
export async function saveDraft(viewer: Viewer, id: string, input: RulingDraftInput): Promise<RulingDesk> {
  return transaction(async () => {
    const { actor, scene } = await holdToWrite(viewer, id);
    await requireSeen(actor, scene, input);
    await writeDraft(actor, scene.annotation, scene.draft, contentFrom(scene, input), 'draft');
    return readAnew(actor, id);
  });
}

/**
 * Publishes a ruling, or a change of the one that is published, with everything that the admin made mandatory. Where it
 * needs another checker's approval, it is put before them instead.
 */
export async function publish(viewer: Viewer, id: string, input: RulingInput): Promise<Published> {
  return transaction(async () => {
    const { actor, scene } = await holdToWrite(viewer, id);
    await requireSeen(actor, scene, input);
    const content = contentFrom(scene, input);
    requireComplete(scene, content);
    requireChange(scene, content);
    const waits = approvalFor(actor, scene) !== null;
    await writeDraft(actor, scene.annotation, scene.draft, content, waits ? 'awaiting-approval' : 'draft');
    const outcome = waits ? 'awaiting-approval' : await publishWritten(scene, null);
    return told(actor, id, outcome);
  });
}

/** The second pair of eyes: publishes what another checker put forward, as it is. */
export async function approve(viewer: Viewer, id: string, version: number): Promise<Published> {
  return transaction(async () => {
    const { actor, scene, draft } = await holdToApprove(viewer, id, version);
    if (draft.wording !== scene.annotation.wording)
      throw new Problem(
        'wrong-state',
        'The claim was worded anew since: the ruling has to be looked at again.',
      );
    requireComplete(scene, draft);
    return told(actor, id, await publishWritten(scene, actor));
  });
}

/** The second pair of eyes says what is to be mended, and whoever put it forward can go on with it. */
export async function sendBack(
  viewer: Viewer,
  id: string,
  { note, version }: { note: string; version: number },
): Promise<RulingDesk> {
  return transaction(async () => {
    const { actor, scene, draft } = await holdToApprove(viewer, id, version);
    await returnDraft(actor, scene.annotation, draft, note);
    return readAnew(actor, id);
  });
}

/** Throws away what was written and not published. */
export async function discard(viewer: Viewer, id: string, version: number): Promise<void> {
  await transaction(async () => {
    const { actor, scene } = await holdToWrite(viewer, id);
    await requireVersion(actor, scene, version);
    if (!scene.draft || scene.draft.state === 'empty') throw new Problem('not-found', 'There is no draft.');
    await discardDraft(actor, scene.annotation);
  });
}

/** Takes a ruling back. It stays to be read, with the reason. */
export async function retract(
  viewer: Viewer,
  id: string,
  { reason, version }: { reason: string; version?: number | undefined },
): Promise<RulingDetail> {
  return transaction(async () => {
    const actor = permit(viewer, canReadDrafts(viewer));
    const scene = await hold(viewer, id);
    const claim = ruledClaim(actor, scene);
    if (claim.stake === 'recused') throw new Problem('recused');
    permit(viewer, canRetractRuling(actor, claim));
    if (!scene.ruling) throw new Problem('not-found', 'Nobody has published a ruling on this claim.');
    if (version !== undefined) await requireVersion(actor, scene, version);
    if (scene.ruling.state !== 'published') throw new Problem('wrong-state', 'It was retracted already.');
    await retractRuling(actor, scene.annotation, reason);
    await refreshShown(scene.annotation);
    return requirePublished(id);
  });
}

/** A checker says that they keep out of the ruling of a claim. */
export async function recuseFrom(viewer: Viewer, id: string, reason: string): Promise<RulingDesk> {
  return transaction(async () => {
    const actor = permit(viewer, canReadDrafts(viewer));
    const scene = await hold(viewer, id);
    const claim = ruledClaim(actor, scene);
    // Saying it again changes nothing.
    if (claim.stake !== 'recused') {
      permit(viewer, canRecuse(actor, claim));
      await recuse(actor, scene.annotation, reason);
    }
    return readAnew(actor, id);
  });
}

/** The claim held until the transaction ends: two checkers at the same moment come one after the other. */
async function hold(viewer: Viewer, id: string): Promise<RulingScene> {
  const { annotation, article } = await holdAnnotation(id);
  requireReadable(viewer, annotation);
  return readScene(annotation, article);
}

async function holdToWrite(viewer: Viewer, id: string): Promise<{ actor: Actor; scene: RulingScene }> {
  const actor = permit(viewer, canReadDrafts(viewer));
  const scene = await hold(viewer, id);
  const claim = ruledClaim(actor, scene);
  if (claim.stake === 'recused') throw new Problem('recused');
  const stands = scene.ruling?.state === 'published';
  if (!stands && scene.article.state === 'locked') throw new Problem('article-locked');
  if (!stands && claim.state === 'withdrawn')
    throw new Problem('not-allowed', 'This annotation was withdrawn.');
  permit(viewer, canWriteRuling(actor, claim, stands));
  return { actor, scene };
}

/** What awaits approval, for somebody who may give it. */
async function holdToApprove(viewer: Viewer, id: string, version: number) {
  const actor = permit(viewer, canReadDrafts(viewer));
  const scene = await hold(viewer, id);
  const { draft, ruling } = scene;
  const claim = ruledClaim(actor, scene);
  if (claim.stake === 'recused') throw new Problem('recused');
  await requireVersion(actor, scene, version);
  if (draft?.state !== 'awaiting-approval') throw new Problem('wrong-state', 'Nothing awaits approval here.');
  permit(viewer, canApproveRuling(actor, claim, draft, ruling?.state === 'published'));
  return { actor, scene, draft };
}

const readAnew = async (actor: Actor, id: string) => toDesk(actor, await hold(actor, id));

async function told(actor: Actor, id: string, outcome: Published['outcome']): Promise<Published> {
  const desk = await readAnew(actor, id);
  return { outcome, ruling: outcome === 'awaiting-approval' ? null : desk.ruling, desk };
}

async function requirePublished(id: string): Promise<RulingDetail> {
  const ruling = await getRuling(id);
  if (!ruling) throw new Error(`the ruling of ${id} is gone inside its own transaction`);
  return ruling;
}

async function requireVersion(actor: Actor, scene: RulingScene, version: number): Promise<void> {
  if (version === versionOf(scene)) return;
  throw new Problem('edit-conflict', undefined, { current: await toDesk(actor, scene) });
}

/** Nobody writes over what they have not seen: a newer version, or a newer wording of the claim. */
async function requireSeen(actor: Actor, scene: RulingScene, input: RulingDraftInput): Promise<void> {
  const underway = scene.draft !== null && scene.draft.state !== 'empty';
  // A correction that names no version loses nothing: what it replaces stays to be read.
  const mayOmit = !underway && (input.correction !== '' || knows(actor, scene.ruling));
  const seen = input.version === undefined ? mayOmit : input.version === versionOf(scene);
  if (seen && isOf(input, scene.annotation)) return;
  throw new Problem('edit-conflict', undefined, { current: await toDesk(actor, scene) });
}

/** Whether what was written is of the claim as it is now. */
function isOf({ wording, read }: RulingDraftInput, annotation: RulingScene['annotation']): boolean {
  if (wording !== undefined && wording !== annotation.wording) return false;
  const { statement, exact } = wordsOf(annotation);
  return read === undefined || (read.statement === statement && read.exact === exact);
}

/** Whether somebody knows what stands published without saying so: nothing does, or they themselves wrote it last. */
function knows({ handle }: Actor, ruling: RulingDetail | null): boolean {
  return ruling === null || (ruling.changes.at(-1)?.by ?? ruling.author).handle === handle;
}

async function publishWritten(scene: RulingScene, approver: Actor | null) {
  const draft = await getDraftRow(scene.annotation.id);
  if (!draft) throw new Error(`the draft of ${scene.annotation.id} is gone inside its own transaction`);
  const stood = scene.ruling?.verifiedIds ?? [];
  const restsOn = scene.sources.filter(({ id }) => draft.sourceIds.includes(id));
  const outcome = await publishDraft(
    scene.annotation,
    draft,
    restsOn.map((source) => ({ id: source.id, verified: isVerified(source) || stood.includes(source.id) })),
    approver,
  );
  await refreshShown(scene.annotation);
  return outcome;
}
