import type { JSONContent } from '@tiptap/core';
import type { z } from 'zod';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { permit } from '#lib/user/require.ts';
import type { Actor, Viewer } from '#lib/user/schema.ts';
import { canEditArticle, canImportArticle } from './policy.ts';
import { storedDate } from './publication-date.ts';
import { getIdByCanonicalUrl } from './queries.ts';
import { revisionHash } from './revision/hash.ts';
import type { RevisionHead } from './revision/head.ts';
import { type articlePatch, topicKey } from './schema.ts';
import { slugFrom } from './slug.ts';

export interface NewArticle {
  title: string;
  byline: string | null;
  site: string | null;
  lang: string;
  publishedAt: string | null;
  url: string | null;
  /** The form in which variants of the address are compared. */
  canonicalUrl: string | null;
  topics?: string[];
  document: JSONContent;
  /** `documentText(document)`. */
  text: string;
  /** What its source says of itself, if it has one that can say something. */
  head?: RevisionHead;
}

/** Throws unless this person may bring articles in. */
export async function permitImport(actor: Viewer): Promise<Actor> {
  return permit(actor, canImportArticle(actor, await getSetting('articles.import-role')));
}

/** Puts an article and its first revision in. One that is known under its address is not made twice. */
export async function addArticle(
  actor: Viewer,
  input: NewArticle,
): Promise<{ id: string; created: boolean }> {
  const { id: actorId } = await permitImport(actor);
  return transaction(async () => {
    // Serialises two imports of one address, or of one title, at the same moment.
    await db()
      .$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${input.canonicalUrl ?? slugFrom(input.title)}))`;
    const known = input.canonicalUrl ? await getIdByCanonicalUrl(input.canonicalUrl) : null;
    if (known) return { id: known, created: false };
    const { id } = await db().article.create({
      data: {
        slug: await freeSlug(input.title),
        title: input.title,
        byline: input.byline,
        site: input.site,
        lang: input.lang,
        url: input.url,
        canonicalUrl: input.canonicalUrl,
        ...storedDate(input.publishedAt),
        addedById: actorId,
        ...topicsOf(input.topics ?? []),
        revisions: { create: firstRevision(actorId, input) },
      },
      select: { id: true },
    });
    await emit({ kind: 'article.added', actorId, articleId: id, subjectId: id });
    return { id, created: true };
  });
}

/** As they are shown, and as they are found. */
function topicsOf(topics: string[]) {
  const topicKeys = { create: topics.map((name) => ({ key: topicKey(name), name })) };
  return { topics, topicKeys };
}

function firstRevision(actorId: string, { document, text, head }: NewArticle) {
  return {
    number: 1,
    ...(head && { head }),
    document: document as Prisma.InputJsonValue,
    text,
    sha256: revisionHash(text),
    capturedById: actorId,
  };
}

async function freeSlug(title: string): Promise<string> {
  const base = slugFrom(title);
  const rows = await db().article.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  for (let n = 2; ; n += 1) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

/** Corrects what is said about an article. Its text changes only by a new revision; its address stays. */
export async function editArticle(
  actor: Viewer,
  id: string,
  patch: z.output<typeof articlePatch>,
): Promise<void> {
  await transaction(async () => {
    await db().$executeRaw`SELECT 1 FROM "Article" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const article = await db().article.findUnique({
      where: { id },
      select: { addedById: true, version: true },
    });
    if (!article) throw new Problem('not-found');
    const { id: actorId } = permit(actor, canEditArticle(actor, article));
    if (article.version !== patch.version) throw new Problem('edit-conflict');
    const { version, publishedAt, topics, ...changes } = patch;
    if (topics) await db().articleTopic.deleteMany({ where: { articleId: id } });
    await db().article.update({
      where: { id },
      data: {
        ...changes,
        ...(publishedAt === undefined ? {} : storedDate(publishedAt)),
        ...(topics ? topicsOf(topics) : {}),
        version: version + 1,
      },
    });
    await emit({ kind: 'article.edited', actorId, articleId: id, subjectId: id });
  });
}
