import type { JSONContent } from '@tiptap/core';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { revisionHash } from './hash.ts';
import type { ORIGINS } from './schema.ts';

/** Who holds an article for a new revision has it alone: nothing is marked in it, placed anew or revised meanwhile. */
export async function holdArticle(id: string): Promise<{ revisionNumber: number }> {
  // Not FOR UPDATE: whoever only points at the article (a moderator's action) need not wait, and cannot be waited for.
  return locked(
    await db().$queryRaw`SELECT "revisionNumber" FROM "Article" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`,
  );
}

/** Holds the newest revision of an article to be the newest until the transaction ends. Many may do so at once. */
export async function holdRevision(id: string): Promise<{ revisionNumber: number }> {
  return locked(
    await db().$queryRaw`SELECT "revisionNumber" FROM "Article" WHERE "id" = ${id}::uuid FOR SHARE`,
  );
}

function locked(rows: unknown): { revisionNumber: number } {
  const [row] = rows as { revisionNumber: number }[];
  if (!row) throw new Problem('not-found', 'There is no such article.');
  return row;
}

export interface NewRevision {
  number: number;
  document: JSONContent;
  /** `documentText(document)`. */
  text: string;
  origin: (typeof ORIGINS)[number];
  /** Null for the job that looks again. */
  actorId: string | null;
  anchors: Record<string, number>;
  news: Record<string, number>;
}

/** Puts the next revision of an article in, which the transaction holds. Its anchors are the flow's business. */
export async function addRevision(articleId: string, revision: NewRevision): Promise<void> {
  const { number, document, text, origin, actorId, anchors, news } = revision;
  await db().revision.create({
    data: {
      ...{ articleId, number, text, origin, anchors, news },
      document: document as Prisma.InputJsonValue,
      sha256: revisionHash(text),
      capturedById: actorId,
    },
    select: { number: true },
  });
  await db().article.update({
    where: { id: articleId },
    data: { revisionNumber: number },
    select: { id: true },
  });
  const { changed = 0, orphaned = 0 } = news;
  await emit({
    kind: 'article.revised',
    actorId,
    articleId,
    subjectId: articleId,
    data: { revision: number, changed, orphaned },
  });
}
