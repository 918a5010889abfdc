import { countAnchorStates } from '#lib/annotation/anchor/queries.ts';
import { requireArticleRow } from '#lib/article/queries.ts';
import { listRevisions, requireRevisionFacts } from '#lib/article/revision/queries.ts';
import type { RevisionListItem, RevisionView } from '#lib/article/revision/schema.ts';

/** A page of an article's history, newest first. */
export async function listArticleRevisions(
  idOrSlug: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: RevisionListItem[]; nextCursor: string | null }> {
  const { id } = await requireArticleRow(idOrSlug);
  return listRevisions(id, page);
}

/** One revision, with how the annotations stand in it. */
export async function requireArticleRevision(idOrSlug: string, number: number): Promise<RevisionView> {
  const { id } = await requireArticleRow(idOrSlug);
  return readRevision(id, number);
}

export async function readRevision(articleId: string, number: number): Promise<RevisionView> {
  const [facts, anchors] = await Promise.all([
    requireRevisionFacts(articleId, number),
    countAnchorStates(articleId, number),
  ]);
  return { ...facts, anchors };
}
