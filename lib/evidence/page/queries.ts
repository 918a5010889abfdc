import { db } from '#lib/db/client.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import { toSnapshotView } from '../queries.ts';
import type { QuotablePage, SnapshotText } from '../schema.ts';
import { TEXT_AT_ONCE } from '../schema.ts';

/** What a look at a page needs to know of it. Null when it is not there, or nothing rests on it any more. */
export async function getPageToLook(
  id: string,
): Promise<{ id: string; url: string; lookedAt: Date | null } | null> {
  const page = await db().webPage.findUnique({
    where: { id, sources: { some: {} } },
    select: {
      id: true,
      url: true,
      lookedAt: true,
      sources: { orderBy: { id: 'desc' }, take: 1, select: { url: true } },
    },
  });
  // Of the variants of an address the one that was given last is the likeliest to answer.
  return page && { id: page.id, url: page.sources[0]?.url ?? page.url, lookedAt: page.lookedAt };
}

/** Pages whose next look is due, longest due first. */
export async function listPagesDue(now: Date, limit: number): Promise<string[]> {
  const rows = await db().webPage.findMany({
    where: { nextLookAt: { lte: now }, sources: { some: {} } },
    orderBy: { nextLookAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

const snapshotColumns = {
  id: true,
  title: true,
  publisher: true,
  publishedAt: true,
  publishedDay: true,
  sha256: true,
  capturedAt: true,
  seenAt: true,
  lang: true,
  text: true,
} as const;

/**
 * The page under an address in any variant with the newest text that it was seen to hold, and when that was; null where
 * none is kept.
 */
export async function getQuotablePage(url: string): Promise<{ page: QuotablePage; seenAt: Date } | null> {
  const page = await db().webPage.findUnique({
    where: { canonicalUrl: comparableUrl(url) },
    select: { id: true, snapshots: { orderBy: { id: 'desc' }, take: 1, select: snapshotColumns } },
  });
  const [snapshot] = page?.snapshots ?? [];
  if (!page || !snapshot || snapshot.text === null) return null;
  const { lang, text, seenAt } = snapshot;
  return {
    page: { pageId: page.id, snapshot: toSnapshotView(snapshot), lang, length: text.length },
    seenAt,
  };
}

/**
 * A stretch of the text of a page's snapshot from an offset (UTF-16) on, which cuts no character. Null for an unknown snapshot;
 * `gone` where its text is not kept any more.
 */
export async function getSnapshotText(
  where: { id: string; pageId: string },
  start: number,
): Promise<SnapshotText | 'gone' | null> {
  const snapshot = await db().snapshot.findUnique({ where, select: { text: true } });
  if (!snapshot) return null;
  const { text } = snapshot;
  if (text === null) return 'gone';
  const from = borderAt(text, Math.min(start, text.length));
  const to = borderAt(text, Math.min(from + TEXT_AT_ONCE, text.length));
  const next = to < text.length ? to : null;
  return { id: where.id, length: text.length, start: from, text: text.slice(from, to), next };
}

/** An offset that stands inside of a surrogate pair stands before it instead. */
function borderAt(text: string, at: number): number {
  const isInside = /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
  return isInside ? at - 1 : at;
}
