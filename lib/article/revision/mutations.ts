import type { JSONContent } from '@tiptap/core';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { revisionHash } from './hash.ts';
import type { RevisionHead, ShownHead } from './head.ts';
import type { ORIGINS } from './schema.ts';
import type { Showed } from './showed.ts';

/** Who holds an article for a new revision has it alone: nothing is marked in it, placed anew or revised meanwhile. */
export async function holdArticle(id: string): Promise<{ revisionNumber: number } & ShownHead> {
  // Not FOR UPDATE: whoever only points at the article (a moderator's action) need not wait, and cannot be waited for.
  return locked(
    await db().$queryRaw<({ revisionNumber: number } & ShownHead)[]>`
      SELECT "revisionNumber", "title", "byline", "publishedAt", "publishedDay"
      FROM "Article" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`,
  );
}

/** Holds the newest revision of an article to be the newest until the transaction ends. Many may do so at once. */
export async function holdRevision(id: string): Promise<{ revisionNumber: number }> {
  return locked(
    await db().$queryRaw<
      { revisionNumber: number }[]
    >`SELECT "revisionNumber" FROM "Article" WHERE "id" = ${id}::uuid FOR SHARE`,
  );
}

function locked<R>([row]: R[]): R {
  if (!row) throw new Problem('not-found', 'There is no such article.');
  return row;
}

export interface NewRevision {
  number: number;
  document: JSONContent;
  /** `documentText(document)`. */
  text: string;
  origin: (typeof ORIGINS)[number];
  /** What its source said of itself then. */
  head: RevisionHead | null;
  /** What its source showed instead of the whole text. */
  showed: Showed;
  /** What of that the article takes over. */
  followed: Partial<ShownHead>;
  /** Null for the job that looks again. */
  actorId: string | null;
  anchors: Record<string, number>;
  news: Record<string, number>;
}

/** Puts the next revision of an article in, which the transaction holds. Its anchors are the flow's business. */
export async function addRevision(articleId: string, revision: NewRevision): Promise<void> {
  const { number, document, text, origin, head, showed, followed, actorId, anchors, news } = revision;
  await db().revision.create({
    data: {
      ...{ articleId, number, text, origin, showed, anchors, news },
      ...(head && { head }),
      document: document as Prisma.InputJsonValue,
      sha256: revisionHash(text),
      capturedById: actorId,
    },
    select: { number: true },
  });
  await db().article.update({
    where: { id: articleId },
    // Who corrects what is said of the article has to know of it.
    data: {
      revisionNumber: number,
      ...followed,
      ...(Object.keys(followed).length > 0 ? { version: { increment: 1 } } : {}),
    },
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
