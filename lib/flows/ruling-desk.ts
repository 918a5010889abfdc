import type { AnnotationRow } from '#lib/annotation/queries.ts';
import { listWordings, requireAnnotationRow, requireReadable } from '#lib/annotation/queries.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { Problem } from '#lib/errors/problem.ts';
import { listSourceRows, toSourceView } from '#lib/evidence/queries.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import {
  type DraftRow,
  getDraftRow,
  listPeople,
  listRecusals,
  listReturns,
  pageOfDrafts,
  readInterests,
  toDraftView,
} from '#lib/ruling/draft/queries.ts';
import { partsOf } from '#lib/ruling/parts.ts';
import {
  canApproveRuling,
  canReadDrafts,
  canRecuse,
  canRetractRuling,
  canWriteRuling,
  type Interests,
  type RuledClaim,
  type Stake,
  stakeIn,
} from '#lib/ruling/policy.ts';
import { getRuling } from '#lib/ruling/queries.ts';
import type { DraftEntry, RulingDesk, RulingDetail } from '#lib/ruling/schema.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { permit } from '#lib/user/require.ts';
import type { Actor, Person, Viewer } from '#lib/user/schema.ts';
import { missingFrom, type Requirement } from '#lib/verdict/requirements.ts';

/** Everything that a decision about the ruling of a claim asks for. */
export interface RulingScene {
  annotation: AnnotationRow;
  article: { id: string; state: string; revisionNumber: number };
  interests: Interests;
  ruling: RulingDetail | null;
  /** Also one that is empty. */
  draft: DraftRow | null;
  writers: (Person & { id: string })[];
  sources: SourceView[];
  mandatory: Requirement[];
  /** Every ruling needs another checker's approval. */
  approval: boolean;
}

export async function readScene(
  annotation: AnnotationRow,
  article: RulingScene['article'],
): Promise<RulingScene> {
  if (annotation.kind !== 'claim') {
    const message = 'is a remark: only claims are ruled on';
    throw new Problem('invalid', `annotation: ${message}`, { fields: { annotation: message } });
  }
  const { id } = annotation;
  const [interests, ruling, draft, laid, mandatory, approval] = await Promise.all([
    readInterests(id),
    getRuling(id),
    getDraftRow(id),
    listSourceRows([id]),
    getSetting('rulings.mandatory'),
    getSetting('rulings.approval'),
  ]);
  return {
    annotation,
    article,
    interests,
    ruling,
    draft,
    writers: await listPeople(draft?.writerIds ?? []),
    sources: laid.map((row) => toSourceView(row, annotation.wording)),
    mandatory,
    approval,
  };
}

/** The claim as the policies see it for somebody. */
export function ruledClaim(actor: Viewer, { annotation, article, interests }: RulingScene): RuledClaim {
  const { kind, state } = annotation;
  return { kind, state, articleState: article.state, stake: actor && stakeIn(actor, interests) };
}

/** Why what `actor` and those before them wrote needs somebody else's approval; null where it does not. */
export function approvalFor(actor: Actor, scene: RulingScene): 'setting' | 'stake' | null {
  const writers = [actor, ...(scene.draft?.state === 'empty' ? [] : scene.writers)];
  if (writers.some((writer) => stakeIn(writer, scene.interests) !== null)) return 'stake';
  return scene.approval ? 'setting' : null;
}

/** Of the draft and of what is published together; 0 before there was anything. */
export const versionOf = ({ draft, ruling }: Pick<RulingScene, 'draft' | 'ruling'>): number =>
  draft?.version ?? ruling?.version ?? 0;

/**
 * The revision that can be said to have put right what was published: in which the passage became other words, or went,
 * after the one that was judged. Nothing is put right that was found to be true.
 */
export function putRightBy({ annotation: { anchors }, ruling }: RulingScene): number | null {
  if (ruling?.state !== 'published' || ruling.verdict === 'true' || ruling.verdict === 'opinion') return null;
  const [anchor] = anchors;
  const astray = anchor?.state === 'changed' || anchor?.state === 'orphaned';
  return astray && anchor.since > ruling.revision ? anchor.since : null;
}

const NOTHING = {
  summary: '',
  reasoningText: '',
  selectedBecause: '',
  askedForComment: '',
  evidenceAgainst: '',
  sourceIds: [],
};

/** The scene as a checker sees it. */
export async function toDesk(actor: Actor, scene: RulingScene): Promise<RulingDesk> {
  const { annotation, article, ruling, draft, sources, mandatory } = scene;
  const claim = ruledClaim(actor, scene);
  const underway = draft && draft.state !== 'empty' ? draft : null;
  const second = underway !== null && canApproveRuling(actor, claim, underway, ruling?.state === 'published');
  return {
    annotationId: annotation.id,
    ...wordsOf(annotation),
    earlier: await earlierWords(annotation, underway ?? ruling),
    ruling,
    draft: toDraftView(draft, scene.writers, underway ? await listReturns(annotation.id) : []),
    version: versionOf(scene),
    wording: annotation.wording,
    revision: article.revisionNumber,
    mandatory,
    missing: missingFrom(partsOf(underway ?? ruling ?? NOTHING, sources, ruling?.verifiedIds), mandatory),
    approval: approvalFor(actor, scene),
    stake: claim.stake as Stake | null,
    may: {
      write: canWriteRuling(actor, claim, ruling?.state === 'published'),
      approve: second && underway.wording === annotation.wording,
      sendBack: second,
      retract: ruling?.state === 'published' && canRetractRuling(actor, claim),
      recuse: canRecuse(actor, claim),
    },
    putRight: putRightBy(scene),
    recusals: await listRecusals(annotation.id),
  };
}

/** A claim in words, and the words of its passage. */
export const wordsOf = ({ statement, exact }: { statement: string | null; exact: string }) => ({
  statement: statement ?? exact,
  exact,
});

/** The claim as something that was written of it speaks of it, where it was worded anew since. */
async function earlierWords({ id, wording }: AnnotationRow, said: { wording: number } | null) {
  if (!said || said.wording >= wording) return null;
  const row = (await listWordings(id)).find(({ number }) => number === said.wording);
  return row ? wordsOf(row) : null;
}

/** What a checker needs to rule on a claim. */
export async function readDesk(viewer: Viewer, annotationId: string): Promise<RulingDesk> {
  const actor = permit(viewer, canReadDrafts(viewer));
  const annotation = await requireAnnotationRow(annotationId);
  requireReadable(viewer, annotation);
  return toDesk(actor, await readScene(annotation, await requireArticleRow(annotation.articleId)));
}

/** What everybody can read of the ruling of a claim. */
export async function requireRuling(viewer: Viewer, annotationId: string): Promise<RulingDetail> {
  requireReadable(viewer, await requireAnnotationRow(annotationId));
  const ruling = await getRuling(annotationId);
  if (!ruling) throw new Problem('not-found', 'Nobody has published a ruling on this claim.');
  return ruling;
}

/** What checkers are writing. */
export async function listDrafts(
  viewer: Viewer,
  query: { state: DraftEntry['state']; cursor?: string | undefined; limit: number },
) {
  permit(viewer, canReadDrafts(viewer));
  return pageOfDrafts(query);
}
