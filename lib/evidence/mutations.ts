import type { z } from 'zod';
import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { enqueue } from '#lib/jobs/enqueue.ts';
import { permit } from '#lib/user/require.ts';
import type { Actor, Viewer } from '#lib/user/schema.ts';
import { archivedOriginal, copyTrouble } from './archive.ts';
import { judgeAgain, pageFor } from './page/mutations.ts';
import { canEditSource, canRemoveSource } from './policy.ts';
import type { SourceRow } from './queries.ts';
import type { SourceInput, sourcePatch } from './schema.ts';

/** The claim that evidence is laid beside, held by the flow's transaction. */
export interface Claim {
  id: string;
  articleId: string;
  wording: number;
}

/** Lays a page beside a claim. One person gives one page once: throws `source-exists`. */
export async function addSource(actor: Actor, claim: Claim, input: SourceInput): Promise<string> {
  const { url, archiveUrl } = addressesOf(input.url, input.archiveUrl ?? null);
  const page = await pageFor(url);
  // Whoever adds to the claim holds it, so nobody does the same at this moment. Two of one page there are only where they
  // were given as two.
  const existing = await db().source.findFirst({
    where: { annotationId: claim.id, pageId: page.id, addedById: actor.id },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  if (existing) throw new Problem('source-exists', undefined, { sourceId: existing.id });
  const { id } = await db().source.create({
    data: {
      annotationId: claim.id,
      pageId: page.id,
      addedById: actor.id,
      url,
      archiveUrl,
      kind: input.kind ?? null,
      stance: input.stance,
      quote: input.quote,
      ...placeOf(input.quote, input.quoteStart),
      note: input.note,
      wording: claim.wording,
    },
    select: { id: true },
  });
  await emit({
    kind: 'source.added',
    actorId: actor.id,
    articleId: claim.articleId,
    subjectId: id,
    data: { annotationId: claim.id },
  });
  // What was seen of a page that others gave before tells at once; the look that follows makes sure.
  await judgeAgain(page.id, id);
  await enqueue('evidence.look', { pageId: page.id });
  return id;
}

/**
 * The page that is meant, and the copy of it. An archive's address that tells what it copied means that, so that one page
 * is one page; the copy is kept beside it.
 */
function addressesOf(url: string, copy: string | null): { url: string; archiveUrl: string | null } {
  const original = archivedOriginal(url);
  const page = original ?? url;
  if (copy === null) return { url: page, archiveUrl: original === null ? null : url };
  return { url: page, archiveUrl: requireCopy(copy, page) };
}

/** An address is that of a copy only where an archive says so, and of no other page. */
function requireCopy(copy: string, page: string): string {
  const trouble = copyTrouble(copy, page);
  if (!trouble) return copy;
  const message =
    trouble === 'other-page' ? 'is a copy of another page' : 'is not an address of an archive of the web';
  throw new Problem('invalid', `archiveUrl: ${message}`, { fields: { archiveUrl: message } });
}

/** Where a quote was chosen; the look for it makes sure. */
function placeOf(quote: string, start: number | undefined) {
  return start === undefined || quote === ''
    ? { quoteStart: null, quoteEnd: null }
    : { quoteStart: start, quoteEnd: start + quote.length };
}

/** Changes what was said of a source, or confirms that it holds for the present wording. */
export async function editSource(
  actor: Viewer,
  source: SourceRow,
  claim: Claim,
  patch: z.output<typeof sourcePatch>,
): Promise<void> {
  const { id: actorId } = permit(actor, canEditSource(actor, source));
  if (source.version !== patch.version) throw new Problem('edit-conflict');
  const { version, confirm, quoteStart, archiveUrl, ...changes } = patch;
  await db().source.update({
    where: { id: source.id },
    data: {
      ...changes,
      ...(archiveUrl === undefined ? {} : { archiveUrl: archiveUrl && requireCopy(archiveUrl, source.url) }),
      ...(changes.quote === undefined ? {} : placeOf(changes.quote, quoteStart)),
      version: version + 1,
      editedAt: new Date(),
      // Who changes it has seen what became of it.
      newsAt: null,
      ...(confirm ? { wording: claim.wording } : {}),
    },
  });
  if (changes.quote !== undefined) await judgeAgain(source.pageId, source.id);
  await emit({
    kind: 'source.edited',
    actorId,
    articleId: claim.articleId,
    subjectId: source.id,
    data: { annotationId: claim.id },
  });
}

/** Whoever gave a source has seen what became of it. */
export async function dismissNews(actor: Viewer, source: SourceRow): Promise<void> {
  permit(actor, canEditSource(actor, source));
  await db().source.update({ where: { id: source.id }, data: { newsAt: null } });
}

/** Takes a source away; assessments that rested on it rest on what is left. */
export async function removeSource(actor: Viewer, source: SourceRow, claim: Claim): Promise<void> {
  const { id: actorId } = permit(actor, canRemoveSource(actor, source));
  await db().source.delete({ where: { id: source.id } });
  await emit({
    kind: 'source.removed',
    actorId,
    articleId: claim.articleId,
    subjectId: source.id,
    data: { annotationId: claim.id },
  });
}

/** What the author of a claim gave before rewording it speaks of the new wording too. */
export async function confirmOwnSources(authorId: string, claim: Claim): Promise<void> {
  await db().source.updateMany({
    where: { annotationId: claim.id, addedById: authorId },
    data: { wording: claim.wording },
  });
}
