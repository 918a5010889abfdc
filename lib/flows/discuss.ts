import type { z } from 'zod';
import { requireAnnotationRow } from '#lib/annotation/queries.ts';
import { deleteComment, editComment, postComment } from '#lib/comment/mutations.ts';
import { listCommentRows, requireCommentRow, toCommentView } from '#lib/comment/queries.ts';
import type { CommentInput, CommentView, commentPatch } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { canTakePart } from '#lib/user/policy.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { holdOpenAnnotation } from './claim-state.ts';

export async function requireComment(id: string): Promise<CommentView> {
  const row = await requireCommentRow(id);
  if (!['visible', 'deleted'].includes(row.state))
    throw new Problem('not-found', 'There is no such comment.');
  return toCommentView(row);
}

export async function listComments(annotationId: string): Promise<CommentView[]> {
  await requireAnnotationRow(annotationId);
  return (await listCommentRows([annotationId])).map(toCommentView);
}

/** Says something on an annotation. */
export async function commentOn(
  viewer: Viewer,
  annotationId: string,
  input: CommentInput,
): Promise<CommentView> {
  return transaction(async () => {
    permit(viewer, canTakePart(viewer));
    const { annotation, article } = await holdOpenAnnotation(annotationId);
    const target = {
      annotationId: annotation.id,
      articleId: article.id,
      articleState: article.state,
      revisionNumber: article.revisionNumber,
    };
    return requireComment(await postComment(viewer, target, input));
  });
}

/** Changes one's own words. */
export async function changeComment(
  viewer: Viewer,
  id: string,
  patch: z.output<typeof commentPatch>,
): Promise<CommentView> {
  return transaction(async () => {
    const row = await holdComment(id);
    if (row.version !== patch.version) {
      throw new Problem('edit-conflict', undefined, { current: toCommentView(row) });
    }
    await editComment(viewer, row, await articleOf(row), patch);
    return requireComment(id);
  });
}

/** Takes one's own words away. */
export async function withdrawComment(viewer: Viewer, id: string): Promise<void> {
  await transaction(async () => {
    const row = await holdComment(id);
    await deleteComment(viewer, row, await articleOf(row));
  });
}

async function holdComment(id: string) {
  await db().$executeRaw`SELECT 1 FROM "Comment" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return requireCommentRow(id);
}

async function articleOf(row: { articleId: string | null; annotationId: string | null }): Promise<string> {
  return row.articleId ?? (await requireAnnotationRow(row.annotationId ?? '')).articleId;
}
