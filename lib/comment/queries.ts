import type { JSONContent } from '@tiptap/core';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { CommentView } from './schema.ts';

const columns = {
  id: true,
  articleId: true,
  annotationId: true,
  parentId: true,
  authorId: true,
  body: true,
  text: true,
  state: true,
  revisionNumber: true,
  version: true,
  createdAt: true,
  editedAt: true,
  author: { select: { handle: true, name: true } },
} as const satisfies Prisma.CommentSelect;

export type CommentRow = Prisma.CommentGetPayload<{ select: typeof columns }>;

export async function requireCommentRow(id: string): Promise<CommentRow> {
  const row = await db().comment.findUnique({ where: { id }, select: columns });
  if (!row) throw new Problem('not-found', 'There is no such comment.');
  return row;
}

/** The comments on some annotations that readers may see, oldest first. */
export async function listCommentRows(annotationIds: string[]): Promise<CommentRow[]> {
  return db().comment.findMany({
    where: { annotationId: { in: annotationIds }, state: { in: ['visible', 'deleted'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
}

/** How many visible comments stand on each of some annotations. */
export async function commentCountsOf(annotationIds: string[]): Promise<Map<string, number>> {
  const groups = await db().comment.groupBy({
    by: ['annotationId'],
    where: { annotationId: { in: annotationIds }, state: 'visible' },
    _count: { _all: true },
  });
  return new Map(groups.map(({ annotationId, _count }) => [annotationId ?? '', _count._all]));
}

/** A deleted comment goes out as a placeholder: neither words nor author. */
export function toCommentView(row: CommentRow): CommentView {
  const gone = row.state === 'deleted';
  return {
    id: row.id,
    parentId: row.parentId,
    author: gone ? null : row.author,
    body: gone ? null : (row.body as JSONContent & { type: 'doc' }),
    text: gone ? '' : row.text,
    state: row.state as CommentView['state'],
    revision: row.revisionNumber,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  };
}
