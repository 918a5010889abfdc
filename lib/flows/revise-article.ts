import type { JSONContent } from '@tiptap/core';
import type { AnchorRow } from '#lib/annotation/anchor/anchor-row.ts';
import { carryAnchors, countAnchors, type HeldAnnotation } from '#lib/annotation/anchor/carry-anchors.ts';
import { putAnchors } from '#lib/annotation/anchor/mutations.ts';
import { holdAnchors } from '#lib/annotation/anchor/queries.ts';
import { requireRevision } from '#lib/article/queries.ts';
import { revisionHash } from '#lib/article/revision/hash.ts';
import { addRevision, holdArticle, type NewRevision } from '#lib/article/revision/mutations.ts';
import { transaction } from '#lib/db/transaction.ts';
import { refreshStandings } from './claim-state.ts';
import { orderImages } from './images.ts';

export interface Revising extends Pick<NewRevision, 'origin' | 'actorId'> {
  document: JSONContent;
  /** `documentText(document)`. */
  text: string;
}

/**
 * Makes new content the newest revision of an article, and carries all its annotations over, in one transaction with the
 * article held: revisions at the same moment come one after the other, and nobody marks a passage in between. Equal
 * text makes no revision. Statements: eleven, however many annotations there are.
 */
export async function reviseArticle(
  articleId: string,
  { document, text, origin, actorId }: Revising,
): Promise<{ number: number; created: boolean }> {
  return transaction(async () => {
    const { revisionNumber } = await holdArticle(articleId);
    const before = await requireRevision(articleId, revisionNumber);
    if (before.sha256 === revisionHash(text)) return { number: revisionNumber, created: false };
    const number = revisionNumber + 1;
    const held = await holdAnchors(articleId);
    const rows = carryAnchors(held, before.text, text, number);
    const counts = countAnchors(held, rows);
    await addRevision(articleId, { number, document, text, origin, actorId, ...counts });
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
