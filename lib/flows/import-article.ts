import { beginChecks } from '#lib/article/check/mutations.ts';
import { steadyHash } from '#lib/article/check/steady.ts';
import { addArticle, type NewArticle, permitImport } from '#lib/article/mutations.ts';
import { getKnownArticle } from '#lib/article/queries.ts';
import type { ArticleView, ImportInput } from '#lib/article/schema.ts';
import { transaction } from '#lib/db/transaction.ts';
import { AT_ONCE } from '#lib/exhibit/schema.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import type { OriginalThread } from '#lib/importers/thread/original-thread.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { readArticleFor } from './articles.ts';
import { orderImages } from './images.ts';
import type { ImportPreviewWithThread, ImportWithThread } from './import-input.ts';
import { layThread, readyThread } from './lay-thread.ts';
import { isFetched, readInput, TELL_NOBODY, type TellStep } from './read-import.ts';

/** What would be stored; stores nothing. */
export async function previewImport(
  viewer: Viewer,
  input: ImportInput,
  tell: TellStep = TELL_NOBODY,
): Promise<ImportPreviewWithThread> {
  await permitImport(viewer);
  const read = await readInput(input, tell);
  return {
    title: read.title,
    byline: read.byline,
    site: read.site,
    lang: read.lang,
    publishedAt: read.publishedAt,
    url: read.url,
    topics: input.topics ?? read.topics,
    document: { ...read.document, type: 'doc' },
    text: read.text,
    leftOut: read.leftOut,
    warnings: read.warnings,
    known: await getKnownUnder(read.url, input.url),
    thread: withinBounds(read.thread),
  };
}

/** Brings an article in. One that is known under its address, in any variant, is given back as it is. */
export async function publishImport(
  viewer: Viewer,
  { thread, ...input }: ImportWithThread,
  tell: TellStep = TELL_NOBODY,
): Promise<{ article: ArticleView; created: boolean }> {
  const actor = await permitImport(viewer);
  const known = await getKnownUnder(input.url);
  if (known) return { article: await readArticleFor({ viewer, reveal: false }, known.id), created: false };
  const read = await readInput(input, tell);
  tell('storing');
  const article: NewArticle = {
    title: read.title,
    byline: read.byline,
    site: read.site,
    lang: read.lang,
    publishedAt: read.publishedAt,
    url: read.url,
    canonicalUrl: read.url && comparableUrl(read.url),
    topics: input.topics ?? read.topics,
    document: read.document,
    text: read.text,
    head: read.found,
  };
  const original = thread === undefined ? read.thread : thread;
  const ready = original && (await readyThread(original));
  return transaction(async () => {
    const { id, created } = await addArticle(actor, article);
    if (created && ready) await layThread(actor.id, id, ready);
    if (created) await orderImages(id, 1, read.document);
    // What somebody pasted may be more than the page shows to everybody: that is looked at when somebody asks.
    if (created && input.url && isFetched(input))
      await beginChecks(id, input.url, { seenSha256: steadyHash(read.text), seenHead: read.found });
    return { article: await readArticleFor({ viewer, reveal: false }, id), created };
  });
}

/** A preview holds no more comments than come at once: a longer thread is brought after the article. */
function withinBounds(thread: OriginalThread | null): OriginalThread | null {
  return thread && thread.comments.length <= AT_ONCE ? thread : null;
}

/** The article that is known under one of some addresses, in any variant of them. */
async function getKnownUnder(...addresses: (string | null | undefined)[]) {
  const variants = addresses.filter((address) => typeof address === 'string').map(comparableUrl);
  for (const variant of new Set(variants)) {
    const known = await getKnownArticle(variant);
    if (known) return known;
  }
  return null;
}
