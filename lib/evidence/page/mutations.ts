import { createHash } from 'node:crypto';
import { db } from '#lib/db/client.ts';
import { emit } from '#lib/events/mutations.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import { checkQuote } from '../check-quote.ts';
import { type Fared, keepFindings, keepUnreachable } from '../finding/mutations.ts';
import { voiceFor } from '../voice/mutations.ts';
import { isUnreachable, nextLook, nextTry } from './schedule.ts';

/** What a look at a page found: its text and what it says of itself. */
export interface SeenPage {
  /** Where it stood after all redirects. */
  url: string;
  /** The address that it gives itself, where that can be believed. */
  canonicalUrl: string | null;
  status: number;
  contentType: string;
  title: string | null;
  publisher: string | null;
  byline: string | null;
  lang: string | null;
  publishedAt: Date | null;
  publishedDay: boolean;
  text: string;
}

/** The page under this address in any variant; two people who name it first at the same moment get the same. */
export async function pageFor(url: string): Promise<{ id: string }> {
  const canonicalUrl = comparableUrl(url);
  return db().webPage.upsert({
    where: { canonicalUrl },
    // The look that is ordered with it may come to nothing: then it is due like others.
    create: { url, canonicalUrl, nextLookAt: nextTry(new Date(), 1) },
    update: {},
    select: { id: true },
  });
}

/** Holds the page until the transaction ends: two looks at the same moment come one after the other. */
export async function holdPage(id: string) {
  await db().$executeRaw`SELECT 1 FROM "WebPage" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return db().webPage.findUniqueOrThrow({
    where: { id },
    select: { failures: true, voiceId: true },
  });
}

/** The text as it is compared from look to look: UTF-8, as the importers made it. */
function snapshotHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * Keeps what a look found. A text that was there last time makes no new snapshot, also when it has been forgotten since: it
 * does not come back by being looked at. In the flow's transaction.
 */
export async function keepLook(pageId: string, seen: SeenPage, now = new Date()): Promise<void> {
  const { voiceId: voiceBefore } = await holdPage(pageId);
  const sha256 = snapshotHash(seen.text);
  const last = await db().snapshot.findFirst({
    where: { pageId },
    orderBy: { id: 'desc' },
    select: { id: true, sha256: true, capturedAt: true, voiceId: true },
  });
  const same = last?.sha256 === sha256 ? last : null;
  const voiceId = same?.voiceId ?? (await voiceFor(seen.text));
  const snapshot = same
    ? await db().snapshot.update({
        where: { id: same.id },
        data: { seenAt: now, voiceId },
        select: { id: true },
      })
    : await db().snapshot.create({
        data: { pageId, ...seen, sha256, voiceId, capturedAt: now, seenAt: now },
        select: { id: true },
      });
  await db().webPage.update({
    where: { id: pageId },
    data: {
      title: seen.title,
      voiceId,
      lookedAt: now,
      nextLookAt: nextLook(now, same?.capturedAt ?? now),
      failures: 0,
      failure: null,
    },
  });
  // Which sources are one voice stands on the pages of their claims.
  const told = voiceId === voiceBefore ? 'of-changes' : 'always';
  await judgeSources(pageId, { id: snapshot.id, text: seen.text }, { told, now });
}

/** Keeps that a look found no page, and why: a reason of lib/fetch or of the importers. In the flow's transaction. */
export async function keepFailure(pageId: string, failure: string, now = new Date()): Promise<void> {
  const { failures } = await holdPage(pageId);
  const page = { failure, failures: failures + 1 };
  await db().webPage.update({
    where: { id: pageId },
    data: { ...page, lookedAt: now, nextLookAt: nextTry(now, page.failures) },
  });
  const wasThere = (await db().snapshot.count({ where: { pageId }, take: 1 })) > 0;
  if (!isUnreachable(page, wasThere)) return;
  const lost = await db().source.findMany({
    where: { pageId, state: { not: 'unreachable' } },
    select: { id: true, annotationId: true, annotation: { select: { articleId: true } } },
  });
  await db().source.updateMany({
    where: { id: { in: lost.map(({ id }) => id) } },
    data: { state: 'unreachable' },
  });
  await keepUnreachable(
    lost.map(({ id }) => id),
    now,
  );
  for (const source of lost) await tellChecked(source);
}

/**
 * Looks for the quotes of sources in the newest text that their page was seen to hold: of all sources of the page, or of
 * one of them. Does nothing where no text is kept.
 */
export async function judgeAgain(pageId: string, sourceId?: string): Promise<void> {
  const page = await db().webPage.findUniqueOrThrow({
    where: { id: pageId },
    select: { failure: true, failures: true },
  });
  const last = await db().snapshot.findFirst({
    where: { pageId },
    orderBy: { id: 'desc' },
    select: { id: true, text: true },
  });
  if (!last?.text || isUnreachable(page, true)) return;
  await judgeSources(pageId, { id: last.id, text: last.text }, { only: sourceId });
}

interface Judging {
  /** One source; all of the page, if it is left out. */
  only?: string | undefined;
  told?: 'of-changes' | 'always';
  now?: Date;
}

async function judgeSources(
  pageId: string,
  snapshot: { id: string; text: string },
  { only, told = 'of-changes', now = new Date() }: Judging,
) {
  const sources = await db().source.findMany({
    where: { pageId, ...(only ? { id: only } : {}) },
    select: {
      id: true,
      annotationId: true,
      quote: true,
      state: true,
      snapshotId: true,
      quoteStart: true,
      quoteEnd: true,
      annotation: { select: { articleId: true } },
    },
  });
  const fared: Fared[] = [];
  for (const source of sources) {
    const { state, start, end, changes } = checkQuote(snapshot.text, source.quote);
    await db().source.update({
      where: { id: source.id },
      data: { state, snapshotId: snapshot.id, quoteStart: start, quoteEnd: end, changes },
    });
    const elsewhere = start !== source.quoteStart || end !== source.quoteEnd;
    const otherwise = state !== source.state || source.snapshotId !== snapshot.id;
    if (elsewhere || otherwise) fared.push({ sourceId: source.id, state, start, end });
    // The first snapshot also brings the title along.
    if (told === 'always' || state !== source.state || source.snapshotId === null) await tellChecked(source);
  }
  await keepFindings(fared, snapshot, now);
}

async function tellChecked(source: { id: string; annotationId: string; annotation: { articleId: string } }) {
  await emit({
    kind: 'source.checked',
    articleId: source.annotation.articleId,
    subjectId: source.id,
    data: { annotationId: source.annotationId },
  });
}
