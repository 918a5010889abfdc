import type { JSONContent } from '@tiptap/core';
import type { AnchorRow } from '#lib/annotation/anchor/anchor-row.ts';
import { carryAnchors, countAnchors, type HeldAnnotation } from '#lib/annotation/anchor/carry-anchors.ts';
import { putAnchors } from '#lib/annotation/anchor/mutations.ts';
import { holdAnchors } from '#lib/annotation/anchor/queries.ts';
import { requireRevision } from '#lib/article/queries.ts';
import { revisionHash } from '#lib/article/revision/hash.ts';
import { followedHead, type RevisionHead } from '#lib/article/revision/head.ts';
import { addRevision, holdArticle, type NewRevision } from '#lib/article/revision/mutations.ts';
import type { Showed } from '#lib/article/revision/showed.ts';
import { transaction } from '#lib/db/transaction.ts';
import { refreshStandings } from './claim-state.ts';
import { orderImages } from './images.ts';

export interface Revising extends Pick<NewRevision, 'origin' | 'actorId'> {
  document: JSONContent;
  /** `documentText(document)`. */
  text: string;
  /** What the source says of itself now, and what it said when it was last seen: without it nothing is followed. */
  head?: { now: RevisionHead; seen: RevisionHead | null };
  /** The source has another title, which makes a revision of the same text too. */
  isRetitled?: boolean;
  /** What the source showed instead of the whole text. */
  showed?: Showed;
}

/**
 * Makes new content the newest revision of an article, and carries all its annotations over, in one transaction with the
 * article held: revisions at the same moment come one after the other, and nobody marks a passage in between. Equal
 * text makes no revision, unless its source gave it another title. Statements: eleven, however many annotations there are.
 */
export async function reviseArticle(
  articleId: string,
  { document, text, origin, actorId, head, isRetitled = false, showed = null }: Revising,
): Promise<{ number: number; created: boolean }> {
  return transaction(async () => {
    const { revisionNumber, ...shown } = await holdArticle(articleId);
    const before = await requireRevision(articleId, revisionNumber);
    // Of two that found the new title at the same moment the second one finds it here.
    const retitled = isRetitled && head?.now.title !== before.head?.title;
    if (before.sha256 === revisionHash(text) && !retitled) return { number: revisionNumber, created: false };
    const followed = head?.seen ? followedHead(shown, head.seen, head.now) : {};
    const number = revisionNumber + 1;
    const held = await holdAnchors(articleId);
    const rows = carryAnchors(held, before.text, text, number);
    const counts = countAnchors(held, rows);
    const facts = { head: head?.now ?? before.head, followed, showed, ...counts };
    await addRevision(articleId, { number, document, text, origin, actorId, ...facts });
    await putAnchors(rows.map((row, at) => ({ ...row, annotationId: held[at]?.id ?? '' })));
    await refreshStandings(struck(held, rows));
    await orderImages(articleId, number, document);
    return { number, created: true };
  });
}

/** Those whose words are no longer the marked ones since this revision, or are so again: their judging may begin anew. */
function struck(held: readonly HeldAnnotation[], rows: readonly AnchorRow[]): string[] {
  const astray = ({ state }: AnchorRow) => state === 'changed' || state === 'orphaned';
  return held.flatMap(({ id, anchor }, at) => {
    const row = rows[at];
    if (!row || (!astray(row) && !astray(anchor))) return [];
    return row.state === anchor.state && row.since === anchor.since ? [] : [id];
  });
}
