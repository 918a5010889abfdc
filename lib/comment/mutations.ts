import type { z } from 'zod';
import { richTextFrom } from '#lib/assessment/rich-text.ts';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { canComment, canEditComment } from './policy.ts';
import type { CommentRow } from './queries.ts';
import type { CommentInput, commentPatch } from './schema.ts';

/** What a comment is written on, held by the flow's transaction. */
export interface CommentTarget {
  annotationId: string;
  articleId: string;
  articleState: string;
  revisionNumber: number;
}

/** Posts a comment on an annotation. */
export async function postComment(
  viewer: Viewer,
  target: CommentTarget,
  input: CommentInput,
): Promise<string> {
  const actor = permit(viewer, canTakeComments(viewer, target));
  const said = requireWords(input);
  if (input.parentId) await checkParent(input.parentId, target.annotationId);
  const { id } = await db().comment.create({
    data: {
      annotationId: target.annotationId,
      parentId: input.parentId ?? null,
      authorId: actor.id,
      body: said.body as Prisma.InputJsonValue,
      text: said.text,
      revisionNumber: target.revisionNumber,
    },
    select: { id: true },
  });
  await emit({
    kind: 'comment.posted',
    actorId: actor.id,
    articleId: target.articleId,
    subjectId: id,
    data: { annotationId: target.annotationId },
  });
  return id;
}

function canTakeComments(viewer: Viewer, { articleState }: CommentTarget): boolean {
  if (viewer && articleState === 'locked') throw new Problem('article-locked');
  if (viewer && articleState === 'closed') throw new Problem('comments-closed');
  return canComment(viewer, { state: articleState });
}

function requireWords(input: { body?: CommentInput['body']; text?: string | undefined }) {
  const said = richTextFrom('body', input.body ?? input.text);
  if (!said) throw new Problem('invalid', 'body: is empty', { fields: { body: 'is empty' } });
  return said;
}

async function checkParent(parentId: string, annotationId: string) {
  const parent = await db().comment.findUnique({ where: { id: parentId }, select: { annotationId: true } });
  if (parent?.annotationId !== annotationId) {
    const message = 'is not in this thread';
    throw new Problem('invalid', `parentId: ${message}`, { fields: { parentId: message } });
  }
}

/** Changes the words of one's own comment. */
export async function editComment(
  viewer: Viewer,
  row: CommentRow,
  articleId: string,
  patch: z.output<typeof commentPatch>,
): Promise<void> {
  const actor = permit(viewer, canEditComment(viewer, row));
  if (row.version !== patch.version) throw new Problem('edit-conflict');
  const said = requireWords(patch);
  await db().comment.update({
    where: { id: row.id },
    data: {
      body: said.body as Prisma.InputJsonValue,
      text: said.text,
      version: row.version + 1,
      editedAt: new Date(),
    },
  });
  await emit({ kind: 'comment.edited', actorId: actor.id, articleId, subjectId: row.id });
}

/** Takes one's own comment away. Where replies stand under it, a placeholder stays. */
export async function deleteComment(viewer: Viewer, row: CommentRow, articleId: string): Promise<void> {
  const actor = permit(viewer, canEditComment(viewer, row));
  const replies = await db().comment.count({ where: { parentId: row.id } });
  if (replies > 0) {
    const empty = { type: 'doc', content: [{ type: 'paragraph' }] };
    await db().comment.update({
      where: { id: row.id },
      data: { state: 'deleted', body: empty, text: '', version: row.version + 1 },
    });
  } else {
    await db().comment.delete({ where: { id: row.id } });
  }
  await emit({ kind: 'comment.deleted', actorId: actor.id, articleId, subjectId: row.id });
}
